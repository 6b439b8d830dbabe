import { createStore, type Store } from '../app/store.ts'

/** How often a page that stays open asks for a new version; milliseconds. */
const hour = 3_600_000

/** Takes the new version, where one waits; null: none does. */
const waiting = createStore<(() => void) | null>(null)

export const appUpdate: Pick<Store<(() => void) | null>, 'get' | 'subscribe'> = waiting

/**
 * Keeps the app itself on this device, so that it opens without a connection. A new version waits until a person takes it: nothing
 * reloads by itself. Browsers allow it on secure addresses alone.
 */
export async function keepAppOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return
  const { Workbox } = await import('workbox-window')
  const worker = new Workbox('/sw.js')
  let isTaken = false
  worker.addEventListener('waiting', () =>
    waiting.set(() => {
      isTaken = true
      worker.messageSkipWaiting()
    }),
  )
  // Also told when the very first worker takes charge: then there is nothing new to show.
  worker.addEventListener('controlling', () => {
    if (isTaken) window.location.reload()
  })
  await worker.register()
  const look = () => void worker.update().catch(() => undefined)
  setInterval(look, hour)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}
