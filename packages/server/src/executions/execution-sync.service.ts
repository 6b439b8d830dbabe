import type { Pack, SyncAnswer, SyncVerdict } from '@hidesync/contract/executions/offline.schemas'
import { decideQueued } from '@hidesync/domain/executions/offline/decide-queued'
import type { QueuedCommand, VerdictRefusal } from '@hidesync/domain/executions/offline/queued-command'
import { spokenLanguage } from '@hidesync/domain/text/language'
import { createHash } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { refuseMismatch, rememberAnswer, type IdempotencyRequest } from '../http/idempotency.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { actionDataOf } from '@hidesync/domain/executions/action-data'
import type { ExecutionQueryService } from './execution-query.service.ts'
import { attempts, busy, type ExecutionService } from './execution.service.ts'
import type { LoadedExecution } from './execution.reader.ts'
import { readUndoChain } from './undo-chain.reader.ts'
import { readVerdict } from './verdict.reader.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly executions: ExecutionService
  readonly executionQueries: ExecutionQueryService
  readonly now: () => Date
}

/** How much of what was done a device can take back without the server. */
const longestChain = 100

/** Serves devices that play a run without the server: gives them all they need, and takes what they did. */
export class ExecutionSyncService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async pack(id: number, context: RequestContext): Promise<Pack> {
    const loaded = await this.#load(id, context)
    const [standing, definition] = await Promise.all([
      this.#standing(loaded, context),
      this.#deps.executionQueries.read(loaded, context),
    ])
    return { ...standing, definition }
  }

  /**
   * One command after the other, each on its own: one that is refused keeps none of the others. An error in between leaves what
   * was judged so far, which answers with the same verdicts when all is sent again.
   */
  async sync(id: number, commands: readonly QueuedCommand[], context: RequestContext): Promise<SyncAnswer> {
    const results: SyncVerdict[] = []
    for (const queued of commands) results.push(await this.#judge(id, queued, context))
    return { ...(await this.#standing(await this.#load(id, context), context)), results }
  }

  #load(id: number, context: RequestContext): Promise<LoadedExecution> {
    return this.#deps.executions.load(id, context, { withSteps: !context.minimal })
  }

  /** All of one moment: state, revision and what undo can take back suit each other. */
  async #standing(loaded: LoadedExecution, context: RequestContext) {
    const { db, executions, now } = this.#deps
    const { row } = loaded
    const [execution, undo_chain] = await Promise.all([
      executions.answer(loaded, context),
      readUndoChain(db, row.id, { head: row.state.undo_head, most: longestChain }),
    ])
    return { execution, content_hash: row.content_hash, undo_chain, now: now().getTime() }
  }

  async #judge(id: number, queued: QueuedCommand, context: RequestContext): Promise<SyncVerdict> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const verdict = await this.#attempt(id, queued, context)
      if (verdict !== null) return verdict
    }
    throw busy(spokenLanguage(context.languages))
  }

  /** Null: another command came first. */
  async #attempt(id: number, queued: QueuedCommand, context: RequestContext): Promise<SyncVerdict | null> {
    const { executions, revisions, now } = this.#deps
    const { key, request } = queued
    const known = this.#known(id, queued, context)
    const loaded = await executions.load(id, context, { withLast: request.type === 'undo', idempotency: known })
    if (loaded.answered !== null) {
      refuseMismatch(known, loaded.answered)
      return { key, ...(JSON.parse(loaded.answered.body) as Omit<SyncVerdict, 'key'>) }
    }
    const { workflow } = await revisions.get(loaded.row.content_hash)
    const meant = await this.#sequenceOf(id, queued, context)
    const { command, decision } = decideQueued(queued, {
      workflow,
      state: loaded.row.state,
      last: loaded.last,
      sequenceOf: () => meant,
      now: now().getTime(),
      actor_id: context.caller.user_id,
    })
    if (!decision.ok) {
      const message = await executions.refusalInWords(decision.refusal, loaded, context)
      return this.#refuse(known, { ...decision.refusal, message })
    }
    const sequence = loaded.row.state.sequence + 1
    const answer = { request: known, status: 200, body: JSON.stringify({ status: 'applied', sequence }) }
    const written = await this.#write(loaded, { workflow, command, decision, request, answer }, context)
    if (written instanceof AppError) return this.#refuse(known, { code: written.code, message: written.detail })
    return written ? { key, status: 'applied', sequence } : null
  }

  /** Whether it was written; what the step's own type asks for in vain is a refusal like the engine's. */
  async #write(
    loaded: LoadedExecution,
    {
      request,
      answer,
      ...decided
    }: Omit<Parameters<ExecutionService['write']>[1], 'action_data' | 'locale' | 'minimal'> & {
      readonly request: QueuedCommand['request']
    },
    context: RequestContext,
  ): Promise<boolean | AppError> {
    const { locale } = context
    try {
      const asked = { ...decided, answer, action_data: actionDataOf(request), locale, minimal: true }
      return (await this.#deps.executions.write(loaded, asked)) !== null
    } catch (error) {
      if (error instanceof AppError && error.code === 'execution.step_incomplete') return error
      throw error
    }
  }

  /** A refusal is kept like an effect: asked again, when it might suit after all, it is still refused. */
  async #refuse(known: IdempotencyRequest, { code, message, step_id, detail }: VerdictRefusal) {
    const verdict = { status: 'refused' as const, refusal: { code, message, step_id, detail } }
    const kept = await rememberAnswer(this.#deps.db, { request: known, status: 409 }, JSON.stringify(verdict))
    return { key: known.key, ...(JSON.parse(kept) as Omit<SyncVerdict, 'key'>) }
  }

  /** Of an undo: the number under which what it takes back was applied. */
  async #sequenceOf(id: number, { request }: QueuedCommand, context: RequestContext): Promise<number | null> {
    if (request.type !== 'undo' || !('key' in request.takes_back)) return null
    const { user_id, route } = this.#place(id, context)
    const verdict = await readVerdict(this.#deps.db, { user_id, route, key: request.takes_back.key })
    return verdict?.sequence ?? null
  }

  #place(id: number, { caller }: RequestContext) {
    return { user_id: caller.user_id, route: `sync of run ${id}` }
  }

  #known(id: number, { key, request }: QueuedCommand, context: RequestContext): IdempotencyRequest {
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url')
    return { ...this.#place(id, context), key, fingerprint }
  }
}
