import type { Client } from '@hidesync/contract/client'
import { ApiError } from '@hidesync/contract/client'
import { readDevice, writeDevice } from './device-storage.ts'
import { createStore, type Store } from './store.ts'

/**
 * `expired`: it was good, and is not any more; the page stays and asks to sign in over it. `away`: the server cannot be asked, so
 * whoever was signed in last on this device goes on with what it keeps for them.
 */
export type SessionStatus = 'unknown' | 'signed_in' | 'signed_out' | 'expired' | 'away'

interface Entry {
  readonly access_token: string
  readonly user_id: number
}

export interface Session {
  readonly status: Store<SessionStatus>
  readonly token: () => string | null
  /** Who is signed in, or was when the server could last be asked. */
  readonly person: () => number | null
  /** Takes the session up again by the cookie; true: somebody is signed in, or away. */
  readonly restore: () => Promise<boolean>
  readonly signIn: (email: string, password: string) => Promise<void>
  /** With a token that is not renewed, as a station gives it, whose server ends the session of the cookie: when it ends, the person is signed out. */
  readonly enter: (entry: Entry) => void
  readonly signOut: () => Promise<void>
  /** After a 401: refreshes, or waits until the person has signed in again. False: they were not signed in at all. */
  readonly recover: () => Promise<boolean>
  /** The person chose not to sign in again. */
  readonly giveUp: () => void
}

/** `somebody_else`: the cookie is another person's by now, as when they signed in in another tab. */
type Renewal = 'renewed' | 'somebody_else' | 'ended'

const key = 'person'
/** Somebody has signed out, and the server, which was out of reach, does not know yet: their cookie is still good. */
const leavingKey = 'leaving'
const personOf = (kept: unknown): number | null => (typeof kept === 'number' ? kept : null)
/** How long a server that may be out of reach is waited for, where this device knows somebody; milliseconds. */
const patience = 3_000

/** The access token lives in memory alone; the refresh token is a cookie that scripts cannot read. */
export function createSession(auth: () => Client['auth']): Session {
  const status = createStore<SessionStatus>('unknown')
  let token: string | null = null
  let isRenewed = true
  let person = personOf(readDevice(key))
  let refreshing: Promise<Renewal> | null = null
  /** How often somebody came or went here of their own will: what was asked before that is answered too late. */
  let turns = 0
  let waiting: ((signedIn: boolean) => void)[] = []

  const settle = (signedIn: boolean) => {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve(signedIn)
  }
  const isSomebody = (next: number | null) => {
    person = next
    writeDevice(key, next)
  }
  /** False: it is somebody else than before; nothing on the page is theirs, and what waited was asked for by another. */
  const accept = (entry: Entry, renewed = true): boolean => {
    const isSame = person === null || person === entry.user_id
    if (!isSame) {
      status.set('signed_out')
      settle(false)
    }
    token = entry.access_token
    isRenewed = renewed
    isSomebody(entry.user_id)
    status.set('signed_in')
    settle(true)
    return isSame
  }
  /** Somebody signs in themselves: whoever left before them has nothing to do with it. */
  const come = (entry: Entry, renewed: boolean) => {
    turns += 1
    writeDevice(leavingKey, null)
    accept(entry, renewed)
  }
  const end = (next: 'signed_out' | 'expired') => {
    token = null
    if (next === 'signed_out') {
      turns += 1
      isSomebody(null)
    }
    status.set(next)
    if (next === 'signed_out') settle(false)
  }

  const leave = async () => {
    writeDevice(leavingKey, true)
    await auth().logout()
    writeDevice(leavingKey, null)
  }
  const refresh = async (): Promise<Renewal> => {
    const [turn, before] = [turns, person]
    const entry = await auth().refresh().catch(nullWhereRefused)
    if (turn !== turns && token !== null) return person === before ? 'renewed' : 'somebody_else'
    if (turn !== turns || entry === null) return 'ended'
    // Signed out in another tab, out of the server's reach: the cookie is good only because the server does not know.
    if (readDevice(leavingKey) !== true) return accept(entry) ? 'renewed' : 'somebody_else'
    end('signed_out')
    return 'ended'
  }
  /** All who need a new token at once share one request. */
  const refreshOnce = (): Promise<Renewal> => {
    refreshing ??= refresh().finally(() => (refreshing = null))
    return refreshing
  }

  return {
    status,
    token: () => token,
    person: () => person,
    restore: async () => {
      if (readDevice(leavingKey) === true) {
        end('signed_out')
        await inTime(leave(), patience).catch(() => undefined)
        return false
      }
      try {
        const restored = await (person === null ? refreshOnce() : inTime(refreshOnce(), patience))
        // Who has just come by a link, and whose browser keeps no cookie, is in for as long as that lasts.
        if (restored === 'ended' && token === null) end('signed_out')
        return token !== null
      } catch (error) {
        if (person === null) throw error
        if (token === null) status.set('away')
        return true
      }
    },
    signIn: async (email, password) => come(await auth().token({ body: { email, password } }), true),
    enter: entry => come(entry, false),
    signOut: async () => {
      end('signed_out')
      await leave()
    },
    recover: async () => {
      if (status.get() === 'signed_out') return false
      if (!isRenewed) {
        end('signed_out')
        return false
      }
      if (status.get() !== 'expired') {
        const renewal = await refreshOnce()
        if (renewal !== 'ended') return renewal === 'renewed'
        if (status.get() === 'signed_out') return false
      }
      end('expired')
      return await new Promise<boolean>(resolve => waiting.push(resolve))
    },
    giveUp: () => end('signed_out'),
  }
}

function nullWhereRefused(error: unknown): null {
  if (error instanceof ApiError && error.status === 401) return null
  throw error
}

/** Rejects when it takes longer; what was begun goes on. */
function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The server takes too long.')), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
