import type { NewWorkflow, WorkflowChanges } from '@hidesync/contract/workflows/workflow.schemas'
import type { Caller } from '@hidesync/domain/identity/permissions'
import { emptyDefinition } from '@hidesync/domain/workflows/definition'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { allowedMoves, mayMove } from '@hidesync/domain/workflows/lifecycle'
import { validateDefinition } from '@hidesync/domain/workflows/validate'
import type { Database, Transaction } from '../database/database.ts'
import { AppError, type FieldError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { LocalisedContents } from '../translations/localised-contents.ts'
import { localiseSummary } from '../translations/localised-summaries.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { readValidationContext } from './validation-context.reader.ts'
import type { WorkflowAccessRow } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { lockedFor } from './workflow-lock.ts'
import { requirePublishable } from './workflow-publish.service.ts'
import { nameTaken, notFound, requirePermission } from './workflow-refusals.ts'
import { readTexts, readSummary, type ShownWorkflow } from './workflow.reader.ts'
import { hideWorkflow, insertWorkflow, NameTakenError, readReferences, updateWorkflow } from './workflow.repository.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly contents: LocalisedContents
  readonly stepTypes: StepTypeRegistry
}

/** Refuses (422) the mention of a project or theme that is not there for the caller. */
async function requireReferences(
  tx: Transaction,
  caller: Caller,
  named: { readonly project_id?: number | null | undefined; readonly theme_id?: number | null | undefined },
): Promise<void> {
  const { project_id = null, theme_id = null } = named
  if (project_id === null && theme_id === null) return
  const workshopIds = caller.is_superuser ? null : Object.keys(caller.roles).map(Number)
  const exists = await readReferences(tx, { project_id, theme_id }, workshopIds)
  const errors: FieldError[] = []
  if (project_id !== null && !exists.project)
    errors.push({ path: '/project_id', message: `There is no project ${project_id} in your workshops.` })
  if (theme_id !== null && !exists.theme) errors.push({ path: '/theme_id', message: `There is no theme ${theme_id}.` })
  const [first] = errors
  if (first !== undefined) throw new AppError('request.invalid', first.message, { errors })
}

const without = (summary: string, fields: readonly string[]): string =>
  fields.length === 0
    ? summary
    : JSON.stringify(
        Object.fromEntries(
          Object.entries(JSON.parse(summary) as Record<string, unknown>).filter(([name]) => !fields.includes(name)),
        ),
      )

/** Reading, making, changing and deleting workflows. */
export class WorkflowService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async get(id: number, context: RequestContext): Promise<JsonText> {
    return this.getAs(context.caller, id, context)
  }

  /**
   * With somebody's eyes, in the languages of who asks, without some fields of the summary. The summary and the graph are put
   * together as text: the graph is not parsed.
   */
  async getAs(caller: Caller, id: number, context: RequestContext, leftOut: readonly string[] = []): Promise<JsonText> {
    const { db, contents } = this.#deps
    const { languages } = context
    const shown = await this.#shown(db, caller, id)
    const { summary } = await localiseSummary(db, shown.summary, languages)
    const { json, locale, layers } = await contents.get({ ...shown, workflow_id: id }, languages)
    context.setLanguage(locale)
    context.setETag(versionTag(shown.version, layers[0]))
    return new JsonText(`${without(summary, leftOut).slice(0, -1)},${json.slice(1, -1)}}`)
  }

  async steps(id: number, context: RequestContext): Promise<JsonText> {
    const { db, contents } = this.#deps
    const shown = await this.#shown(db, context.caller, id)
    const { definition, locale } = await contents.get({ ...shown, workflow_id: id }, context.languages)
    context.setLanguage(locale)
    return new JsonText(JSON.stringify(definition.steps.toSorted((a, b) => a.display_order - b.display_order)))
  }

  /** All findings about the workflow as it stands. */
  async validation(id: number, { caller }: RequestContext): Promise<JsonText> {
    const workflow = await readTexts(this.#deps.db, caller, id)
    if (workflow === null) throw notFound(id)
    const { definition } = await this.#deps.revisions.get(workflow.content_hash)
    const context = await readValidationContext({ ...this.#deps, caller }, workflow, definition)
    const findings = validateDefinition(definition, context)
    const of = (wanted: string) => findings.filter(({ severity }) => severity === wanted)
    const errors = of('error')
    const report = { valid: errors.length === 0, errors, warnings: of('warning'), hints: of('hint') }
    return new JsonText(JSON.stringify(report))
  }

  async create(body: NewWorkflow, context: RequestContext): Promise<JsonText> {
    const { caller } = context
    const { user_id } = caller
    const shown = await context.once(async tx => {
      await requireReferences(tx, caller, body)
      const fields = {
        name: body.name.trim(),
        description: body.description ?? null,
        is_template: body.is_template ?? false,
        visibility: body.visibility ?? ('private' as const),
        project_id: body.project_id ?? null,
        theme_id: body.theme_id ?? null,
        estimated_duration: body.estimated_duration ?? null,
        time_limit: body.time_limit ?? null,
        difficulty_level: body.difficulty_level ?? null,
        has_multiple_outcomes: body.has_multiple_outcomes ?? false,
        category: body.category ?? null,
        tags: body.tags ?? [],
        default_locale: body.default_locale ?? 'en',
      }
      const made = {
        ...fields,
        status: 'draft' as const,
        created_by: user_id,
        copied_from_workflow_id: null,
        metadata: '{}',
      }
      const id = await sayIfTaken(fields.name, insertWorkflow(tx, made, emptyDefinition))
      await announce(tx, 'workflow.created', { id, name: fields.name, user_id, visibility: fields.visibility })
      return this.#shown(tx, caller, id)
    })
    return answer(shown, context)
  }

  async update(id: number, body: WorkflowChanges, context: RequestContext): Promise<JsonText> {
    const { caller } = context
    const shown = await context.once(async tx => {
      const workflow = await lockedFor(tx, { ...this.#deps, context }, id, { action: 'edit', doing: 'change' })
      const { visibility, status } = body
      if (visibility !== undefined && visibility !== workflow.visibility)
        requirePermission(workflow, 'share', 'change the visibility of')
      await this.#requireMove(tx, context, workflow, body)
      await requireReferences(tx, caller, body)
      const changes = stated(body)
      const name = changes.name ?? workflow.name
      await sayIfTaken(name, updateWorkflow(tx, id, changes))
      const published = status === 'published' && workflow.status !== 'published'
      const about = { id, name, user_id: caller.user_id, visibility: visibility ?? workflow.visibility }
      await announce(tx, published ? 'workflow.published' : 'workflow.updated', about)
      return this.#shown(tx, caller, id)
    })
    return answer(shown, context)
  }

  async delete(id: number, context: RequestContext): Promise<void> {
    await context.once(async tx => {
      const workflow = await lockedFor(tx, { ...this.#deps, context }, id, { action: 'delete', doing: 'delete' })
      await hideWorkflow(tx, id)
      await announce(tx, 'workflow.deleted', { id, name: workflow.name, user_id: context.caller.user_id })
    })
  }

  async #requireMove(
    tx: Transaction,
    context: RequestContext,
    workflow: WorkflowAccessRow,
    { status, ...texts }: WorkflowChanges,
  ): Promise<void> {
    if (status === undefined || status === workflow.status) return
    if (!mayMove(workflow.status, status)) {
      const allowed = allowedMoves(workflow.status)
      const way =
        allowed.length === 0
          ? 'There is no way on from there.'
          : `From ${workflow.status} it can become ${allowed.join(' or ')}.`
      throw new AppError(
        'workflow.invalid_transition',
        `“${workflow.name}” is ${workflow.status} and can not become ${status}. ${way}`,
      )
    }
    if (status !== 'published') return
    requirePermission(workflow, 'publish', 'publish')
    await requirePublishable(tx, { ...this.#deps, caller: context.caller }, workflow, texts)
  }

  async #shown(db: Database, caller: Caller, id: number): Promise<ShownWorkflow> {
    const shown = await readSummary(db, caller, id)
    if (shown === null) throw notFound(id)
    return shown
  }
}

async function sayIfTaken<T>(name: string, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw error instanceof NameTakenError ? nameTaken(name) : error
  }
}

const answer = ({ summary, version }: ShownWorkflow, context: RequestContext): JsonText => {
  context.setETag(versionTag(version))
  return new JsonText(summary)
}

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** The fields that the body states, a name without the blanks around it. */
function stated(body: WorkflowChanges): Stated<WorkflowChanges> {
  const fields = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  return { ...fields, ...(body.name === undefined ? {} : { name: body.name.trim() }) }
}
