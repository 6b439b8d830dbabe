import { useLayoutEffect, useRef } from 'react'
import { takeForField } from '../../app/called-field.ts'

/** What a key does; the name is `Ctrl+Enter` (Ctrl or ⌘), `Alt+1`, `Shift+t`, or the key alone. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>

/** Whether what is typed there becomes a text. */
export const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))

/** Keys that a focused control needs itself. */
const isTaken = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  ((key === 'Enter' && target.closest('button, a, summary, [role=tab], [role=menuitem]') !== null) ||
    (key.startsWith('Arrow') && target.closest('[role=radiogroup], [role=tablist], [role=menu], textarea') !== null))

/** The name of a pressed key: `Ctrl+Enter` (Ctrl or ⌘), `Alt+1`, `Shift+t`, or the key alone. */
export const nameOfKey = ({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string => {
  const plain = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return `Ctrl+${plain}`
  // With Alt some keyboards write another sign: the key's place counts.
  if (altKey) return `Alt+${code.replace('Digit', '')}`
  return shiftKey && /^[a-z]$/.test(plain) ? `Shift+${plain}` : plain
}

/**
 * Keys for the whole page. Single keys are silent while one writes, and all are while a dialog is open: they belong to what one
 * sees.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  // Keys are there with the picture that they belong to: what is pressed at its sight would be lost.
  useLayoutEffect(() => {
    current.current = shortcuts
  })
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      // These keys were listening before the field was called.
      if (takeForField(event) || event.repeat) return
      const name = nameOfKey(event)
      const run = current.current[name]
      if (run === undefined || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null) return
      if (isEditable(event.target) && name !== 'Ctrl+Enter' && name !== 'Escape') return
      if (isTaken(event.target, event.key) && !name.startsWith('Ctrl+')) return
      event.preventDefault()
      run()
    }
    // Before the controls: some of them keep keys to themselves that they have no use for.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}
