import { useCallback, useSyncExternalStore } from 'react'
import { useApi } from '../api.ts'
import { callField } from '../called-field.ts'
import { paletteStore } from './palette-store.ts'

/** The palette, which is there for whoever is behind the door, also while the server is out of reach. */
export function usePalette() {
  const { session } = useApi()
  const isOpen = useSyncExternalStore(paletteStore.subscribe, paletteStore.get)
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  const isThere = status === 'signed_in' || status === 'away'
  const open = useCallback(() => {
    paletteStore.set(isThere)
    // The first time it is loaded, while somebody types on.
    if (isThere) callField(() => document.querySelector<HTMLInputElement>('[role=dialog] input'))
  }, [isThere])
  return { isThere, isOpen: isOpen && isThere, open }
}
