type Field = HTMLInputElement | HTMLTextAreaElement

/** How long a field may take to come: after that, the keys are the page's again; milliseconds. */
const patience = 5_000

/** A field that was called and has yet to come, with what was typed for it meanwhile. */
let called: { typed: string; readonly letGo: () => void } | null = null

const letGo = () => called?.letGo()

function write(field: Field, text: string): void {
  field.setRangeText(text, field.selectionEnd ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Goes to a field. One that is still being loaded or drawn gets the focus once it is there, and what was typed for it until then. */
export function callField(find: () => Field | null): void {
  letGo()
  const enter = () => {
    const field = find()
    if (field === null) return
    const { typed } = called ?? { typed: '' }
    letGo()
    field.focus()
    if (typed !== '') write(field, typed)
  }
  const watch = new MutationObserver(enter)
  const timer = setTimeout(letGo, patience)
  // Whoever presses something else has changed their mind.
  window.addEventListener('pointerdown', letGo, true)
  called = {
    typed: '',
    letGo: () => {
      called = null
      watch.disconnect()
      clearTimeout(timer)
      window.removeEventListener('pointerdown', letGo, true)
    },
  }
  watch.observe(document.body, { childList: true, subtree: true })
  enter()
}

/** Whether a key belongs to a field that was called and has yet to come; it is kept for that. Escape, Enter and Tab give it up. */
export function takeForField({ key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  // The key that calls the field is none of its letters.
  if (called === null || defaultPrevented || ctrlKey || metaKey || altKey) return false
  if (key === 'Backspace') called.typed = called.typed.slice(0, -1)
  else if (key.length === 1) called.typed += key
  else if (key === 'Escape' || key === 'Enter' || key === 'Tab') letGo()
  return key !== 'Tab'
}
