import type { ExecutionSummary, HistoryEntry, Progress } from '@hidesync/contract/executions/execution.schemas'
import { progressAnswer } from '@hidesync/contract/executions/progress-answer'
import type { executionRoutes } from '@hidesync/contract/executions/execution.routes'
import type { RouteInput } from '@hidesync/contract/http/route'
import type { Step } from '@hidesync/contract/workflows/workflow.schemas'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { ExecutionStatus } from '@hidesync/domain/executions/state'
import { progressOf } from '@hidesync/domain/executions/progress'
import { availableSteps } from '@hidesync/domain/executions/view'
import type { Database } from '../database/database.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import type { LocalisedContent, LocalisedContents } from '../translations/localised-contents.ts'
import { readLanguages } from '../translations/localised-summaries.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { countExecutions, listExecutions, type ExecutionListRow } from './execution-list.reader.ts'
import type { LoadedExecution } from './execution.reader.ts'
import type { ExecutionService } from './execution.service.ts'
import { readHistory } from './history.reader.ts'
import { localiseRuns } from './localised-runs.ts'

type Asked = NonNullable<RouteInput<typeof executionRoutes.list>['query']>

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly contents: LocalisedContents
  readonly executions: ExecutionService
  readonly expected: ExpectedDurations
  readonly now: () => Date
}

const summary = (row: ExecutionListRow): ExecutionSummary => ({
  ...row,
  started_at: row.started_at.toISOString(),
  completed_at: row.completed_at?.toISOString() ?? null,
  updated_at: row.updated_at.toISOString(),
})

/** What can be read of executions beside the execution itself. */
export class ExecutionQueryService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async active(context: RequestContext): Promise<ExecutionSummary[]> {
    const { caller } = context
    const filter = { started_by: caller.user_id, readable_by: caller, statuses: ['active', 'paused'] as const }
    const { db } = this.#deps
    const rows = await listExecutions(db, filter, { limit: 100, offset: 0 })
    return (await localiseRuns(db, rows, context.languages)).map(summary)
  }

  async list(asked: Asked, context: RequestContext) {
    const { limit = 50, offset = 0, status, order_by, order, ...narrow } = asked
    const statuses = status?.split(',') as readonly ExecutionStatus[] | undefined
    const filter = { workshop_id: context.workshop_id, statuses, ...narrow }
    const page = { limit, offset, ...(order_by && { order_by }), ...(order && { order }) }
    const { db } = this.#deps
    const [rows, total] = await Promise.all([listExecutions(db, filter, page), countExecutions(db, filter)])
    const shown = await localiseRuns(db, rows, context.languages)
    return { items: shown.map(summary), total, limit, offset, has_more: offset + rows.length < total }
  }

  async progress(id: number, context: RequestContext): Promise<Progress> {
    const { row } = await this.#deps.executions.load(id, context)
    const { workflow } = await this.#deps.revisions.get(row.content_hash)
    const durations = await this.#deps.expected.of(row, workflow, context.caller.user_id)
    const progress = progressAnswer(progressOf(workflow, row.state, this.#deps.now().getTime(), durations))
    const { stepName } = await this.#read(row, context)
    return { ...progress, current_step_name: stepName(progress.current_step_id) ?? progress.current_step_name }
  }

  async nextSteps(id: number, context: RequestContext): Promise<Step[]> {
    const { row } = await this.#deps.executions.load(id, context)
    const { workflow } = await this.#deps.revisions.get(row.content_hash)
    const { content } = await this.#read(row, context)
    const steps = new Map(content.definition.steps.map(step => [step.id, step]))
    return availableSteps(workflow, row.state, this.#deps.now().getTime()).flatMap(stepId => {
      const step = steps.get(stepId)
      return step === undefined ? [] : [step as Step]
    })
  }

  /** The pinned revision, in the caller's language; that as it is stored never changes, so clients may keep it by its tag. */
  async definition(id: number, context: RequestContext): Promise<JsonText> {
    const { row } = await this.#deps.executions.load(id, context)
    const { content, version } = await this.#read(row, context)
    const [layer] = content.layers
    context.setETag(layer === undefined ? `"${row.content_hash}"` : `"${row.content_hash}-${version}-${layer}"`)
    return new JsonText(content.json)
  }

  /** What the workflow (null: as it is written) and its steps are called, as the caller reads it. */
  async names(run: { readonly workflow_id: number; readonly content_hash: string }, context: RequestContext) {
    const { content, stepName } = await this.#read(run, context)
    return { workflowName: content.name, stepName }
  }

  /** The pinned revision as the caller reads it. */
  async read({ row }: LoadedExecution, context: RequestContext): Promise<JsonObject> {
    const { content } = await this.#read(row, context)
    return JSON.parse(content.json) as JsonObject
  }

  /** What an execution follows, as the caller reads it. */
  async #read(
    { workflow_id, content_hash }: { readonly workflow_id: number; readonly content_hash: string },
    context: RequestContext,
  ): Promise<{
    readonly content: LocalisedContent
    readonly version: number
    readonly stepName: (id: number | null) => string | null
  }> {
    const { db, contents } = this.#deps
    const workflow = await readLanguages(db, workflow_id)
    const content = await contents.get({ workflow_id, content_hash, ...workflow }, context.languages)
    context.setLanguage(content.locale)
    const names = new Map(content.definition.steps.map(step => [step.id, step.name]))
    const stepName = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
    return { content, version: workflow.version, stepName }
  }

  async history(
    id: number,
    page: { readonly limit?: number; readonly before?: number },
    context: RequestContext,
  ): Promise<HistoryEntry[]> {
    const { row } = await this.#deps.executions.load(id, context)
    const { stepName } = await this.#read(row, context)
    const rows = await readHistory(this.#deps.db, id, { limit: page.limit ?? 50, before: page.before ?? null })
    return rows.map(entry => ({
      ...entry,
      step_name: stepName(entry.step_id),
      timestamp: entry.timestamp.toISOString(),
    }))
  }
}
