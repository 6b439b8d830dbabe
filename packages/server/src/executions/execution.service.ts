import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Command, CommandRequest } from '@hidesync/domain/executions/command'
import { decide, type Decision } from '@hidesync/domain/executions/decide'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { Refusal } from '@hidesync/domain/executions/refusal'
import type { ClockLimits } from '@hidesync/domain/executions/due'
import { executionPermissions } from '@hidesync/domain/identity/permissions'
import { refusalNames } from '@hidesync/domain/navigation/run'
import { refusalText } from '@hidesync/domain/navigation/texts/refusal-text'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { spokenLanguage, type Language } from '@hidesync/domain/text/language'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import { refuseMismatch, type IdempotencyRequest } from '../http/idempotency.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { LocalisedContents } from '../translations/localised-contents.ts'
import { readLanguages } from '../translations/localised-summaries.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { executionAnswer } from '@hidesync/contract/executions/execution-answer'
import { outcomeOf } from './execution-command.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import { refuseIncomplete } from './refuse-incomplete.ts'
import { loadExecution, type LoadedExecution, type LoadOptions } from './execution.reader.ts'
import { writeCommand } from './execution.repository.ts'
import type { IdPool } from './id-pool.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly contents: LocalisedContents
  readonly expected: ExpectedDurations
  readonly stepTypes: StepTypeRegistry
  readonly stepExecutionIds: IdPool
  readonly limits: ClockLimits
  readonly now: () => Date
}

/** How often a change is decided anew when others' commands come first. */
export const attempts = 20

export const busy = (language: Language = 'en') => new AppError('execution.conflict', textsIn(language).errors.busy)

export const notFound = (id: number, language: Language = 'en') =>
  new AppError('execution.not_found', textsIn(language).errors.notFound(id))

/** What would be possible instead, as a hint beside a refusal. */
const hints = (allowed: readonly string[] = [], say = (what: string) => `Possible now: ${what}.`) =>
  allowed.length === 0 ? {} : { errors: [{ path: '', message: say(allowed.join(', ')) }] }

/** A refusal of the engine in the error form. */
export class RefusedCommand extends AppError {
  constructor(readonly refusal: Refusal) {
    super(refusal.code, refusal.message, hints(refusal.allowed))
  }
}

export const refused = (refusal: Refusal): AppError => new RefusedCommand(refusal)

/** A command with all that it is decided, recorded and answered with. */
export interface Asked {
  readonly request: CommandRequest
  readonly action_data: JsonObject
  /** Null: nobody; the clock asks. */
  readonly actor_id: number | null
  readonly locale: string
  readonly minimal: boolean
  readonly idempotency: IdempotencyRequest | null
}

/** A command that the engine accepted, with all that is written of it. */
export interface Decided {
  readonly workflow: CompiledWorkflow
  readonly command: Command
  readonly decision: Extract<Decision, { ok: true }>
  readonly action_data: JsonObject
  readonly locale: string
  readonly minimal: boolean
  /** The key to answer under when it is asked again; with `body` if that is not the execution. */
  readonly answer: { readonly request: IdempotencyRequest; readonly status: number; readonly body?: string } | null
}

/** Runs commands on executions: load, let the engine decide, write all that follows in one statement, answer. */
export class ExecutionService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Answers 404 for what the caller may not see. */
  async load(
    id: number,
    context: RequestContext,
    options: LoadOptions = {},
    db: Database = this.#deps.db,
  ): Promise<LoadedExecution> {
    const loaded = await loadExecution(db, id, options)
    if (loaded === null || !executionPermissions(context.caller, loaded.row).includes('read'))
      throw notFound(id, spokenLanguage(context.languages))
    return loaded
  }

  async get(id: number, context: RequestContext): Promise<Execution> {
    return this.answer(await this.load(id, context, { withSteps: !context.minimal }), context)
  }

  /** What was loaded, as the caller is shown it. */
  async answer({ row, steps }: LoadedExecution, context: RequestContext): Promise<Execution> {
    const { db, revisions, contents, expected, now } = this.#deps
    const [{ workflow }, languages] = await Promise.all([
      revisions.get(row.content_hash),
      readLanguages(db, row.workflow_id),
    ])
    const [durations, { name, locale, layers, definition }] = await Promise.all([
      expected.of(row, workflow, context.caller.user_id),
      contents.get({ ...row, ...languages }, context.languages),
    ])
    context.setETag(versionTag(row.version, layers[0]))
    context.setLanguage(locale)
    const at = now().getTime()
    const progress = progressOf(workflow, row.state, at, durations)
    const current = definition.steps.find(({ id }) => id === progress.current_step_id)
    return executionAnswer({
      row: { ...row, workflow_name: name ?? row.workflow_name },
      workflow,
      state: row.state,
      steps: context.minimal ? null : steps,
      at,
      progress: { ...progress, current_step_name: current?.name ?? null },
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
    throw busy(spokenLanguage(context.languages))
  }

  /** Null: another command came first. */
  async #attempt(
    id: number,
    request: CommandRequest,
    context: RequestContext,
    action_data: JsonObject,
  ): Promise<JsonText | null> {
    const { minimal, idempotency, locale } = context
    const loaded = await this.load(id, context, {
      withSteps: !minimal,
      withLast: request.type === 'undo',
      idempotency,
    })
    if (loaded.answered !== null) return firstAnswer(loaded.answered, context)
    refuseStale(context.ifMatch, loaded.row.version, 'The run')
    const actor_id = context.caller.user_id
    const applied = await this.apply(loaded, {
      request,
      action_data,
      actor_id,
      locale,
      minimal,
      idempotency,
    }).catch(async (error: unknown) => {
      throw error instanceof RefusedCommand ? await this.#inWords(error, loaded, context) : error
    })
    if (applied === null) return null
    context.setETag(versionTag(applied.version))
    return applied.body
  }

  /** The same refusal in the caller's language, with the names as they read them. */
  async #inWords(error: RefusedCommand, loaded: LoadedExecution, context: RequestContext): Promise<AppError> {
    const language = spokenLanguage(context.languages)
    if (language === 'en') return error
    const message = await this.refusalInWords(error.refusal, loaded, context)
    const { possibleNow } = textsIn(language).errors
    return new AppError(
      error.code,
      message,
      hints(error.refusal.allowed, what => possibleNow([what])),
    )
  }

  /** What the engine refused, told in the caller's language, with the names as they read them. */
  async refusalInWords(refusal: Refusal, { row }: LoadedExecution, context: RequestContext): Promise<string> {
    const language = spokenLanguage(context.languages)
    if (language === 'en') return refusal.message
    const { db, contents } = this.#deps
    const languages = await readLanguages(db, row.workflow_id)
    const { definition } = await contents.get({ ...row, ...languages }, context.languages)
    return refusalText(refusal, refusalNames({ definition }), language)
  }

  /**
   * Decides the command on what was loaded and writes what follows; `db` is the transaction, where it is one of several commands.
   * Null: another command came first.
   */
  async apply(
    loaded: LoadedExecution,
    { request, action_data, actor_id, locale, minimal, idempotency }: Asked,
    db: Database = this.#deps.db,
  ): Promise<{ readonly version: number; readonly body: JsonText } | null> {
    const { revisions, now } = this.#deps
    const { row, last } = loaded
    const { workflow } = await revisions.get(row.content_hash, db)
    const command: Command = {
      ...(request.type === 'undo' ? { ...request, last } : request),
      at: now().getTime(),
      actor_id,
    }
    const decision = decide(workflow, row.state, command)
    if (!decision.ok) throw refused(decision.refusal)
    const answer = idempotency === null ? null : { request: idempotency, status: 200 }
    return this.write(loaded, { workflow, command, decision, action_data, locale, minimal, answer }, db)
  }

  /**
   * Writes what an accepted command does, in one statement. Null: another command came first. Throws where the step's own type
   * asks for more.
   */
  async write(
    { row, steps }: LoadedExecution,
    { workflow, command, decision, action_data, locale, minimal, answer: kept }: Decided,
    db: Database = this.#deps.db,
  ): Promise<{ readonly version: number; readonly body: JsonText } | null> {
    const { expected, stepTypes, stepExecutionIds, limits } = this.#deps
    refuseIncomplete(stepTypes, { row, workflow, command, locale })

    const { write, answer } = await outcomeOf({
      row,
      workflow,
      before: row.state,
      command,
      action_data,
      decision,
      limits,
      steps: minimal ? null : steps,
      durations: await expected.of(row, workflow, command.actor_id),
      takeIds: count => stepExecutionIds.take(db, count),
    })
    const body = JSON.stringify(answer)
    const written = await writeCommand(db, row.id, row.version, {
      ...write,
      answer: kept === null ? null : { body, ...kept },
    })
    return written ? { version: answer.version, body: new JsonText(body) } : null
  }
}

export const firstAnswer = (answered: NonNullable<LoadedExecution['answered']>, context: RequestContext): JsonText => {
  if (context.idempotency !== null) refuseMismatch(context.idempotency, answered)
  const { version } = JSON.parse(answered.body) as Execution
  context.setETag(versionTag(version))
  return new JsonText(answered.body)
}
