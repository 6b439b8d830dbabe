import { readDevice, writeDevice } from '../../app/device-storage.ts'
import { createStore } from '../../app/store.ts'

const key = 'heard'
const most = 50

const read = (): readonly string[] => {
  const kept = readDevice(key)
  return Array.isArray(kept) ? kept.filter((id: unknown): id is string => typeof id === 'string') : []
}

const store = createStore(read())

// Somebody heard it in another tab of this device.
window.addEventListener('storage', event => {
  if (event.key === `hidesync.${key}`) store.set(read())
})

/** The clocks of time steps whose alarm was heard on this device; a run's own timers are stopped instead. */
export const heard = {
  get: store.get,
  subscribe: store.subscribe,
  add: (id: string) => {
    const next = [...store.get().filter(other => other !== id), id].slice(-most)
    writeDevice(key, next)
    store.set(next)
  },
}
