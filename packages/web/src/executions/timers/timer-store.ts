import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'
import { createStore } from '../../app/store.ts'
import { readTimers, type Timer } from './timer.ts'

const key = 'timers'
const store = createStore<readonly Timer[]>(readTimers(readDevice(key)))

// Another tab of the same device started, paused or stopped one.
window.addEventListener('storage', event => {
  if (event.key === `hidesync.${key}`) store.set(readTimers(readDevice(key)))
})

const save = (timers: readonly Timer[]) => {
  writeDevice(key, timers.length === 0 ? null : timers)
  store.set(timers)
}

export const timers = {
  all: () => store.get(),
  subscribe: store.subscribe,
  /** Adds it, or replaces the one with its id. */
  put: (timer: Timer) => save([...store.get().filter(({ id }) => id !== timer.id), timer]),
  change: (id: string, change: (timer: Timer) => Timer) =>
    save(store.get().map(timer => (timer.id === id ? change(timer) : timer))),
  remove: (id: string) => {
    if (store.get().some(timer => timer.id === id)) save(store.get().filter(timer => timer.id !== id))
  },
}

export const useTimers = (): readonly Timer[] => useSyncExternalStore(timers.subscribe, timers.all)
