import { readDefinition } from '@hidesync/domain/presets/read-definition'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { readStepTypeCodes } from '../enums/enum.reader.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { Transaction } from '../database/database.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { editDefinition, type DefinitionEdit } from './definition-edit.ts'
import { withNewIds } from './workflow-ids.ts'
import { notFound } from './workflow-refusals.ts'
import { readSummary } from './workflow.reader.ts'

/** The workflow's details after a change of its graph, with what changed. */
export async function savedAnswer(
  tx: Transaction,
  deps: { readonly revisions: CompiledRevisions; readonly context: RequestContext },
  { workflow, before, after }: DefinitionEdit,
): Promise<JsonText> {
  const shown = await readSummary(tx, deps.context.caller, workflow.id)
  if (shown === null) throw notFound(workflow.id)
  const { json } = await deps.revisions.get(shown.content_hash, tx)
  const changes = JSON.stringify(compareDefinitions(before, after))
  return new JsonText(`${shown.summary.slice(0, -1)},${json.slice(1, -1)},"changes":${changes}}`)
}

/** Whole graphs, saved as an editor has them. */
export class DefinitionService {
  readonly #deps: { readonly revisions: CompiledRevisions }

  constructor(deps: { readonly revisions: CompiledRevisions }) {
    this.#deps = deps
  }

  async save(id: number, body: unknown, context: RequestContext): Promise<JsonText> {
    const deps = { ...this.#deps, context }
    const { version, answer } = await context.once(async tx => {
      const edit = await editDefinition(tx, deps, id, present => read(tx, body, present))
      return { version: edit.version, answer: (await savedAnswer(tx, deps, edit)).text }
    })
    context.setETag(versionTag(version))
    return new JsonText(answer)
  }
}

async function read(tx: Transaction, body: unknown, present: WorkflowDefinition): Promise<WorkflowDefinition> {
  const isGraph = typeof body === 'object' && body !== null && !Array.isArray(body)
  // Named paths that are not mentioned stay.
  const whole = isGraph && !('paths' in body) ? { ...body, paths: pathsThatStay(body, present) } : body
  const reading = readDefinition(whole, present, await readStepTypeCodes(tx))
  if (reading.ok) return withNewIds(tx, reading.definition, reading.kept)
  const { errors } = reading
  const [first] = errors
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('workflow.invalid', `The graph can not be saved: ${first?.message ?? ''}${rest}`, { errors })
}

/** The present paths without the steps that the new graph does not have. */
function pathsThatStay(body: object, present: WorkflowDefinition): WorkflowDefinition['paths'] {
  const steps: unknown = 'steps' in body ? body.steps : []
  const ids = new Set(
    Array.isArray(steps) ? steps.map(step => String((step as { readonly id?: unknown } | null)?.id)) : [],
  )
  return present.paths.map(path => ({ ...path, steps: path.steps.filter(({ step_id }) => ids.has(String(step_id))) }))
}
