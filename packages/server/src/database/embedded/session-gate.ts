/**
 * One session for everybody: plain statements pass one after another without waiting for each other, a transaction has it alone.
 * First come, first served: a waiting transaction is not overtaken by the statements behind it.
 */
export class SessionGate {
  #held = false
  readonly #waiting: { readonly exclusive: boolean; readonly go: () => void }[] = []

  /** For one plain statement; null when it may go at once, without so much as a tick. */
  pass(): Promise<void> | null {
    return this.#held || this.#waiting.length > 0 ? this.#queue(false) : null
  }

  /** For a transaction: whoever got in has to call `leave`. */
  async enter(): Promise<void> {
    if (this.#held || this.#waiting.length > 0) await this.#queue(true)
    else this.#held = true
  }

  leave(): void {
    this.#held = false
    while (!this.#held) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#held = next.exclusive
      next.go()
    }
  }

  #queue(exclusive: boolean) {
    return new Promise<void>(resolve => this.#waiting.push({ exclusive, go: resolve }))
  }
}
