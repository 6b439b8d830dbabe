import type { Durations } from '@hidesync/domain/insights/durations'
import { learnedDurations, type StepDurations } from '@hidesync/domain/insights/learned-durations'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { Database } from '../database/database.ts'
import { readStepDurations } from './durations.reader.ts'

interface Deps {
  readonly db: Database
  readonly now: () => Date
  /** Steps with records that are held at most, of all workflows and people together. */
  readonly maxSize: number
}

/** Whose run of what. */
export interface ExpectedOf {
  readonly workflow_id: number
  readonly started_by: number
}

/** What is known of a workflow to a person, whatever revision of it they follow. */
class Entry {
  readonly records: readonly StepDurations[]
  /** Epoch milliseconds. */
  readonly readAt: number
  readonly #durations = new WeakMap<CompiledWorkflow, Durations>()

  constructor(records: readonly StepDurations[], readAt: number) {
    this.records = records
    this.readAt = readAt
  }

  /** What is held: an entry without records takes room, too. */
  get size(): number {
    return 1 + this.records.length
  }

  durations(workflow: CompiledWorkflow): Durations {
    const durations = this.#durations.get(workflow) ?? learnedDurations(workflow, this.records)
    this.#durations.set(workflow, durations)
    return durations
  }
}

/** Milliseconds for which what was read is taken for what is known: a run may wait so long for what the last ones taught. */
const life = 60_000

/**
 * What is expected of the steps of runs: read once a minute for each workflow and person, and kept in this process meanwhile, so that a
 * command pays no round trip for it.
 */
export class ExpectedDurations {
  readonly #deps: Deps
  readonly #entries = new Map<string, Entry>()
  readonly #loading = new Map<string, Promise<Entry>>()
  #size = 0

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Steps with records that are held, about. */
  get size(): number {
    return this.#size
  }

  /**
   * What `reader` is told of a run: the times of the person whose run it is count for themselves alone; anybody else is told what
   * everyone's say, as is the clock (null). Inside a transaction give it as `tx`: whoever holds the one session of the embedded database may not wait for others.
   */
  async of(run: ExpectedOf, workflow: CompiledWorkflow, reader: number | null, tx?: Database): Promise<Durations> {
    const user_id = run.started_by === reader ? reader : null
    const key = `${run.workflow_id} ${user_id}`
    const known = this.#entries.get(key)
    if (known !== undefined && this.#deps.now().getTime() - known.readAt < life) {
      this.#entries.delete(key)
      this.#entries.set(key, known)
      return known.durations(workflow)
    }
    const read = (db: Database) => this.#read(db, key, { workflow_id: run.workflow_id, user_id })
    if (tx !== undefined) return (await read(tx)).durations(workflow)
    const loading = this.#loading.get(key) ?? read(this.#deps.db).finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    return (await loading).durations(workflow)
  }

  async #read(db: Database, key: string, whose: Parameters<typeof readStepDurations>[1]): Promise<Entry> {
    const readAt = this.#deps.now().getTime()
    const entry = new Entry(await readStepDurations(db, whose), readAt)
    this.#forget(key)
    this.#entries.set(key, entry)
    this.#size += entry.size
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#deps.maxSize) break
      this.#forget(oldest)
    }
    return entry
  }

  #forget(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0
    this.#entries.delete(key)
  }
}
