import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Visibility } from '@hidesync/domain/workflows/definition'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { allowedMoves, mayPublish } from '@hidesync/domain/workflows/lifecycle'
import type { Finding } from '@hidesync/domain/workflows/finding'
import { publishingProblems } from '@hidesync/domain/workflows/publishing'
import { validateDefinition } from '@hidesync/domain/workflows/validate'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { readValidationContext } from './validation-context.reader.ts'
import type { WorkflowAccessRow } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { lockedFor } from './workflow-lock.ts'
import { notFound } from './workflow-refusals.ts'
import { ensureRevision } from './workflow-revision.repository.ts'
import { readSummary, readTexts } from './workflow.reader.ts'
import { updateWorkflow } from './workflow.repository.ts'

/**
 * Refuses (400) what does not meet the criteria, listing what is missing; answers with the warnings, which stand in nobody's
 * way. `texts`: those that the workflow is about to get.
 */
export async function requirePublishable(
  tx: Transaction,
  deps: { readonly revisions: CompiledRevisions; readonly stepTypes: StepTypeRegistry; readonly caller: Caller },
  workflow: WorkflowAccessRow,
  texts: { readonly name?: string | undefined; readonly description?: string | null | undefined } = {},
): Promise<readonly Finding[]> {
  const present = await readTexts(tx, deps.caller, workflow.id)
  if (present === null) throw notFound(workflow.id)
  const { name = present.name, description = present.description } = texts
  const { definition } = await deps.revisions.get(workflow.content_hash, tx)
  const context = await readValidationContext({ ...deps, db: tx }, { id: workflow.id, name, description }, definition)
  const findings = validateDefinition(definition, context)
  const errors = publishingProblems({ description }, definition, findings)
  if (errors.length === 0) return findings.filter(({ severity }) => severity === 'warning')
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
    const { shown, warnings } = await context.once(async tx => {
      const found = await this.#publish(tx, context, { id, visibility: wanted ?? 'public' })
      const now = await readSummary(tx, context.caller, id)
      if (now === null) throw notFound(id)
      return { shown: now, warnings: found }
    })
    context.setETag(versionTag(shown.version))
    return new JsonText(`${shown.summary.slice(0, -1)},"warnings":${JSON.stringify(warnings)}}`)
  }

  async #publish(
    tx: Transaction,
    context: RequestContext,
    { id, visibility }: { readonly id: number; readonly visibility: Visibility },
  ): Promise<readonly Finding[]> {
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
    const warnings = await requirePublishable(tx, { ...this.#deps, caller }, workflow)
    await updateWorkflow(tx, id, { status: 'published', is_template: true, visibility })
    await ensureRevision(tx, workflow, caller.user_id)
    await announce(tx, 'workflow.published', { id, name: workflow.name, user_id: caller.user_id, visibility })
    return warnings
  }
}
