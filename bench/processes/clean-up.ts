type Undo = () => void | Promise<void>

/** What a run started and has to end, whether it succeeds, fails or is interrupted: the last first. */
export class CleanUp {
  readonly #undos: Undo[] = []

  add(undo: Undo): void {
    this.#undos.push(undo)
  }

  /** Ends everything; what cannot be ended is told and does not keep the rest. */
  async run(): Promise<void> {
    for (let undo = this.#undos.pop(); undo !== undefined; undo = this.#undos.pop()) {
      try {
        await undo()
      } catch (error) {
        console.error(`Could not clean up: ${String(error)}`)
      }
    }
  }

  /** Runs it on Ctrl+C and on SIGTERM too, then ends with the usual code. */
  onSignals(): void {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)
      process.once(signal, () => void this.run().finally(() => process.exit(code)))
  }
}
