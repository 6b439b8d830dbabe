import { createClient, type Client, type ClientOptions } from '@hidesync/contract/client'
import { routes } from '@hidesync/contract/routes'
import { createContext, use } from 'react'
import { createConnection, type Connection } from '../offline/connection.ts'
import { Photos } from '../offline/photos.ts'
import { Runs } from '../offline/runs.ts'
import { Vault } from '../offline/vault.ts'
import { acceptLanguage, contentLanguages, prepareTexts } from './language.ts'
import { createSession, type Session } from './session.ts'
import { uuidV7 } from './uuid-v7.ts'

/** The way to the server, who is signed in, and the runs and photos that this device keeps for them. */
export interface Api {
  readonly client: Client
  /** Asks as whoever has the token, not as the person signed in. */
  readonly clientAs: (token: string) => Client
  readonly session: Session
  readonly connection: Connection
  readonly runs: Runs
  readonly photos: Photos
}

/** Whether a server that does not answer is out of reach; milliseconds. */
const probeTime = 3_000

/** How long a refusal waits for the words for it; milliseconds. The server's own are good enough then. */
const longestWait = 3_000

const waitForWords = (): Promise<unknown> =>
  Promise.race([
    prepareTexts('refusals').catch(() => undefined),
    new Promise(resolve => setTimeout(resolve, longestWait)),
  ])

/** Whether somebody is signed in is asked before the first page, and nobody is told of the no. */
const isToldToNobody = (address: RequestInfo | URL): boolean =>
  typeof address === 'string' && address.endsWith(routes.auth.refresh.path)

export function createApi(send: typeof fetch = (input, init) => fetch(input, init)): Api {
  const language = () => acceptLanguage(contentLanguages())
  const session: Session = createSession(() => client.auth)
  const connection = createConnection(() => client.operations.health({}, { signal: AbortSignal.timeout(probeTime) }))
  const common: Omit<ClientOptions, 'token'> = {
    baseUrl: '',
    headers: () => ({ 'accept-language': language() }),
    fetch: async (input, init) => {
      try {
        const response = await send(input, init)
        connection.heard()
        if (response.status >= 400 && !isToldToNobody(input)) await waitForWords()
        return response
      } catch (error) {
        if (init?.signal?.aborted !== true) connection.missed()
        throw error
      }
    },
  }
  const client: Client = createClient({ ...common, token: session.token, onUnauthorized: session.recover })
  const clientAs = (token: string) => createClient({ ...common, token: () => token })
  const kept = { client, session, connection, vault: new Vault(), tab: uuidV7(), language }
  return { client, clientAs, session, connection, runs: new Runs(kept), photos: new Photos(kept) }
}

export const ApiContext = createContext<Api | null>(null)

export function useApi(): Api {
  const api = use(ApiContext)
  if (api === null) throw new Error('useApi() was called outside of <ApiContext>.')
  return api
}
