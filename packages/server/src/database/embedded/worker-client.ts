import type { Worker } from 'node:worker_threads'
import { databaseError, DatabaseLostError } from '../database-error.ts'
import { startThread } from '../../threads/start-thread.ts'
import { DataFolderError } from './data-folder.ts'
import type { RawResult, WorkerAnswer, WorkerRequest, WorkerSettings } from './messages.ts'

interface Pending {
  readonly resolve: (answer: WorkerAnswer) => void
  readonly reject: (error: Error) => void
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

const closedReason = 'The database is closed.'

/** One thread with an open engine in it. Requests are answered in the order in which they are posted. */
export class WorkerClient {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  /** Called once, when an open engine breaks down or its thread ends unasked. All requests have failed by then. */
  readonly #onLost: (error: DatabaseLostError) => void
  /** Whether the engine opened: `ready` or `refused`. */
  readonly #first: Promise<WorkerAnswer>
  #lastId = 0
  #ended: DatabaseLostError | null = null
  #closing = false

  private constructor(worker: Worker, onLost: (error: DatabaseLostError) => void) {
    this.#worker = worker
    this.#onLost = onLost
    this.#first = new Promise((resolve, reject) => this.#pending.set(0, { resolve, reject }))
    worker.on('message', (answer: WorkerAnswer) => this.#receive(answer))
    worker.on('error', (error: unknown) => this.#lose(`The embedded database broke down: ${String(error)}`))
    worker.on('exit', () => this.#lose('The thread of the embedded database ended.'))
  }

  /** Throws DataFolderError when the engine cannot open the folder. */
  static async open(settings: WorkerSettings, onLost: (error: DatabaseLostError) => void): Promise<WorkerClient> {
    const client = new WorkerClient(startThread('embedded-worker', { workerData: settings }), onLost)
    const answer = await client.#first
    if (answer.type === 'refused') throw new DataFolderError(answer.message)
    return client
  }

  async run(sql: string, parameters: readonly (string | null)[]): Promise<RawResult> {
    const answer = await this.#ask({ type: 'run', sql, parameters })
    if (answer.type === 'error') throw databaseError(answer.fields)
    if (answer.type !== 'result') throw new TypeError(`A statement was answered with ${answer.type}.`)
    return answer.result
  }

  /** How often the engine synced its files so far. */
  async countSyncs(): Promise<number> {
    const answer = await this.#ask({ type: 'count_syncs' })
    return answer.type === 'syncs' ? answer.count : 0
  }

  /** Answers what was asked before, writes everything back and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended !== null) return
    const ended = new Promise(resolve => this.#worker.once('exit', resolve))
    const closed = this.#ask({ type: 'close' })
    this.#closing = true
    await closed
    await ended
  }

  #ask(request: WithoutId<WorkerRequest>): Promise<WorkerAnswer> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    if (this.#closing) return Promise.reject(new DatabaseLostError(closedReason))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
      this.#worker.postMessage({ ...request, id })
    })
  }

  #receive(answer: WorkerAnswer) {
    if (answer.type === 'lost') return this.#lose(answer.message)
    const id = 'id' in answer ? answer.id : 0
    this.#pending.get(id)?.resolve(answer)
    this.#pending.delete(id)
  }

  #lose(reason: string) {
    if (this.#ended !== null) return
    const opened = !this.#pending.has(0)
    this.#ended = new DatabaseLostError(this.#closing ? closedReason : reason)
    for (const { reject } of this.#pending.values()) reject(this.#ended)
    this.#pending.clear()
    void this.#worker.terminate()
    if (opened && !this.#closing) this.#onLost(this.#ended)
  }
}
