type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const typed = new Set<Field>()

/** From now on remembers where something is typed. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target }) => {
    for (const field of typed) if (!field.isConnected) typed.delete(field)
    if (isField(target)) typed.add(target)
  })
}

/** Whether something on the page is begun and not handed over, which would be lost if it were loaded anew: a sheet is open, or words stand in a field. */
export const isHalfDone = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog]') !== null ||
  [...typed].some(field => field.isConnected && field.value.trim() !== '')
