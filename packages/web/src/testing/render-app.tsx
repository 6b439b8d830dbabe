import 'fake-indexeddb/auto'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, vi } from 'vitest'
import { createApi } from '../app/api.ts'
import { App } from '../app/App.tsx'
import { writeDevice } from '../app/device-storage.ts'
import { createQueryClient } from '../app/query-client.ts'
import { createAppRouter } from '../app/router.tsx'
import { createStore } from '../app/store.ts'
import messages from '../locales/app.en.json'

// Rooms are loaded when they are entered, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
/** Whether something that was begun on the page still goes on. */
let isBusy = () => false

// React asks for the window also when what has left the page hears of something: nothing may be under way when the window goes.
afterEach(async () => {
  cleanup()
  for (let look = 0; look < 100 && isBusy(); look++) await pause(20)
  await pause(20)
})

export interface Visit {
  readonly user: UserEvent
  /** The address as it is now. */
  readonly address: () => string
}

/** The whole app at an address, over a stand-in for the network, on a device that remembers nothing else. */
export function visit(address: string, send: typeof fetch, device: Readonly<Record<string, unknown>> = {}): Visit {
  localStorage.clear()
  for (const [key, value] of Object.entries(device)) writeDevice(key, value)
  globalThis.indexedDB = new IDBFactory()
  const api = createApi(send)
  const router = createAppRouter(api, createMemoryHistory({ initialEntries: [address] }))
  const queryClient = createQueryClient(0)
  const waits = () => api.runs.packed.get().some(({ play }) => play.queue.length > 0)
  isBusy = () => queryClient.isFetching() + queryClient.isMutating() > 0 || router.state.isLoading || waits()
  render(<App {...{ api, queryClient, router }} language={createStore({ locale: 'en', messages })} />)
  return { user: userEvent.setup(), address: () => router.state.location.href }
}
