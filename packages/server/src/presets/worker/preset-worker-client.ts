import { Worker } from 'node:worker_threads'
import { AppError } from '../../http/app-error.ts'
import type { Job, JobResults, WorkerAnswer } from './messages.ts'

/**
 * Runs from the sources (tests, tools) and from the bundle alike: there the worker is an entry of its own, `preset-worker.mjs`, in the same folder
 * as the file that this module became part of.
 */
function startThread(maxMemory: number): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: maxMemory } }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./preset-worker.mjs', import.meta.url), limits)
  // Node 20 reads no TypeScript by itself, and threads do not inherit the loader of their parent.
  const entry = new URL('./preset-worker.ts', import.meta.url).href
  const bootstrap = `require('node:module').register('tsx/esm', '${entry}', { data: true }); import('${entry}')`
  return new Worker(bootstrap, { ...limits, eval: true })
}

export interface PresetWorkerOptions {
  /** Milliseconds that one job may take. */
  readonly timeLimit?: number
  /** Megabytes that one job may need. */
  readonly memoryLimit?: number
  /** How many may wait for their turn. */
  readonly queue?: number
  /** Milliseconds without a job after which the thread, and what it holds in memory, goes away. */
  readonly idle?: number
}

const busy = () =>
  new AppError('server.unavailable', 'Many files are being read just now. Try again in a few seconds.', {
    headers: { 'retry-after': '5' },
  })
const tooLong = () =>
  new AppError(
    'preset.unreadable',
    'Reading the file takes too long, so it was given up. Split it, or make it smaller.',
  )
const tooLarge = () =>
  new AppError(
    'preset.unreadable',
    'Reading the file needs too much memory, so it was given up. Split it, or make it smaller.',
  )

/**
 * Reads, prepares and writes files in a thread of its own, one at a time, so that nobody waits for it but who asked. A job that takes too long or too
 * much memory is given up with its thread; the next one gets a new one.
 */
export class PresetWorker {
  readonly #limits: Required<PresetWorkerOptions>
  #thread: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #lastId = 0
  #idleTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor({ timeLimit = 30_000, memoryLimit = 512, queue = 20, idle = 60_000 }: PresetWorkerOptions = {}) {
    this.#limits = { timeLimit, memoryLimit, queue, idle }
  }

  /** Throws `AppError` where the file cannot be read, or where too many wait. */
  async run<K extends keyof JobResults>(job: Extract<Job, { readonly kind: K }>): Promise<JobResults[K]> {
    if (this.#waiting >= this.#limits.queue) throw busy()
    this.#waiting += 1
    const turn = this.#turn.then(() => this.#do(job))
    this.#turn = turn.catch(() => {})
    try {
      return (await turn) as JobResults[K]
    } finally {
      this.#waiting -= 1
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idleTimer)
    await this.#thread?.terminate()
    this.#thread = null
  }

  #do(job: Job): Promise<unknown> {
    if (this.#closed) return Promise.reject(new AppError('server.unavailable', 'The server is shutting down.'))
    clearTimeout(this.#idleTimer)
    const thread = this.#thread ?? this.#start()
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(limit)
        thread.off('message', receive).off('error', fail).off('exit', lose)
        if (this.#thread === thread) thread.unref()
        this.#idleTimer = setTimeout(() => void this.#drop(thread), this.#limits.idle).unref()
        settle()
      }
      const receive = (answer: WorkerAnswer) => {
        if (answer.id !== id) return
        if (answer.ok) return end(() => resolve(answer.result))
        const { code, detail, errors } = answer
        end(() =>
          reject(
            code === null ? new Error(detail) : new AppError(code, detail, errors === undefined ? {} : { errors }),
          ),
        )
      }
      const give = (reason: Error) => {
        void this.#drop(thread)
        end(() => reject(reason))
      }
      const fail = (error: NodeJS.ErrnoException) =>
        give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error)
      const lose = () => give(new Error('The thread that reads files ended.'))
      const limit = setTimeout(() => give(tooLong()), this.#limits.timeLimit)
      thread.ref()
      thread.on('message', receive).on('error', fail).on('exit', lose)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
      thread.postMessage({ id, job })
    })
  }

  #start(): Worker {
    const thread = startThread(this.#limits.memoryLimit)
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
