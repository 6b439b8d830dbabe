import { createStore, type Store } from '../app/store.ts'

export interface ConnectionState {
  readonly isOnline: boolean
  /** Since when; epoch milliseconds. */
  readonly since: number
}

/** Whether the server can be reached, by asking it: what the browser thinks of the network says little about that. */
export interface Connection {
  readonly status: Pick<Store<ConnectionState>, 'get' | 'subscribe'>
  /** Something of the server arrived. */
  readonly heard: () => void
  /** Something did not: looks whether that holds. */
  readonly missed: () => void
}

/** Milliseconds. */
const first = 2_000
const longest = 30_000

/** `probe` rejects where the server does not answer in time. */
export function createConnection(probe: () => Promise<unknown>, now: () => number = Date.now): Connection {
  const status = createStore<ConnectionState>({ isOnline: true, since: now() })
  let pause = first
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  /** It was doubted while it was asked: the answer may be older than the doubt. */
  let isDoubted = false

  const set = (isOnline: boolean) => {
    if (status.get().isOnline !== isOnline) status.set({ isOnline, since: now() })
  }
  const heard = () => {
    clearTimeout(timer)
    pause = first
    set(true)
  }
  const ask = async () => {
    isDoubted = isAsking
    if (isAsking) return
    isAsking = true
    clearTimeout(timer)
    try {
      do {
        isDoubted = false
        await probe()
      } while (isDoubted)
      heard()
    } catch {
      set(false)
      timer = setTimeout(() => void ask(), pause * (0.75 + Math.random() / 2))
      pause = Math.min(pause * 2, longest)
    } finally {
      isAsking = false
    }
  }
  const again = () => {
    pause = first
    void ask()
  }
  window.addEventListener('online', again)
  window.addEventListener('offline', again)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !status.get().isOnline) again()
  })
  return { status, heard, missed: () => void ask() }
}
