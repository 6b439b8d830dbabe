import type { Wait } from './waits.ts'

/** How often the clock is looked at, milliseconds. */
const often = 250

/** Rings when something has come to its end, once each, while a person sits at the prompt. */
export class Alarms {
  #waits: readonly Wait[] = []
  readonly #timer: NodeJS.Timeout

  constructor(
    readonly now: () => number,
    readonly ring: (ended: readonly Wait[]) => void,
  ) {
    this.#timer = setInterval(() => this.#look(), often)
    this.#timer.unref()
  }

  /** What there is to wait for from now on. */
  expect(waits: readonly Wait[]): void {
    this.#waits = waits
  }

  #look(): void {
    const now = this.now()
    const ended = this.#waits.filter(({ until }) => until <= now)
    if (ended.length === 0) return
    this.#waits = this.#waits.filter(({ until }) => until > now)
    this.ring(ended)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
