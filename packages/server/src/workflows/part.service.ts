import type { JsonObject, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { addPart, changePart, findPart, orderSteps, removePart } from '@hidesync/domain/workflows/edit'
import { orderProblem, partProblems } from '@hidesync/domain/workflows/part-problems'
import { partsOf, type Part, type PartType } from '@hidesync/domain/workflows/parts'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { editDefinition } from './definition-edit.ts'
import { loadAccess } from './workflow-access.ts'
import { takeIds, type PartKind } from './workflow-ids.ts'
import { notFound } from './workflow-refusals.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

/** Parts of one kind, of a workflow or of one of its steps. */
export interface PartPlace {
  readonly part: PartType
  readonly step_id: number | null
}

interface Edited {
  readonly after: WorkflowDefinition
  readonly shown: unknown
}

const nouns: Record<PartType, string> = {
  step: 'step',
  connection: 'connection',
  outcome: 'outcome',
  path: 'named path',
  resource: 'resource',
  decision_option: 'decision option',
}

const idKinds: Record<PartType, PartKind> = {
  step: 'step',
  connection: 'connection',
  outcome: 'outcome',
  path: 'path',
  resource: 'resource',
  decision_option: 'option',
}

const noPart = (part: PartType, id: number): AppError =>
  new AppError('workflow.part_not_found', `There is no ${nouns[part]} ${id} in this workflow.`)

function requireStep(definition: WorkflowDefinition, { step_id }: PartPlace): void {
  if (step_id !== null && !definition.steps.some(({ id }) => id === step_id)) throw noPart('step', step_id)
}

function partAt(definition: WorkflowDefinition, place: PartPlace, id: number): Part {
  requireStep(definition, place)
  const part = findPart(definition, { part: place.part, id })
  if (part === undefined || part.step_id !== place.step_id) throw noPart(place.part, id)
  return part
}

/** The part as the contract shows it: a step with what belongs to it. */
const shownPart = (definition: WorkflowDefinition, { part, id, fields }: Part): unknown =>
  part === 'step' ? definition.steps.find(step => step.id === id) : { id, ...fields }

/** Refuses a part that cannot stand there: 409 where another says the same, else 422 with every field that is wrong. */
function requireSound(definition: WorkflowDefinition, part: Part): void {
  const problems = partProblems(definition, part)
  const [first] = problems
  if (first === undefined) return
  const errors = problems.map(({ path, message }) => ({ path, message }))
  const code = problems.every(({ kind }) => kind === 'exists') ? 'workflow.part_exists' : 'request.invalid'
  throw new AppError(code, first.message, { errors })
}

const orderOf = ({ fields }: Part): number =>
  typeof fields['display_order'] === 'number' ? fields['display_order'] : Infinity

const byOrder = (one: Part, other: Part): number => {
  const [a, b] = [orderOf(one), orderOf(other)]
  return a === b ? 0 : a - b
}

/** The parts of a workflow one by one, all in the same way: read from the draft, changed through `editDefinition`. */
export class PartService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, place: PartPlace, context: RequestContext): Promise<JsonText> {
    const draft = await this.#draft(id, context)
    requireStep(draft, place)
    const parts = partsOf(draft).filter(({ part, step_id }) => part === place.part && step_id === place.step_id)
    return new JsonText(JSON.stringify(parts.toSorted(byOrder).map(part => shownPart(draft, part))))
  }

  async read(id: number, place: PartPlace, partId: number, context: RequestContext): Promise<JsonText> {
    const draft = await this.#draft(id, context)
    return new JsonText(JSON.stringify(shownPart(draft, partAt(draft, place, partId))))
  }

  add(id: number, place: PartPlace, stated: JsonObject, context: RequestContext): Promise<JsonText> {
    return this.#edit(id, context, async (tx, present) => {
      requireStep(present, place)
      const { resources, decision_options, ...fields } = stated
      const part = await newPart(tx, { ...place, fields: place.part === 'step' ? fields : stated })
      let after = addPart(present, part, part.fields)
      if (place.part === 'step')
        after = await withOwnParts(tx, after, {
          step_id: part.id,
          resource: resources,
          decision_option: decision_options,
        })
      const added = partAt(after, place, part.id)
      requireSound(after, added)
      return { after, shown: shownPart(after, added) }
    })
  }

  change(
    id: number,
    place: PartPlace,
    change: { readonly id: number; readonly fields: JsonObject },
    context: RequestContext,
  ): Promise<JsonText> {
    return this.#edit(id, context, async (_tx, present) => {
      partAt(present, place, change.id)
      const after = changePart(present, { part: place.part, id: change.id }, normal(place.part, change.fields))
      const changed = partAt(after, place, change.id)
      requireSound(after, changed)
      return { after, shown: shownPart(after, changed) }
    })
  }

  async remove(id: number, place: PartPlace, partId: number, context: RequestContext): Promise<void> {
    await this.#edit(id, context, async (_tx, present) => {
      partAt(present, place, partId)
      const removal = removePart(present, { part: place.part, id: partId })
      if (removal.ok) return { after: removal.definition, shown: null }
      throw new AppError(
        'workflow.part_in_use',
        `This ${nouns[place.part]} is named elsewhere: ${removal.usedBy.join(', ')}. Change that first, then remove it.`,
      )
    })
  }

  order(id: number, stepIds: readonly number[], context: RequestContext): Promise<JsonText> {
    return this.#edit(id, context, async (_tx, present) => {
      const problem = orderProblem(present, stepIds)
      if (problem !== null)
        throw new AppError('request.invalid', problem, { errors: [{ path: '/step_ids', message: problem }] })
      const after = orderSteps(present, stepIds)
      return { after, shown: after.steps }
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
    edit: (tx: Transaction, present: WorkflowDefinition) => Promise<Edited>,
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

async function newPart(
  tx: Transaction,
  { part, step_id, fields }: PartPlace & { readonly fields: JsonObject },
): Promise<Part> {
  const [id = 0] = await takeIds(tx, idKinds[part], 1)
  return { part, id, step_id, fields: normal(part, fields) }
}

/** Adds the resources and options that a new step brings with it. */
async function withOwnParts(
  tx: Transaction,
  definition: WorkflowDefinition,
  own: { readonly step_id: number; readonly resource: unknown; readonly decision_option: unknown },
): Promise<WorkflowDefinition> {
  let after = definition
  for (const type of ['resource', 'decision_option'] as const) {
    const list = own[type]
    if (!Array.isArray(list)) continue
    for (const fields of list as readonly JsonObject[]) {
      // One after the other: a transaction has one connection.
      const part = await newPart(tx, { part: type, step_id: own.step_id, fields })
      after = addPart(after, part, part.fields)
    }
  }
  return after
}

/** The stated fields as they are stored: names without blanks around them, the steps of a path whole and in their order. */
function normal(part: PartType, fields: JsonObject): JsonObject {
  const { name, steps } = fields
  return {
    ...fields,
    ...(typeof name === 'string' ? { name: name.trim() } : {}),
    ...(part === 'path' && Array.isArray(steps) ? { steps: inOrder(steps as readonly JsonObject[]) } : {}),
  }
}

const inOrder = (steps: readonly JsonObject[]): readonly JsonObject[] =>
  steps
    .map((step, index) => ({ step_order: index + 1, is_optional: false, skip_condition: null, ...step }))
    .toSorted((one, other) => one.step_order - other.step_order)
