import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Visibility } from '@hidesync/domain/workflows/definition'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { allowedMoves, mayPublish } from '@hidesync/domain/workflows/lifecycle'
import { publishingProblems } from '@hidesync/domain/workflows/publishing'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import type { WorkflowAccessRow } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { lockedFor } from './workflow-lock.ts'
import { notFound } from './workflow-refusals.ts'
import { stepTypeContext } from './step-type-context.ts'
import { ensureRevision } from './workflow-revision.repository.ts'
import { readSummary, readTexts } from './workflow.reader.ts'
import { updateWorkflow } from './workflow.repository.ts'

/** Refuses (400) what does not meet the criteria, listing what is missing. `description`: the one that it is about to get. */
export async function requirePublishable(
  tx: Transaction,
  deps: { readonly revisions: CompiledRevisions; readonly stepTypes: StepTypeRegistry; readonly caller: Caller },
  workflow: WorkflowAccessRow,
  description?: string | null,
): Promise<void> {
  const { definition } = await deps.revisions.get(workflow.content_hash, tx)
  const texts = description === undefined ? await readTexts(tx, deps.caller, workflow.id) : { description }
  const errors = publishingProblems(texts ?? { description: null }, definition, stepTypeContext(deps.stepTypes))
  if (errors.length === 0) return
  const what = errors.length === 1 ? 'one thing is' : `${errors.length} things are`
  throw new AppError('workflow.not_publishable', `“${workflow.name}” can not be published yet: ${what} missing.`, {
    errors,
  })
}

interface Deps {
  readonly revisions: CompiledRevisions
  readonly stepTypes: StepTypeRegistry
}

/** Publishing workflows as templates. */
export class WorkflowPublishService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async publish(id: number, wanted: Visibility | undefined, context: RequestContext): Promise<JsonText> {
    const shown = await context.once(async tx => {
      await this.#publish(tx, context, { id, visibility: wanted ?? 'public' })
      const now = await readSummary(tx, context.caller, id)
      if (now === null) throw notFound(id)
      return now
    })
    context.setETag(versionTag(shown.version))
    return new JsonText(shown.summary)
  }

  async #publish(
    tx: Transaction,
    context: RequestContext,
    { id, visibility }: { readonly id: number; readonly visibility: Visibility },
  ): Promise<void> {
    const { caller } = context
    const workflow = await lockedFor(tx, { ...this.#deps, context }, id, { action: 'publish', doing: 'publish' })
    if (!mayPublish(workflow.status)) {
      const allowed = allowedMoves(workflow.status)
      const way = allowed.length === 0 ? 'Duplicate it and publish the copy.' : `It can become ${allowed.join(' or ')}.`
      throw new AppError(
        'workflow.invalid_transition',
        `“${workflow.name}” is ${workflow.status}: only a draft, an active or a published workflow can be published. ${way}`,
      )
    }
    await requirePublishable(tx, { ...this.#deps, caller }, workflow)
    await updateWorkflow(tx, id, { status: 'published', is_template: true, visibility })
    await ensureRevision(tx, workflow, caller.user_id)
    await announce(tx, 'workflow.published', { id, name: workflow.name, user_id: caller.user_id, visibility })
  }
}
