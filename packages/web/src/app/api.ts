import { createClient, type Client } from '@hidesync/contract/client'
import { createContext, use } from 'react'
import { acceptLanguage, contentLanguages } from './language.ts'
import { createSession, type Session } from './session.ts'

/** The way to the server, and who is signed in. */
export interface Api {
  readonly client: Client
  readonly session: Session
}

export function createApi(send?: typeof fetch): Api {
  const session: Session = createSession(() => client.auth)
  const client: Client = createClient({
    baseUrl: '',
    token: session.token,
    onUnauthorized: session.recover,
    headers: () => ({ 'accept-language': acceptLanguage(contentLanguages()) }),
    ...(send ? { fetch: send } : {}),
  })
  return { client, session }
}

export const ApiContext = createContext<Api | null>(null)

export function useApi(): Api {
  const api = use(ApiContext)
  if (api === null) throw new Error('useApi() was called outside of <ApiContext>.')
  return api
}
