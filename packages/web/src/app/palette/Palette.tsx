import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useApi } from '../api.ts'
import { openPalette, paletteStore } from './palette-store.ts'

const PaletteDialog = lazy(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog }))

/** Opens at Ctrl K or ⌘ K on every page behind the door; what it is made of is fetched then. */
export function Palette() {
  const { session } = useApi()
  const isOpen = useSyncExternalStore(paletteStore.subscribe, paletteStore.get)
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  useEffect(() => {
    if (status !== 'signed_in') return
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      // Over another dialog it would be lost which of the two the keys belong to.
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) openPalette()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [status])
  return isOpen && status === 'signed_in' ? (
    <Suspense>
      <PaletteDialog onClose={() => paletteStore.set(false)} />
    </Suspense>
  ) : null
}
