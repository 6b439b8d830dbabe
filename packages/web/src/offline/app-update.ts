import { createStore, type Store } from '../app/store.ts'
import { isHalfDone, watchTyping } from './half-done.ts'
import type { Runs } from './runs.ts'

/** How often a page that stays open asks for a new version; milliseconds. */
const hour = 3_600_000

export interface Update {
  /** Another tab has taken it: only what is half done keeps this page with the old one. */
  readonly isTaken: boolean
  readonly take: () => void
}

/** Null: this is the newest version. */
const update = createStore<Update | null>(null)

export const appUpdate: Pick<Store<Update | null>, 'get' | 'subscribe'> = update

const reload = () => window.location.reload()

/** What the page loaded before the first worker was there: asked for again, the worker keeps it. */
function keepLoaded(): void {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  for (const address of loaded.filter(name => name.startsWith(`${window.location.origin}/assets/`)))
    void fetch(address).catch(() => undefined)
}

/** Whoever has runs on the device needs more of the app on it, too. */
function tellOfRuns(packed: Runs['packed'], worker: ServiceWorker | null): void {
  const tell = () => {
    if (packed.get().length === 0) return
    stop()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and takes no target
    worker?.postMessage({ type: 'KEEP_RUNS' })
  }
  const stop = packed.subscribe(tell)
  tell()
}

/**
 * Keeps the app itself on this device, so that it opens without a connection. A new version waits until a person takes it, and then
 * comes to all tabs at once: one worker serves them all. Browsers allow it on secure addresses alone.
 */
export async function keepAppOnDevice({ packed }: Pick<Runs, 'packed'>): Promise<void> {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return
  const { serviceWorker } = navigator
  watchTyping()
  // The very first worker that takes charge is as new as the page.
  let isServed = serviceWorker.controller !== null
  let isWanted = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (isServed && (isWanted || !isHalfDone())) reload()
    else if (isServed) update.set({ isTaken: true, take: reload })
    else keepLoaded()
    isServed = true
  })
  const registration = await serviceWorker.register('/sw.js')
  const take = () => {
    isWanted = true
    // Not there any more: another tab has taken it just now.
    if (registration.waiting === null) reload()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and takes no target
    else registration.waiting.postMessage({ type: 'SKIP_WAITING' })
  }
  const offer = () => {
    if (registration.waiting !== null && registration.active !== null) update.set({ isTaken: false, take })
  }
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
  offer()
  const { active } = await serviceWorker.ready
  tellOfRuns(packed, active)
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, hour)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}
