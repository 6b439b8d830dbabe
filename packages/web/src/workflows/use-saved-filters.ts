import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from '../app/device-storage.ts'
import { createStore } from '../app/store.ts'
import { readGallerySearch, type GallerySearch } from './gallery-search.ts'

export interface SavedFilters {
  readonly name: string
  readonly search: GallerySearch
}

const key = 'gallery.saved'
const most = 12

/** What was kept, as far as it still makes sense. */
function read(kept: unknown): readonly SavedFilters[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return []
    const { name, search } = one
    if (typeof name !== 'string' || typeof search !== 'object' || search === null) return []
    return [{ name, search: readGallerySearch({ ...search }) }]
  })
}

const store = createStore(read(readDevice(key)))

function keep(next: readonly SavedFilters[]): void {
  writeDevice(key, next)
  store.set(next)
}

/** Filters under a name, on this device; one of the same name takes the place of the other. */
export const savedFilters = {
  save: (name: string, search: GallerySearch) =>
    keep([{ name, search }, ...store.get().filter(one => one.name !== name)].slice(0, most)),
  remove: (name: string) => keep(store.get().filter(one => one.name !== name)),
}

export const useSavedFilters = (): readonly SavedFilters[] => useSyncExternalStore(store.subscribe, store.get)
