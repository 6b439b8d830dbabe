import { createClient, type Client, type ClientOptions } from '@hidesync/contract/client'
import { createContext, use } from 'react'
import { createConnection, type Connection } from '../offline/connection.ts'
import { Photos } from '../offline/photos.ts'
import { Runs } from '../offline/runs.ts'
import { Vault } from '../offline/vault.ts'
import { acceptLanguage, contentLanguages } from './language.ts'
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
