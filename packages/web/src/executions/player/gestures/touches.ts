import type { Gesture } from '@hidesync/domain/navigation/words'

/** A finger on the step area; milliseconds and pixels. */
export interface Touch {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly at: number
  /** Whether it is over the area. */
  readonly isInside: boolean
}

export interface TouchRules {
  /** How long a finger rests before it completes the step. */
  readonly holdMs: number
  /** Whether swipes count; resting, tapping and pinching do in any case. */
  readonly swipes: boolean
}

interface Finger {
  readonly first: Touch
  readonly last: Touch
}

/** Pixels. */
const swipeLength = 60
const restless = 14
const pinchLength = 60
const doubleTapMs = 320
const doubleTapNear = 32

const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

/** What fingers mean, from what they do: told apart by where they went and how long they rested. Knows nothing of a page. */
export class Touches {
  #fingers = new Map<number, Finger>()
  #lastTap: Touch | null = null
  #isPinch = false
  #pinchFrom = 0

  /** A finger rests where it was put down, alone. */
  isHolding(): boolean {
    const [finger, other] = [...this.#fingers.values()]
    return finger !== undefined && other === undefined && distance(finger.first, finger.last) <= restless
  }

  down(touch: Touch): void {
    this.#fingers.set(touch.id, { first: touch, last: touch })
    if (this.#fingers.size !== 2) return
    this.#isPinch = true
    this.#pinchFrom = this.#spread()
  }

  move(touch: Touch): void {
    const finger = this.#fingers.get(touch.id)
    if (finger !== undefined) this.#fingers.set(touch.id, { ...finger, last: touch })
  }

  /** The browser took the finger for itself, such as for scrolling. */
  cancel(): void {
    this.#fingers.clear()
    this.#isPinch = false
  }

  up(touch: Touch, rules: TouchRules): Gesture | null {
    this.move(touch)
    const finger = this.#fingers.get(touch.id)
    const spread = this.#spread()
    const isTwo = this.#fingers.size >= 2
    this.#fingers.delete(touch.id)
    if (finger === undefined) return null
    if (this.#isPinch) {
      if (this.#fingers.size === 0) this.#isPinch = false
      if (!isTwo) return null
      const change = spread - this.#pinchFrom
      return Math.abs(change) < pinchLength ? null : change < 0 ? 'pinch_in' : 'pinch_out'
    }
    return this.#single(finger, rules)
  }

  #single({ first, last }: Finger, { holdMs, swipes }: TouchRules): Gesture | null {
    const x = last.x - first.x
    const y = last.y - first.y
    const rested = last.at - first.at
    if (Math.hypot(x, y) > restless) {
      this.#lastTap = null
      if (!swipes || Math.abs(x) < swipeLength || Math.abs(y) > Math.abs(x)) return null
      return x > 0 ? 'swipe_right' : 'swipe_left'
    }
    if (rested >= holdMs) return last.isInside ? 'tap_hold' : null
    const before = this.#lastTap
    this.#lastTap = last
    const isSecond = before !== null && first.at - before.at <= doubleTapMs && distance(before, first) <= doubleTapNear
    if (!isSecond) return null
    this.#lastTap = null
    return 'double_tap'
  }

  #spread(): number {
    const [one, other] = [...this.#fingers.values()]
    return one === undefined || other === undefined ? 0 : distance(one.last, other.last)
  }
}
