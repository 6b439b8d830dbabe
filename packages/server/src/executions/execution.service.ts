import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Command, CommandRequest } from '@hidesync/domain/executions/command'
import { decide } from '@hidesync/domain/executions/decide'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { Refusal } from '@hidesync/domain/executions/refusal'
import { executionPermissions } from '@hidesync/domain/identity/permissions'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import { refuseMismatch } from '../http/idempotency.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { executionAnswer } from './execution-answer.ts'
import { outcomeOf } from './execution-command.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import { refuseIncomplete } from './refuse-incomplete.ts'
import { loadExecution, type LoadedExecution, type LoadOptions } from './execution.reader.ts'
import { writeCommand } from './execution.repository.ts'
import type { IdPool } from './id-pool.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly expected: ExpectedDurations
  readonly stepTypes: StepTypeRegistry
  readonly stepExecutionIds: IdPool
  readonly now: () => Date
}

/** How often a change is decided anew when others' commands come first. */
export const attempts = 20

export const busy = () =>
  new AppError('execution.conflict', 'Others are changing this run at the same moment. Try again.')

export const notFound = (id: number) =>
  new AppError('execution.not_found', `There is no execution ${id} that you may see.`)

/** A refusal of the engine in the error form. */
export function refused({ code, message, allowed }: Refusal): AppError {
  const hint =
    allowed === undefined || allowed.length === 0 ? [] : [{ path: '', message: `Possible now: ${allowed.join(', ')}.` }]
  return new AppError(code, message, hint.length === 0 ? {} : { errors: hint })
}

/** Runs commands on executions: load, let the engine decide, write all that follows in one statement, answer. */
export class ExecutionService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Answers 404 for what the caller may not see. */
  async load(id: number, context: RequestContext, options: LoadOptions = {}): Promise<LoadedExecution> {
    const loaded = await loadExecution(this.#deps.db, id, options)
    if (loaded === null || !executionPermissions(context.caller, loaded.row).includes('read')) throw notFound(id)
    return loaded
  }

  async get(id: number, context: RequestContext): Promise<Execution> {
    const { row, steps } = await this.load(id, context, { withSteps: !context.minimal })
    const { workflow } = await this.#deps.revisions.get(row.content_hash)
    const durations = await this.#deps.expected.of(row, workflow, context.caller.user_id)
    context.setETag(versionTag(row.version))
    const at = this.#deps.now().getTime()
    return executionAnswer({
      row,
      workflow,
      state: row.state,
      steps: context.minimal ? null : steps,
      at,
      progress: progressOf(workflow, row.state, at, durations),
    })
  }

  /**
   * One command. The row is not locked while the engine decides: the write names the version it was decided on, and when
   * another command came first the whole is done again on the new state. `If-Match` asks for a refusal instead.
   */
  async command(
    id: number,
    request: CommandRequest,
    context: RequestContext,
    action_data: JsonObject = {},
  ): Promise<JsonText> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const answered = await this.#attempt(id, request, context, action_data)
      if (answered !== null) return answered
    }
    throw busy()
  }

  /** Null: another command came first. */
  async #attempt(
    id: number,
    request: CommandRequest,
    context: RequestContext,
    action_data: JsonObject,
  ): Promise<JsonText | null> {
    const { db, revisions, expected, stepExecutionIds, now } = this.#deps
    const loaded = await this.load(id, context, {
      withSteps: !context.minimal,
      withLast: request.type === 'undo',
      idempotency: context.idempotency,
    })
    const { row, steps, last, answered } = loaded
    if (answered !== null) return firstAnswer(answered, context)
    refuseStale(context.ifMatch, row.version, 'The run')

    const { workflow } = await revisions.get(row.content_hash)
    const command: Command = {
      ...(request.type === 'undo' ? { ...request, last } : request),
      at: now().getTime(),
      actor_id: context.caller.user_id,
    }
    const decision = decide(workflow, row.state, command)
    if (!decision.ok) throw refused(decision.refusal)
    refuseIncomplete(this.#deps.stepTypes, { row, workflow, command, locale: context.locale })

    const { write, answer } = await outcomeOf({
      row,
      workflow,
      before: row.state,
      command,
      action_data,
      decision,
      steps: context.minimal ? null : steps,
      durations: await expected.of(row, workflow, context.caller.user_id),
      takeIds: count => stepExecutionIds.take(db, count),
    })
    const body = JSON.stringify(answer)
    const written = await writeCommand(db, id, row.version, {
      ...write,
      answer: context.idempotency === null ? null : { request: context.idempotency, status: 200, body },
    })
    if (!written) return null
    context.setETag(versionTag(answer.version))
    return new JsonText(body)
  }
}

export const firstAnswer = (answered: NonNullable<LoadedExecution['answered']>, context: RequestContext): JsonText => {
  if (context.idempotency !== null) refuseMismatch(context.idempotency, answered)
  const { version } = JSON.parse(answered.body) as Execution
  context.setETag(versionTag(version))
  return new JsonText(answered.body)
}
