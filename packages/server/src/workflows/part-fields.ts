import type { PartKind } from '@hidesync/domain/presets/preset-to-definition'
import type { PathStep } from '@hidesync/domain/workflows/definition'
import type { PartPlace, StoredPart } from '@hidesync/domain/workflows/edit-parts'
import {
  newConnection,
  newOption,
  newOutcome,
  newPath,
  newResource,
  newStep,
} from '@hidesync/domain/workflows/new-part'

/** What a request states of a part, checked by the contract. */
export type PartFields = Readonly<Record<string, unknown>>

interface Surroundings {
  readonly siblings: readonly StoredPart[]
  readonly takeIds: (kind: PartKind, count: number) => Promise<readonly number[]>
}

/** One behind the last. */
const lastOrder = (siblings: readonly StoredPart[]): number =>
  siblings.reduce((most, one) => Math.max(most, 'display_order' in one ? Number(one.display_order) : 0), 0) + 1

const list = (value: unknown): readonly PartFields[] => (Array.isArray(value) ? (value as readonly PartFields[]) : [])

const pathSteps = (value: unknown): readonly PathStep[] =>
  list(value)
    .map((step, index): PathStep => ({
      step_id: Number(step['step_id']),
      step_order: Number(step['step_order'] ?? index + 1),
      is_optional: step['is_optional'] === true,
      skip_condition: (step['skip_condition'] ?? null) as PathStep['skip_condition'],
    }))
    .toSorted((one, other) => one.step_order - other.step_order)

/** Names without the blanks around them. */
const trimmed = (fields: PartFields): PartFields =>
  typeof fields['name'] === 'string' ? { ...fields, name: fields['name'].trim() } : fields

/** A new part with an id of its own and everything that the request leaves unstated. */
export async function completePart(
  place: PartPlace,
  given: PartFields,
  { siblings, takeIds }: Surroundings,
): Promise<StoredPart> {
  const fields = trimmed(given)
  const own = async (kind: PartKind) => (await takeIds(kind, 1))[0] ?? 0
  switch (place.part) {
    case 'step': {
      const [resources, options] = [list(fields['resources']), list(fields['decision_options'])]
      const resourceIds = await takeIds('resource', resources.length)
      const optionIds = await takeIds('option', options.length)
      return {
        id: await own('step'),
        ...newStep(lastOrder(siblings)),
        ...fields,
        resources: resources.map((one, i) => ({ id: resourceIds[i] ?? 0, ...newResource, ...one })),
        decision_options: options.map((one, i) => ({ id: optionIds[i] ?? 0, ...newOption(i + 1), ...one })),
      } as StoredPart
    }
    case 'connection':
      return { id: await own('connection'), ...newConnection, ...fields } as StoredPart
    case 'outcome':
      return { id: await own('outcome'), ...newOutcome(lastOrder(siblings)), ...fields } as StoredPart
    case 'path':
      return { id: await own('path'), ...newPath, ...fields, steps: pathSteps(fields['steps']) } as StoredPart
    case 'resource':
      return { id: await own('resource'), ...newResource, ...fields } as StoredPart
    case 'decision_option':
      return { id: await own('option'), ...newOption(lastOrder(siblings)), ...fields } as StoredPart
  }
}

/** What a change states, as the part holds it. */
export const changedFields = ({ part }: PartPlace, fields: PartFields): PartFields => {
  const stated = Object.fromEntries(Object.entries(trimmed(fields)).filter(([, value]) => value !== undefined))
  return part === 'path' && stated['steps'] !== undefined ? { ...stated, steps: pathSteps(stated['steps']) } : stated
}
