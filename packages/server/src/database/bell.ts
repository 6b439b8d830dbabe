/**
 * Tells every process of the installation that something may have happened, nothing more: whoever hears it looks. A ring that is
 * lost costs time, never news, since all who wait look now and then anyway.
 */
export interface Bell {
  /** Rings soon; many at once are one. */
  ring(): void
  /** How often it was heard: what was read before it went up may be old. */
  readonly count: number
  /** Fulfilled when it is heard next. */
  next(): Promise<void>
  close(): Promise<void>
}

/** How long rings are gathered. Milliseconds. */
const gathering = 20

/** A bell that is heard where it is rung: all that an embedded database needs, which has one process. */
export class LocalBell implements Bell {
  #count = 0
  #timer: NodeJS.Timeout | null = null
  #heard: (() => void) | null = null
  #next: Promise<void> | null = null

  get count(): number {
    return this.#count
  }

  ring(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.strike()
    }, gathering).unref()
  }

  next(): Promise<void> {
    this.#next ??= new Promise(resolve => (this.#heard = resolve))
    return this.#next
  }

  /** Heard by all who wait. */
  protected strike(): void {
    this.#count++
    this.#heard?.()
    this.#heard = null
    this.#next = null
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
