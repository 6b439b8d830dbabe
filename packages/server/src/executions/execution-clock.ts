import { dueNext, type ClockLimits } from '@hidesync/domain/executions/due'
import { sql } from 'kysely'
import type { Bell } from '../database/bell.ts'
import type { Database } from '../database/database.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { limitsOf } from './clock-limits.ts'
import { loadExecution } from './execution.reader.ts'
import { attempts, type ExecutionService } from './execution.service.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly executions: ExecutionService
  readonly limits: ClockLimits
  readonly bell: Bell
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** Milliseconds between looks. */
const beat = 30_000
/** How long other processes leave alone what one has taken on; if that dies, they do it then. */
const lease = '1 minute'
/** How many executions one takes on at a time. */
const batch = 100

/**
 * Does what the clock asks of executions: times them out, pauses those that nobody uses. Any number of processes may do so at once:
 * each takes on what is due for a while, and a command is written only on the version that it was decided on.
 */
export class ExecutionClock {
  readonly #deps: Deps
  #working: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#working = this.#working.then(() => this.tick()).catch(this.#deps.onError)
    }, beat)
    this.#timer.unref()
  }

  /** Ends the looking, and waits for what is being done. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    await this.#working
  }

  /** Does everything that is due now; answers with how many executions it changed. What goes wrong with one does not keep the others. */
  async tick(): Promise<number> {
    let changed = 0
    for (;;) {
      const ids = await this.#takeOn()
      for (const id of ids) {
        try {
          if (await this.#changeIfDue(id)) changed += 1
        } catch (error) {
          this.#deps.onError(error)
        }
      }
      if (changed > 0) this.#deps.bell.ring()
      if (ids.length < batch) return changed
    }
  }

  async #takeOn(): Promise<readonly number[]> {
    const { db, now } = this.#deps
    const at = now().toISOString()
    const { rows } = await sql<{ id: number }>`
      update workflow_executions e set due_at = ${at}::timestamptz + ${lease}::interval
      where e.id in (
        select d.id from workflow_executions d where d.due_at <= ${at}::timestamptz
        order by d.due_at limit ${batch} for update skip locked)
      returning e.id`.execute(db)
    return rows.map(({ id }) => id)
  }

  /** False: nothing is due any more, or not yet. */
  async #changeIfDue(id: number): Promise<boolean> {
    const { db, revisions, executions, limits, now } = this.#deps
    for (let attempt = 0; attempt < attempts; attempt++) {
      const loaded = await loadExecution(db, id, { withSteps: true })
      if (loaded === null) return false
      const { row, usedAt } = loaded
      const { workflow } = await revisions.get(row.content_hash)
      const due = dueNext(workflow, row.state, { limits: limitsOf(row, limits), usedAt })
      if (due === null || due.at > now().getTime()) {
        await this.#lookAgain(id, row.version, due?.at ?? null)
        return false
      }
      const reason = 'reason' in due.command ? { reason: 'idle' } : {}
      const asked = { request: due.command, action_data: reason, actor_id: null, locale: 'en', minimal: true }
      if ((await executions.apply(loaded, { ...asked, idempotency: null })) !== null) return true
    }
    return false
  }

  /** A command that came meanwhile has said better when. */
  async #lookAgain(id: number, version: number, at: number | null): Promise<void> {
    const due_at = at === null ? null : new Date(at).toISOString()
    await sql`update workflow_executions set due_at = ${due_at}::timestamptz where id = ${id} and version = ${version}`.execute(
      this.#deps.db,
    )
  }
}
