import type { Reading } from '@hidesync/domain/navigation/language/intent'
import type { Saying } from '../command/exchange.ts'
import { isWrite, type Heard } from '../command/hearing.ts'

/** What was heard, and what it means. */
export interface Command {
  readonly saying: Saying
  readonly heard: Heard
}

interface GraceParts {
  readonly run: (command: Command) => Promise<void>
  /** What is about to be done, unless somebody says no; null: nothing. */
  readonly onPending: (text: string | null) => void
  /** Runs it once, after so many milliseconds; gives what calls it off. */
  readonly wait: (run: () => void, delay: number) => () => void
}

/** How long what was heard waits before it is done; milliseconds. */
const grace = 4_000

const readingsOf = ({ heard: { understanding } }: Command): readonly Reading[] =>
  understanding.kind === 'understood' ? understanding.readings : []

const meaningOf = (command: Command): string =>
  JSON.stringify(readingsOf(command).map(({ intent, slots }) => [intent, slots]))

/** A yes, a no or an undo alone: said while something is about to be done, it is about that. */
const wordOn = (command: Command) => {
  const [first, ...others] = readingsOf(command)
  if (first === undefined || others.length > 0) return null
  return first.intent === 'yes' || first.intent === 'no' || first.intent === 'undo' ? first.intent : null
}

/**
 * Commands that are heard hands-free wait a moment, in which they can be called off. One that is followed by another is done before
 * it; one that is said again meanwhile is the same one, and is done once. Everything is done in the order in which it was said.
 */
export class Grace {
  readonly #parts: GraceParts
  #pending: { readonly command: Command; readonly callOff: () => void } | null = null
  #done: Promise<void> = Promise.resolve()
  /** How many are to be done that waited long enough. */
  #doing = 0

  constructor(parts: GraceParts) {
    this.#parts = parts
  }

  hear(command: Command): void {
    const pending = this.#pending
    const word = wordOn(command)
    if (pending !== null && word !== null) return word === 'yes' ? this.#runPending() : this.drop()
    // A question, or an answer to one, is no reason to wait.
    if (!isWrite(command.heard) || word === 'yes' || word === 'no') return this.#run(command)
    this.#runPending()
    if (pending !== null && meaningOf(pending.command) === meaningOf(command)) return
    this.#pending = { command, callOff: this.#parts.wait(() => this.#runPending(), grace) }
    this.#parts.onPending(command.saying.text)
  }

  /** Does at once what asks for no moment. */
  run(command: Command): void {
    this.#run(command)
  }

  /** Calls off what is about to be done. */
  drop(): void {
    this.#pending?.callOff()
    this.#pending = null
    this.#parts.onPending(null)
  }

  /**
   * Something was done in the run. What waits was said of the run as it was before, unless that something was said, too: it is called
   * off rather than done to another step.
   */
  moved(): void {
    if (this.#doing === 0) this.drop()
  }

  #runPending(): void {
    const pending = this.#pending
    if (pending === null) return
    this.drop()
    this.#run(pending.command)
  }

  #run(command: Command): void {
    this.#doing += 1
    this.#done = this.#done
      .then(() => this.#parts.run(command))
      .catch(() => undefined)
      .finally(() => (this.#doing -= 1))
  }
}
