import type { Gesture } from '@hidesync/domain/navigation/words'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { usePreferences } from '../../../app/preferences.ts'
import { Touches } from './touches.ts'

/** What has a use of its own for a finger. */
const busy = 'a, button, input, textarea, select, label, summary, [role=tab], [role=slider], video, .react-flow'

/** Whether something between here and the area scrolls sideways. */
function scrollsSideways(from: Element, area: Element): boolean {
  for (let box: Element | null = from; box !== null && box !== area; box = box.parentElement)
    if (box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX)) return true
  return false
}

const isMarked = () => (getSelection()?.toString() ?? '') !== ''

export interface Hold {
  readonly x: number
  readonly y: number
}

/** Watches the fingers on an area; where one rests that would complete the step, if it is one. */
export function useTouches(area: RefObject<HTMLElement | null>, onGesture: (gesture: Gesture) => void): Hold | null {
  const { swipe, hold_ms: holdMs } = usePreferences('player')
  const [hold, setHold] = useState<Hold | null>(null)
  const deed = useRef(onGesture)
  useEffect(() => {
    deed.current = onGesture
  })
  useEffect(() => {
    const box = area.current
    if (box === null) return
    const touches = new Touches()
    const rules = { holdMs, swipes: swipe !== 'off' }
    const touchOf = ({ pointerId: id, clientX: x, clientY: y, timeStamp: at }: PointerEvent) => {
      const { left, right, top, bottom } = box.getBoundingClientRect()
      return { id, x, y, at, isInside: x >= left && x <= right && y >= top && y <= bottom }
    }
    const down = (event: PointerEvent) => {
      const { target, pointerType, clientX: x, clientY: y } = event
      if (pointerType !== 'touch' || !(target instanceof Element)) return
      if (target.closest(busy) !== null || scrollsSideways(target, box) || isMarked()) return
      touches.down(touchOf(event))
      setHold(touches.isHolding() ? { x, y } : null)
    }
    const move = (event: PointerEvent) => {
      touches.move(touchOf(event))
      if (!touches.isHolding()) setHold(null)
    }
    const up = (event: PointerEvent) => {
      setHold(null)
      const gesture = touches.up(touchOf(event), rules)
      if (gesture !== null) deed.current(gesture)
    }
    const cancel = () => {
      touches.cancel()
      setHold(null)
    }
    // A resting finger would open the browser's menu, or mark a word.
    const keep = (event: Event) => {
      if (touches.isHolding()) event.preventDefault()
    }
    box.addEventListener('pointerdown', down)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    box.addEventListener('contextmenu', keep)
    box.addEventListener('selectstart', keep)
    return () => {
      box.removeEventListener('pointerdown', down)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      box.removeEventListener('contextmenu', keep)
      box.removeEventListener('selectstart', keep)
    }
  }, [area, holdMs, swipe])
  return hold
}
