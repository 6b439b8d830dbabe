import type { Client } from '@hidesync/contract/client'
import { ApiError } from '@hidesync/contract/client'
import { createStore, type Store } from './store.ts'

/** `expired`: it was good, and is not any more; the page stays and asks to sign in over it. */
export type SessionStatus = 'unknown' | 'signed_in' | 'signed_out' | 'expired'

export interface Session {
  readonly status: Store<SessionStatus>
  readonly token: () => string | null
  /** Takes the session up again by the cookie; true: somebody is signed in. */
  readonly restore: () => Promise<boolean>
  readonly signIn: (email: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** After a 401: refreshes, or waits until the person has signed in again. False: they were not signed in at all. */
  readonly recover: () => Promise<boolean>
  /** The person chose not to sign in again. */
  readonly giveUp: () => void
}

/** The access token lives in memory alone; the refresh token is a cookie that scripts cannot read. */
export function createSession(auth: () => Client['auth']): Session {
  const status = createStore<SessionStatus>('unknown')
  let token: string | null = null
  let refreshing: Promise<boolean> | null = null
  let waiting: ((signedIn: boolean) => void)[] = []

  const settle = (signedIn: boolean) => {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve(signedIn)
  }
  const accept = (accessToken: string) => {
    token = accessToken
    status.set('signed_in')
    settle(true)
  }
  const end = (next: SessionStatus) => {
    token = null
    status.set(next)
  }

  const refresh = async (): Promise<boolean> => {
    try {
      accept((await auth().refresh()).access_token)
      return true
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return false
      throw error
    }
  }
  /** All who need a new token at once share one request. */
  const refreshOnce = (): Promise<boolean> => {
    refreshing ??= refresh().finally(() => (refreshing = null))
    return refreshing
  }

  return {
    status,
    token: () => token,
    restore: async () => {
      const restored = await refreshOnce()
      if (!restored) end('signed_out')
      return restored
    },
    signIn: async (email, password) => accept((await auth().token({ body: { email, password } })).access_token),
    signOut: async () => {
      end('signed_out')
      settle(false)
      await auth().logout()
    },
    recover: async () => {
      if (status.get() === 'signed_out') return false
      if (status.get() !== 'expired' && (await refreshOnce())) return true
      end('expired')
      return await new Promise<boolean>(resolve => waiting.push(resolve))
    },
    giveUp: () => {
      end('signed_out')
      settle(false)
    },
  }
}
