type Field = HTMLInputElement | HTMLTextAreaElement

/** How long a field may take to come: after that, the keys are the page's again; milliseconds. */
const patience = 5_000

/** A field that was called and has yet to come, with what was typed for it meanwhile. */
let called: { typed: string; isSent: boolean; readonly letGo: () => void } | null = null

const letGo = () => called?.letGo()
const press = (event: KeyboardEvent) => void takeForField(event)
const enterKey = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }

/** Adds a text as if it were typed: by the element's own setter, for React's would take it for what React has written itself. */
function write(field: Field, text: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
  own?.set?.call(field, field.value + text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Goes to a field. One that is still being loaded or drawn gets the focus once it is there, and what was typed for it until then. */
export function callField(find: () => Field | null): void {
  letGo()
  const enter = () => {
    const field = find()
    if (field === null) return
    const { typed, isSent } = called ?? { typed: '', isSent: false }
    letGo()
    field.focus()
    if (typed !== '') write(field, typed)
    // Once the page knows the text.
    if (isSent) setTimeout(() => field.dispatchEvent(new KeyboardEvent('keydown', enterKey)))
  }
  const watch = new MutationObserver(enter)
  const timer = setTimeout(letGo, patience)
  // Whoever presses something else has changed their mind.
  window.addEventListener('pointerdown', letGo, true)
  window.addEventListener('keydown', press, true)
  called = {
    typed: '',
    isSent: false,
    letGo: () => {
      called = null
      watch.disconnect()
      clearTimeout(timer)
      window.removeEventListener('pointerdown', letGo, true)
      window.removeEventListener('keydown', press, true)
    },
  }
  watch.observe(document.body, { childList: true, subtree: true })
  enter()
}

/**
 * Keeps a key for a field that was called and has yet to come, and says whether it did: then nobody else hears of it. Enter is
 * pressed there after the text; Escape and Tab give the field up.
 */
export function takeForField(event: KeyboardEvent): boolean {
  const { key } = event
  // The key that calls the field is none of its letters.
  if (called === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (key === 'Escape' || key === 'Tab') letGo()
  else if (key === 'Enter') called.isSent = true
  else if (key === 'Backspace') called.typed = called.typed.slice(0, -1)
  else if (key.length === 1 && !called.isSent) called.typed += key
  if (key === 'Tab') return false
  event.preventDefault()
  event.stopImmediatePropagation()
  return true
}
