import type { MoveToRevision, RevisionMove } from '@hidesync/contract/executions/execution.schemas'
import type { ClockLimits } from '@hidesync/domain/executions/due'
import { moveToRevision, type MoveDecision } from '@hidesync/domain/executions/move-to-revision'
import { stepStatus } from '@hidesync/domain/executions/view'
import { compareDefinitions, type Comparison } from '@hidesync/domain/workflows/compare'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { wrongField } from '../identity/identity-answers.ts'
import type { CompiledRevision, CompiledRevisions } from '../workflows/compiled-revisions.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import { outcomeOf } from './execution-command.ts'
import { readRevision, type LoadedExecution, type RevisionRow, type StepExecutionRow } from './execution.reader.ts'
import { writeCommand } from './execution.repository.ts'
import { attempts, busy, firstAnswer, type ExecutionService } from './execution.service.ts'
import type { IdPool } from './id-pool.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly executions: ExecutionService
  readonly expected: ExpectedDurations
  readonly stepExecutionIds: IdPool
  readonly limits: ClockLimits
  readonly now: () => Date
}

/** A move that the engine accepted, with what it was made from. */
interface AcceptedMove {
  readonly loaded: LoadedExecution
  readonly target: RevisionRow
  readonly from: CompiledRevision
  readonly to: CompiledRevision
  readonly at: number
  readonly decision: Extract<MoveDecision, { ok: true }>
}

/** The options that settled decisions took, in their last pass. */
function chosenIn(rows: readonly StepExecutionRow[]): ReadonlyMap<number, number> {
  const latest = rows.toSorted((one, other) => one.iteration - other.iteration)
  return new Map(
    latest.flatMap(({ step_id, step_data }) => {
      const option = step_data?.['decision_option_id']
      return typeof option === 'number' ? [[step_id, option] as const] : []
    }),
  )
}

function refused({ code, message, step_ids }: Extract<MoveDecision, { ok: false }>, from: CompiledRevision): AppError {
  const errors = step_ids.map(id => ({
    path: '/revision',
    message: `“${from.workflow.step(id)?.name ?? id}” (step ${id}) is done and not in that revision.`,
  }))
  return new AppError(code, message, errors.length === 0 ? {} : { errors })
}

/** Every step whose status the move changes, or that only one of the revisions has. */
function stepChanges({ loaded, from, to, at, decision }: AcceptedMove): RevisionMove['step_changes'] {
  const steps = new Map([...from.definition.steps, ...to.definition.steps].map(({ id, name }) => [id, name]))
  return [...steps].flatMap(([step_id, name]) => {
    const status = ({ workflow }: CompiledRevision, state: typeof decision.state) =>
      workflow.compiledStep(step_id) === undefined ? null : stepStatus(workflow, state, step_id, at)
    const [before, after] = [status(from, loaded.row.state), status(to, decision.state)]
    return before === after ? [] : [{ step_id, name, before, after }]
  })
}

/** Moves running executions to other revisions of their workflows, or says what that would do. */
export class ExecutionMoveService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Decided and written like any command: without a lock, and again where another command came first. */
  async move(id: number, body: MoveToRevision, context: RequestContext): Promise<JsonText> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const answered = await this.#attempt(id, body, context)
      if (answered !== null) return answered
    }
    throw busy()
  }

  async #attempt(id: number, body: MoveToRevision, context: RequestContext): Promise<JsonText | null> {
    const loaded = await this.#deps.executions.load(id, context, {
      withSteps: true,
      idempotency: context.idempotency,
    })
    if (loaded.answered !== null) return firstAnswer(loaded.answered, context)
    refuseStale(context.ifMatch, loaded.row.version, 'The run')
    const accepted = await this.#decide(loaded, body.revision)
    return this.#answer(accepted, body.dry_run ?? false, context)
  }

  async #decide(loaded: LoadedExecution, revision: number): Promise<AcceptedMove> {
    const { db, revisions, now } = this.#deps
    const { row, steps } = loaded
    const target = await readRevision(db, row.workflow_id, revision)
    if (target === undefined)
      throw wrongField('/revision', `There is no revision ${revision} of “${row.workflow_name}”.`)
    if (target.revision === row.revision)
      throw new AppError('revision.unchanged', `This run follows revision ${revision} already.`)
    const [from, to] = [await revisions.get(row.content_hash), await revisions.get(target.content_hash)]
    const at = now().getTime()
    const decision = moveToRevision({
      from: from.workflow,
      to: to.workflow,
      state: row.state,
      at,
      chosen: chosenIn(steps),
    })
    if (!decision.ok) throw refused(decision, from)
    return { loaded, target, from, to, at, decision }
  }

  /** Null: another command came first. */
  async #answer(accepted: AcceptedMove, dry_run: boolean, context: RequestContext): Promise<JsonText | null> {
    const { db, expected, stepExecutionIds, limits } = this.#deps
    const { loaded, target, from, to, at, decision } = accepted
    const { row } = loaded
    const { write, answer } = await outcomeOf({
      row: { ...row, revision: target.revision, content_hash: target.content_hash, workflow_name: target.name },
      workflow: to.workflow,
      before: row.state,
      command: { type: 'move', at, actor_id: context.caller.user_id },
      action_data: { from_revision: row.revision, revision: target.revision },
      decision: { ...decision, undoable: false, skipped_steps: [] },
      limits,
      steps: context.minimal ? null : loaded.steps,
      durations: await expected.of(row, to.workflow, context.caller.user_id),
      takeIds: count => stepExecutionIds.take(db, count),
    })
    const move: Omit<RevisionMove, 'changes'> & { readonly changes: Comparison } = {
      ...answer,
      dry_run,
      from_revision: row.revision,
      changes: compareDefinitions(from.definition, to.definition),
      step_changes: stepChanges(accepted),
    }
    const body = JSON.stringify(move)
    if (!dry_run) {
      const stored = context.idempotency === null ? null : { request: context.idempotency, status: 200, body }
      const isWritten = await writeCommand(db, row.id, row.version, {
        ...write,
        revision_id: target.id,
        answer: stored,
      })
      if (!isWritten) return null
    }
    context.setETag(versionTag(dry_run ? row.version : answer.version))
    return new JsonText(body)
  }
}
