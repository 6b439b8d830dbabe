/**
 * Tells every process of the installation that something may have happened, nothing more: whoever hears it looks. A ring that is
 * lost costs time, never news, since all who wait look now and then anyway.
 */
export interface Bell {
  /** Rings soon; many at once are one. */
  ring(): void
  /** How often it was heard: what was read before it went up may be old. */
  readonly count: number
  /** Calls once, when it is heard next; what is given back stops waiting. Whoever was too early or late for a ring sees it by the count. */
  listen(heard: () => void): () => void
  /** How many wait. */
  readonly listening: number
  close(): Promise<void>
}

/** How long rings are gathered. Milliseconds. */
const gathering = 20

/** A bell that is heard where it is rung: all that an embedded database needs, which has one process. */
export class LocalBell implements Bell {
  #count = 0
  #timer: NodeJS.Timeout | null = null
  readonly #waiting = new Set<() => void>()

  get count(): number {
    return this.#count
  }

  ring(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.strike()
    }, gathering).unref()
  }

  listen(heard: () => void): () => void {
    this.#waiting.add(heard)
    return () => void this.#waiting.delete(heard)
  }

  get listening(): number {
    return this.#waiting.size
  }

  /** Heard by all who wait. */
  protected strike(): void {
    this.#count++
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const heard of waiting) heard()
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
