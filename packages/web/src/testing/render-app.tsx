import 'fake-indexeddb/auto'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { vi } from 'vitest'
import { createApi } from '../app/api.ts'
import { App } from '../app/App.tsx'
import { writeDevice } from '../app/device-storage.ts'
import { createQueryClient } from '../app/query-client.ts'
import { createAppRouter } from '../app/router.tsx'
import { createStore } from '../app/store.ts'
import messages from '../locales/en.json'

// Rooms are loaded when they are entered, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })

export interface Visit {
  readonly user: UserEvent
  /** The address as it is now. */
  readonly address: () => string
}

/** The whole app at an address, over a stand-in for the network, on a device that remembers nothing else. */
export function visit(address: string, send: typeof fetch, device: Readonly<Record<string, unknown>> = {}): Visit {
  cleanup()
  localStorage.clear()
  for (const [key, value] of Object.entries(device)) writeDevice(key, value)
  globalThis.indexedDB = new IDBFactory()
  const api = createApi(send)
  const router = createAppRouter(api, createMemoryHistory({ initialEntries: [address] }))
  const queryClient = createQueryClient(0)
  render(<App {...{ api, queryClient, router }} language={createStore({ locale: 'en', messages })} />)
  return { user: userEvent.setup(), address: () => router.state.location.href }
}
