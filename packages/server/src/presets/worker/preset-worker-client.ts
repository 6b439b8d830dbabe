import type { Worker } from 'node:worker_threads'
import { AppError } from '../../http/app-error.ts'
import type { RequestContext } from '../../http/request-context.ts'
import type { Job, JobResults, WorkerAnswer } from './messages.ts'
import { startPresetThread } from './start-preset-thread.ts'
import { busy, busyWithYours, closing, cutShort, nobodyWaits, tookTooLong, tookTooMuch } from './worker-refusals.ts'

export interface PresetWorkerOptions {
  /** Milliseconds that one job may take. */
  readonly timeLimit?: number
  /** Megabytes that one job may need. */
  readonly memoryLimit?: number
  /** How many may wait for their turn, the one whose turn it is included. */
  readonly queue?: number
  /** How many of them may be one person's. */
  readonly queueOfOne?: number
  /** Milliseconds without a job after which the thread, and what it holds in memory, goes away. */
  readonly idle?: number
  /** Starts a thread that may need so many megabytes. */
  readonly start?: (memoryLimit: number) => Worker
}

/** For whom a job is done. */
export interface Asker {
  readonly user_id: number
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal
}

export const askerOf = ({ caller, signal }: RequestContext): Asker => ({ user_id: caller.user_id, signal })

type Answer = JobResults[keyof JobResults]

const refusalOf = ({ code, detail, reason, errors }: Extract<WorkerAnswer, { readonly ok: false }>): Error =>
  code === null ? new Error(detail) : new AppError(code, detail, { reason, ...(errors && { errors }) })

/**
 * Reads, prepares and writes files in a thread of its own, one at a time, so that nobody waits for it but who asked. A job that takes too long or too
 * much memory, or for which nobody waits any more, is given up with its thread; the next one gets a new one.
 */
export class PresetWorker {
  readonly #options: Required<PresetWorkerOptions>
  /** Who waits: an entry for each job. */
  readonly #waiting: number[] = []
  #thread: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #lastId = 0
  #idleTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor({
    timeLimit = 30_000,
    memoryLimit = 512,
    queue = 20,
    queueOfOne = 5,
    idle = 60_000,
    start = startPresetThread,
  }: PresetWorkerOptions = {}) {
    this.#options = { timeLimit, memoryLimit, queue, queueOfOne, idle, start }
  }

  /** Throws `AppError` where the file cannot be read, or where too many wait. */
  async run<K extends keyof JobResults>(
    job: Extract<Job, { readonly kind: K }>,
    { user_id, signal }: Asker,
  ): Promise<JobResults[K]> {
    if (this.#waiting.length >= this.#options.queue) throw busy(job.kind)
    if (this.#waiting.filter(id => id === user_id).length >= this.#options.queueOfOne) throw busyWithYours(job.kind)
    this.#waiting.push(user_id)
    const turn = this.#turn.then(() => this.#do(job, signal))
    this.#turn = turn.catch(() => {})
    try {
      return (await turn) as JobResults[K]
    } finally {
      this.#waiting.splice(this.#waiting.indexOf(user_id), 1)
    }
  }

  /** Gives up what is under way and what waits. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idleTimer)
    const thread = this.#thread
    this.#thread = null
    await thread?.terminate()
  }

  #do(job: Job, signal: AbortSignal): Promise<Answer> {
    if (this.#closed) return Promise.reject(closing())
    if (signal.aborted) return Promise.reject(nobodyWaits())
    clearTimeout(this.#idleTimer)
    const thread = this.#thread ?? this.#start()
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(limit)
        signal.removeEventListener('abort', leave)
        thread.off('message', receive).off('error', fail).off('exit', lose)
        if (this.#thread !== thread) return
        thread.unref()
        this.#idleTimer = setTimeout(() => void this.#drop(thread), this.#options.idle).unref()
      }
      const receive = (answer: WorkerAnswer) => {
        if (answer.id !== id) return
        end()
        if (answer.ok) resolve(answer.result)
        else reject(refusalOf(answer))
      }
      const give = (reason: Error) => {
        void this.#drop(thread)
        end()
        reject(reason)
      }
      const fail = (error: NodeJS.ErrnoException) =>
        give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tookTooMuch(job.kind) : error)
      const lose = () => give(this.#closed ? closing() : cutShort())
      const leave = () => give(nobodyWaits())
      const limit = setTimeout(() => give(tookTooLong(job.kind)), this.#options.timeLimit)
      thread.ref()
      thread.on('message', receive).on('error', fail).on('exit', lose)
      signal.addEventListener('abort', leave)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
      thread.postMessage({ id, job })
    })
  }

  #start(): Worker {
    const thread = this.#options.start(this.#options.memoryLimit)
    // Whoever waits for a job hears of it; without one there is nobody to tell, and the next job starts another thread.
    thread.on('error', () => void this.#drop(thread))
    thread.on('exit', () => void this.#drop(thread))
    this.#thread = thread
    return thread
  }

  async #drop(thread: Worker): Promise<void> {
    if (this.#thread === thread) this.#thread = null
    await thread.terminate()
  }
}
