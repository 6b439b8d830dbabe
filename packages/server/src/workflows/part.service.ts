import {
  orderProblem,
  orderSteps,
  partsAt,
  putPart,
  removePart,
  type PartPlace,
  type StoredPart,
} from '@hidesync/domain/workflows/edit-parts'
import type { StepDefinition, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { partProblems } from '@hidesync/domain/workflows/part-problems'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { editDefinition } from './definition-edit.ts'
import { changedFields, completePart, type PartFields } from './part-fields.ts'
import { loadAccess } from './workflow-access.ts'
import { takeIds } from './workflow-ids.ts'
import { notFound } from './workflow-refusals.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

const nouns: Record<PartPlace['part'], string> = {
  step: 'step',
  connection: 'connection',
  outcome: 'outcome',
  path: 'named path',
  resource: 'resource',
  decision_option: 'decision option',
}

const noPart = (noun: string, id: number): AppError =>
  new AppError('workflow.part_not_found', `There is no ${noun} ${id} in this workflow.`)

function listAt(definition: WorkflowDefinition, place: PartPlace): readonly StoredPart[] {
  const parts = partsAt(definition, place)
  if (parts === null && 'step_id' in place) throw noPart('step', place.step_id)
  return parts ?? []
}

function partAt(definition: WorkflowDefinition, place: PartPlace, id: number): StoredPart {
  const part = listAt(definition, place).find(one => one.id === id)
  if (part === undefined) throw noPart(nouns[place.part], id)
  return part
}

/** Refuses a part that cannot stand there: 409 where another says the same, else 422 with every field that is wrong. */
function requireSound(definition: WorkflowDefinition, place: PartPlace, part: StoredPart): void {
  const problems = partProblems(definition, place, part)
  const [first] = problems
  if (first === undefined) return
  const errors = problems.map(({ path, message }) => ({ path, message }))
  const code = problems.every(({ kind }) => kind === 'exists') ? 'workflow.part_exists' : 'request.invalid'
  throw new AppError(code, first.message, { errors })
}

const byOrder = (parts: readonly StoredPart[]): readonly StoredPart[] => {
  const order = (part: StoredPart) => ('display_order' in part ? Number(part.display_order ?? Infinity) : 0)
  return parts.toSorted((one, other) => order(one) - order(other) || 0)
}

/** The parts of a workflow one by one, all in the same way: read from the draft, changed through `editDefinition`. */
export class PartService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, place: PartPlace, context: RequestContext): Promise<JsonText> {
    return new JsonText(JSON.stringify(byOrder(listAt(await this.#draft(id, context), place))))
  }

  async read(id: number, place: PartPlace, partId: number, context: RequestContext): Promise<JsonText> {
    return new JsonText(JSON.stringify(partAt(await this.#draft(id, context), place, partId)))
  }

  add(id: number, place: PartPlace, fields: PartFields, context: RequestContext): Promise<JsonText> {
    return this.#edit(id, context, async (tx, present) => {
      const siblings = listAt(present, place)
      const part = await completePart(place, fields, { siblings, takeIds: (kind, count) => takeIds(tx, kind, count) })
      requireSound(present, place, part)
      return { after: putPart(present, place, part), shown: part }
    })
  }

  change(id: number, place: PartPlace, change: { id: number; fields: PartFields }, context: RequestContext): Promise<JsonText> {
    return this.#edit(id, context, async (_tx, present) => {
      const before = partAt(present, place, change.id)
      const part = { ...before, ...changedFields(place, change.fields), id: before.id }
      requireSound(present, place, part)
      return { after: putPart(present, place, part), shown: part }
    })
  }

  async remove(id: number, place: PartPlace, partId: number, context: RequestContext): Promise<void> {
    await this.#edit(id, context, async (_tx, present) => {
      partAt(present, place, partId)
      return { after: removePart(present, place, partId), shown: null }
    })
  }

  order(id: number, stepIds: readonly number[], context: RequestContext): Promise<JsonText> {
    return this.#edit(id, context, async (_tx, present) => {
      const problem = orderProblem(present, stepIds)
      if (problem !== null)
        throw new AppError('request.invalid', problem, { errors: [{ path: '/step_ids', message: problem }] })
      const after = orderSteps(present, stepIds)
      return { after, shown: after.steps.toSorted((a: StepDefinition, b) => a.display_order - b.display_order) }
    })
  }

  async #draft(id: number, { caller }: RequestContext): Promise<WorkflowDefinition> {
    const workflow = await loadAccess(this.#deps.db, caller, id)
    if (workflow === null) throw notFound(id)
    return (await this.#deps.revisions.get(workflow.content_hash)).definition
  }

  async #edit(
    id: number,
    context: RequestContext,
    edit: (tx: Transaction, present: WorkflowDefinition) => Promise<{ after: WorkflowDefinition; shown: unknown }>,
  ): Promise<JsonText> {
    const { revisions } = this.#deps
    const { version, text } = await context.once(async tx => {
      let shown: unknown = null
      const saved = await editDefinition(tx, { revisions, context }, id, async present => {
        const edited = await edit(tx, present)
        shown = edited.shown
        return edited.after
      })
      return { version: saved.version, text: JSON.stringify(shown) }
    })
    context.setETag(versionTag(version))
    return new JsonText(text)
  }
}
