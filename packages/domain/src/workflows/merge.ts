import { describePart } from './describe-part.ts'
import type { JsonValue, WorkflowDefinition } from './definition.ts'
import { withoutDanglingReferences } from './dangling-references.ts'
import { sameJson } from './json-source.ts'
import { definitionOf, partKey, partsOf, type Part, type PartType } from './parts.ts'

export type MergeSide = 'ours' | 'theirs'

/** A part, or a field of it, on which both sides changed something else. */
export interface MergeConflict {
  readonly part: PartType
  readonly id: number
  /** Null: one side removed the part, the other changed it. */
  readonly field: string | null
  readonly name: string
  /** Null where the side does not have the part. */
  readonly base: JsonValue
  readonly ours: JsonValue
  readonly theirs: JsonValue
}

/** What a person decided about a conflict. */
export interface Resolution {
  readonly part: PartType
  readonly id: number
  readonly field: string | null
  readonly take: MergeSide
}

export interface Merge {
  /** Everything both sides agree on; in a conflict what was decided, and ours where nothing was. */
  readonly definition: WorkflowDefinition
  /** Those that no resolution decides. */
  readonly conflicts: readonly MergeConflict[]
}

export interface MergeInput {
  readonly base: WorkflowDefinition
  readonly ours: WorkflowDefinition
  readonly theirs: WorkflowDefinition
  readonly resolutions?: readonly Resolution[]
}

const samePart = (one: Part, other: Part): boolean =>
  one.step_id === other.step_id && sameJson(one.fields, other.fields)

class Merger {
  readonly conflicts: MergeConflict[] = []
  readonly #decided: ReadonlyMap<string, MergeSide>
  readonly #input: MergeInput

  constructor(input: MergeInput) {
    this.#input = input
    this.#decided = new Map(input.resolutions?.map(one => [`${partKey(one)}/${one.field ?? ''}`, one.take]))
  }

  /** Which side counts; ours until somebody decides. */
  #choose(shown: Part, field: string | null, values: Readonly<Record<'base' | MergeSide, JsonValue>>): MergeSide {
    const decided = this.#decided.get(`${partKey(shown)}/${field ?? ''}`)
    if (decided !== undefined) return decided
    const name = describePart(shown, this.#input.ours)
    this.conflicts.push({ part: shown.part, id: shown.id, field, name, ...values })
    return 'ours'
  }

  /** The part as both sides leave it; null: it goes. */
  merge(base: Part | undefined, ours: Part | undefined, theirs: Part | undefined): Part | null {
    if (base === undefined && (ours === undefined || theirs === undefined)) return ours ?? theirs ?? null
    if (ours !== undefined && theirs !== undefined) return this.#mergeFields(base ?? ours, ours, theirs)
    const left = ours ?? theirs
    if (left === undefined || base === undefined || samePart(base, left)) return null
    const fields = (part: Part | undefined) => part?.fields ?? null
    const side = this.#choose(left, null, { base: fields(base), ours: fields(ours), theirs: fields(theirs) })
    return (side === 'ours' ? ours : theirs) ?? null
  }

  #mergeFields(base: Part, ours: Part, theirs: Part): Part {
    const fields: Record<string, JsonValue> = {}
    for (const field of new Set([...Object.keys(ours.fields), ...Object.keys(theirs.fields)])) {
      const [was, mine, other] = [base, ours, theirs].map(part => part.fields[field] ?? null) as [
        JsonValue,
        JsonValue,
        JsonValue,
      ]
      const side =
        sameJson(mine, other) || sameJson(was, other)
          ? 'ours'
          : sameJson(was, mine)
            ? 'theirs'
            : this.#choose(ours, field, { base: was, ours: mine, theirs: other })
      fields[field] = side === 'ours' ? mine : other
    }
    return { ...ours, step_id: ours.step_id === base.step_id ? theirs.step_id : ours.step_id, fields }
  }
}

/**
 * Brings two sets of changes to one base together, field by field. Ids say which part is which. The result always holds
 * together: what names a part that went goes too, or names nothing.
 */
export function mergeDefinitions(input: MergeInput): Merge {
  const [base, ours, theirs] = [input.base, input.ours, input.theirs].map(
    definition => new Map(partsOf(definition).map(part => [partKey(part), part])),
  ) as [Map<string, Part>, Map<string, Part>, Map<string, Part>]
  const merger = new Merger(input)
  const parts: Part[] = []
  // In our order; what only they have comes behind.
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const merged = merger.merge(base.get(key), ours.get(key), theirs.get(key))
    if (merged !== null) parts.push(merged)
  }
  return { definition: withoutDanglingReferences(definitionOf(parts)), conflicts: merger.conflicts }
}
