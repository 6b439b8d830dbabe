import { lazy, Suspense, useEffect } from 'react'
import { closePalette } from './palette-store.ts'
import { usePalette } from './use-palette.ts'

const PaletteDialog = lazy(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog }))

/** Opens at Ctrl K or ⌘ K on every page behind the door; what it is made of is fetched then. */
export function Palette() {
  const { isThere, isOpen, open } = usePalette()
  useEffect(() => {
    if (!isThere) return
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      // Over another dialog it would be lost which of the two the keys belong to.
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) open()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
      // Who signs in next has not asked for it.
      closePalette()
    }
  }, [isThere, open])
  return isOpen ? (
    <Suspense>
      <PaletteDialog onClose={closePalette} />
    </Suspense>
  ) : null
}
