import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'
import { createStore } from '../../app/store.ts'

/** What a printed workflow shows beside its steps. */
export interface PrintOptions {
  readonly resources: boolean
  readonly boxes: boolean
  readonly link: boolean
  readonly notes: boolean
  readonly page_per_step: boolean
}
export const printOptionNames = ['resources', 'boxes', 'link', 'notes', 'page_per_step'] as const

const usual: PrintOptions = { resources: true, boxes: true, link: true, notes: false, page_per_step: false }
const key = 'print'

/** What was kept, as far as it still makes sense. */
function read(kept: unknown): PrintOptions {
  const values = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  const entries = printOptionNames.map(name => {
    const value = values[name]
    return [name, typeof value === 'boolean' ? value : usual[name]] as const
  })
  return Object.fromEntries(entries) as unknown as PrintOptions
}

const store = createStore(read(readDevice(key)))

/** As this device printed last. */
export const usePrintOptions = (): PrintOptions => useSyncExternalStore(store.subscribe, store.get)

export function changePrintOption(name: keyof PrintOptions, value: boolean): void {
  const next = { ...store.get(), [name]: value }
  writeDevice(key, next)
  store.set(next)
}
