import type { Recognition, RecognitionErrorEvent, ResultEvent } from './recognition.ts'

export type EarState = 'off' | 'listening' | 'paused'
/** Why it stopped by itself. */
export type EarTrouble = 'not_allowed' | 'failed'

interface EarParts {
  /** Null: nobody may listen as the browser would. */
  readonly create: () => Promise<Recognition | null>
  readonly onHeard: (text: string) => void
  readonly onState: (state: EarState) => void
  readonly onTrouble: (trouble: EarTrouble) => void
  /** Milliseconds. */
  readonly wait: (run: () => void, delay: number) => void
}

/** Below this what was heard may be noise. Some browsers tell no confidence: then it is 0. */
const leastConfidence = 0.5
const mostErrors = 3
/** Milliseconds before listening again, doubled with every error. */
const firstPause = 250

/** Nobody said anything, or we stopped it ourselves. */
const harmless: ReadonlySet<string> = new Set(['no-speech', 'aborted'])

/** Listens until it is told to stop, holds its peace while the app itself speaks, and gives up after three errors. */
export class Ear {
  readonly #parts: EarParts
  #recognition: Recognition | null = null
  #isWanted = false
  #isKept = false
  #isPaused = false
  #isMaking = false
  #errors = 0

  constructor(parts: EarParts) {
    this.#parts = parts
  }

  /** `keep`: it goes on after each sentence. */
  start(keep: boolean): void {
    this.#isWanted = true
    this.#isKept = keep
    this.#errors = 0
    void this.#begin()
  }

  /** What was being said is still heard. */
  stop(): void {
    this.#isWanted = false
    this.#recognition?.stop()
    this.#parts.onState('off')
  }

  /** While the app speaks it would hear itself. */
  pause(): void {
    if (this.#isPaused) return
    this.#isPaused = true
    this.#recognition?.abort()
    if (this.#isWanted) this.#parts.onState('paused')
  }

  resume(): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    if (this.#isWanted) void this.#begin()
  }

  async #begin(): Promise<void> {
    const mayBegin = () => this.#isWanted && !this.#isPaused && this.#recognition === null && !this.#isMaking
    if (!mayBegin()) return
    this.#isMaking = true
    const recognition = await this.#parts.create().finally(() => (this.#isMaking = false))
    // It was told to stop, or to hold its peace, meanwhile.
    if (!mayBegin()) return
    if (recognition === null) return this.stop()
    this.#recognition = recognition
    recognition.addEventListener('result', event => this.#hear(event as ResultEvent))
    recognition.addEventListener('error', event => this.#fail((event as RecognitionErrorEvent).error))
    recognition.addEventListener('end', () => this.#end(recognition))
    recognition.start()
    this.#parts.onState('listening')
  }

  #hear({ results, resultIndex }: ResultEvent): void {
    if (this.#isPaused) return
    for (const result of Array.from(results).slice(resultIndex)) {
      const best = result[0]
      if (!result.isFinal || best === undefined) continue
      if (best.confidence > 0 && best.confidence < leastConfidence) continue
      this.#errors = 0
      this.#parts.onHeard(best.transcript.trim())
    }
  }

  #fail(error: string): void {
    if (harmless.has(error)) return
    if (error === 'not-allowed' || error === 'service-not-allowed') return this.#giveUp('not_allowed')
    this.#errors += 1
    if (this.#errors >= mostErrors) this.#giveUp('failed')
  }

  #giveUp(trouble: EarTrouble): void {
    this.#isWanted = false
    this.#parts.onState('off')
    this.#parts.onTrouble(trouble)
  }

  #end(recognition: Recognition): void {
    if (this.#recognition === recognition) this.#recognition = null
    if (!this.#isWanted || this.#isPaused) return
    if (this.#isKept) this.#parts.wait(() => void this.#begin(), firstPause * 2 ** this.#errors)
    else this.stop()
  }
}
