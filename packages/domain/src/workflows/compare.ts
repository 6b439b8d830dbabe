import type { JsonValue, WorkflowDefinition } from './definition.ts'
import { describePart } from './describe-part.ts'
import { sameJson } from './json-source.ts'
import { partKey, partsOf, type Part, type PartType } from './parts.ts'

export interface FieldChange {
  readonly field: string
  readonly before: JsonValue
  readonly after: JsonValue
}

/** What became of one part between two states of a workflow. */
export interface PartChange {
  readonly part: PartType
  readonly id: number
  /** The step that an option or a resource belongs to, else null. */
  readonly step_id: number | null
  /** `moved`: only its place changed, on the canvas, in the order, or under another step. */
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** What a person calls it. */
  readonly name: string
  /** Empty for what was added or removed. */
  readonly fields: readonly FieldChange[]
  /** One sentence. */
  readonly summary: string
}

export interface Comparison {
  readonly equal: boolean
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
  readonly changes: readonly PartChange[]
}

/** Fields that say where a part stands and nothing of what it is. */
const placeFields: ReadonlySet<string> = new Set(['display_order', 'ui_position_x', 'ui_position_y', 'parent_step_id'])

const fieldChanges = (before: Part, after: Part): readonly FieldChange[] => {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  const changes: FieldChange[] = []
  for (const field of names) {
    const [one, other] = [before.fields[field] ?? null, after.fields[field] ?? null]
    if (!sameJson(one, other)) changes.push({ field, before: one, after: other })
  }
  return before.step_id === after.step_id
    ? changes
    : [...changes, { field: 'step_id', before: before.step_id, after: after.step_id }]
}

const inWords = (fields: readonly FieldChange[]): string => {
  const names = fields.map(({ field }) => field.replace(/_id$/, '').replaceAll('_', ' '))
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/**
 * What one has to do to `before` to get `after`, part by part: steps, options, resources, connections, outcomes and paths, by
 * their ids. Equal states have no changes.
 */
export function compareDefinitions(before: WorkflowDefinition, after: WorkflowDefinition): Comparison {
  const [old, now] = [before, after].map(
    definition => new Map(partsOf(definition).map(part => [partKey(part), part])),
  ) as [Map<string, Part>, Map<string, Part>]
  const changes: PartChange[] = []
  const add = (part: Part, change: PartChange['change'], fields: readonly FieldChange[]) => {
    const name = describePart(part, change === 'removed' ? before : after)
    const what = change === 'changed' ? `changed: ${inWords(fields)}` : change
    const { id, step_id } = part
    changes.push({ part: part.part, id, step_id, change, name, fields, summary: `${name} ${what}.` })
  }
  for (const [key, part] of now) {
    const earlier = old.get(key)
    if (earlier === undefined) add(part, 'added', [])
    else {
      const fields = fieldChanges(earlier, part)
      if (fields.length === 0) continue
      add(part, fields.every(({ field }) => placeFields.has(field)) ? 'moved' : 'changed', fields)
    }
  }
  for (const [key, part] of old) if (!now.has(key)) add(part, 'removed', [])
  const count = (wanted: PartChange['change']) => changes.filter(({ change }) => change === wanted).length
  return {
    equal: changes.length === 0,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('moved'),
    changes,
  }
}
