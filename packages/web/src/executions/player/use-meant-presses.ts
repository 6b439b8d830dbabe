import { useLayoutEffect, useRef } from 'react'
import { isEditable } from './use-shortcuts.ts'

/**
 * How long a step is in view before a finger can mean it, in milliseconds: who presses sooner meant what was there before, as the second
 * half of a double tap does.
 */
const settling = 350

/** The clock by which events say when they happened. */
const eventTime = () => new Event('now').timeStamp

/**
 * Lets a press or a key count only for what was in view when it was made. A slow device shows the next step late: what was pressed
 * before that, such as the second half of a double tap, would be done to a step that nobody has seen yet.
 */
export function useMeantPresses(shown: string): void {
  const since = useRef(0)
  useLayoutEffect(() => {
    since.current = eventTime()
    // Keys, and what reads the page aloud, find what is in here at once. The press goes to the box around it, which does nothing.
    for (const part of document.querySelectorAll('[data-settles] > *'))
      part.animate({ pointerEvents: ['none', 'none'] }, settling)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- it is the moment of the change that counts
  }, [shown])
  // Before the keys of the step, which listen from its picture on.
  useLayoutEffect(() => {
    let isLate = false
    const drop = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const pointerDown = (event: PointerEvent) => {
      isLate = event.timeStamp < since.current
      if (isLate) drop(event)
    }
    const click = (event: MouseEvent) => {
      // One without a pointer was made by a key, or by what reads the page aloud.
      if (event.timeStamp < since.current || (isLate && event.detail > 0)) drop(event)
    }
    const keyDown = (event: KeyboardEvent) => {
      // Letters of a text would be lost, and are right also when they come late.
      const isText = isEditable(event.target) && !event.ctrlKey && !event.metaKey
      if (event.timeStamp < since.current && !isText) drop(event)
    }
    window.addEventListener('pointerdown', pointerDown, true)
    window.addEventListener('click', click, true)
    window.addEventListener('keydown', keyDown, true)
    return () => {
      window.removeEventListener('pointerdown', pointerDown, true)
      window.removeEventListener('click', click, true)
      window.removeEventListener('keydown', keyDown, true)
    }
  }, [])
}
