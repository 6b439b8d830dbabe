import { describePart } from './describe-part.ts'
import type { JsonValue, WorkflowDefinition } from './definition.ts'
import { withoutDanglingReferences } from './dangling-references.ts'
import { sameJson } from './json-source.ts'
import { withoutCircles } from './merge-circles.ts'
import { mergedOrder } from './merge-order.ts'
import { definitionOf, partKey, partsOf, partTypes, type Part, type PartType } from './parts.ts'
import { referencesOf } from './references.ts'

export type MergeSide = 'ours' | 'theirs'

/** A part, or a field of it, on which both sides changed something else. */
export interface MergeConflict {
  readonly part: PartType
  readonly id: number
  /** Null: the whole part is at stake, since one side removed it and the other changed or used it. */
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

type Parts = ReadonlyMap<string, Part>

const byKey = (definition: WorkflowDefinition): Parts => new Map(partsOf(definition).map(part => [partKey(part), part]))

const samePart = (one: Part | undefined, other: Part | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && one.step_id === other.step_id && sameJson(one.fields, other.fields))

const isNamed = (key: string): boolean => key.startsWith('step:') || key.startsWith('outcome:')

/** The steps and outcomes that one side newly uses: whatever it added or changed names them. */
function usedBy(side: Parts, base: Parts): ReadonlySet<string> {
  const used = new Set<string>()
  for (const [key, part] of side)
    if (!samePart(part, base.get(key))) for (const name of referencesOf(part)) if (name !== key) used.add(name)
  return used
}

interface Sides {
  readonly base: Part | undefined
  readonly ours: Part | undefined
  readonly theirs: Part | undefined
}

class Merger {
  readonly conflicts: MergeConflict[] = []
  readonly #decided: ReadonlyMap<string, MergeSide>
  readonly #input: MergeInput
  readonly #base: Parts
  readonly #sides: Readonly<Record<MergeSide, Parts>>
  readonly #used: Readonly<Record<MergeSide, ReadonlySet<string>>>
  /** Steps and outcomes that one side removed and the merge keeps: what the other side holds of them comes back with them. */
  readonly #revived = new Set<string>()

  constructor(input: MergeInput) {
    this.#input = input
    this.#decided = new Map(input.resolutions?.map(one => [`${partKey(one)}/${one.field ?? ''}`, one.take]))
    this.#base = byKey(input.base)
    this.#sides = { ours: byKey(input.ours), theirs: byKey(input.theirs) }
    this.#used = { ours: usedBy(this.#sides.ours, this.#base), theirs: usedBy(this.#sides.theirs, this.#base) }
  }

  run(): Merge {
    const { ours, theirs } = this.#sides
    const kept = new Map<string, Part>()
    const keys = [...new Set([...this.#base.keys(), ...ours.keys(), ...theirs.keys()])]
    // Steps and outcomes first: what becomes of their options, resources and connections follows from them.
    for (const key of [...keys.filter(isNamed), ...keys.filter(key => !isNamed(key))]) {
      const merged = this.#merge(key, { base: this.#base.get(key), ours: ours.get(key), theirs: theirs.get(key) })
      if (merged !== null) kept.set(key, merged)
    }
    const whole = byKey(withoutDanglingReferences(definitionOf(this.#ordered(kept))))
    const sound = withoutCircles({ parts: whole, ours }, (part, field) => {
      const key = partKey(part)
      const value = (side: Part | undefined) =>
        field === null ? (side?.fields ?? null) : (side?.fields[field] ?? null)
      const { part: type, id } = part
      const name = describePart(part, this.#input.theirs)
      const values = { base: value(this.#base.get(key)), ours: value(ours.get(key)), theirs: value(theirs.get(key)) }
      // Shown whatever was decided: no decision can let a circle stand.
      this.conflicts.push({ part: type, id, field, name, ...values })
    })
    return { definition: definitionOf([...sound.values()]), conflicts: this.conflicts }
  }

  /** Which side counts; ours until somebody decides. */
  #choose(shown: Part, field: string | null, values: Readonly<Record<'base' | MergeSide, JsonValue>>): MergeSide {
    const decided = this.#decided.get(`${partKey(shown)}/${field ?? ''}`)
    if (decided !== undefined) return decided
    const holder = this.#sides.ours.has(partKey(shown)) ? this.#input.ours : this.#input.theirs
    const name = describePart(shown, holder)
    this.conflicts.push({ part: shown.part, id: shown.id, field, name, ...values })
    return 'ours'
  }

  /** The part as both sides leave it; null: it goes. */
  #merge(key: string, sides: Sides): Part | null {
    const { base, ours, theirs } = sides
    if (ours !== undefined && theirs !== undefined) return this.#mergeFields(base, ours, theirs)
    if (base === undefined) return ours ?? theirs ?? null
    return this.#removedByOne(key, base, sides)
  }

  #mergeFields(base: Part | undefined, ours: Part, theirs: Part): Part {
    if (samePart(ours, theirs) || samePart(base, theirs)) return ours
    if (samePart(base, ours)) return theirs
    const fields: Record<string, JsonValue> = {}
    for (const field of new Set([...Object.keys(ours.fields), ...Object.keys(theirs.fields)])) {
      const [was, mine, other] = [base, ours, theirs].map(part => part?.fields[field] ?? null) as [
        JsonValue,
        JsonValue,
        JsonValue,
      ]
      const side =
        sameJson(mine, other) || (base !== undefined && sameJson(was, other))
          ? 'ours'
          : base !== undefined && sameJson(was, mine)
            ? 'theirs'
            : this.#choose(ours, field, { base: was, ours: mine, theirs: other })
      fields[field] = side === 'ours' ? mine : other
    }
    return { ...ours, step_id: ours.step_id === base?.step_id ? theirs.step_id : ours.step_id, fields }
  }

  /** One side removed what was there: it goes, unless the other side changed it, or uses it anew. */
  #removedByOne(key: string, base: Part, { ours, theirs }: Sides): Part | null {
    const left = ours ?? theirs
    if (left === undefined) return null
    const [keeper, remover] = ours === undefined ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const)
    // It went together with what it hangs on, and goes or comes back with that.
    const gone = referencesOf(left).filter(name => !this.#sides[remover].has(name) && this.#base.has(name))
    if (!isNamed(key) && gone.length > 0) return gone.every(name => this.#revived.has(name)) ? left : null
    if (samePart(base, left) && !this.#used[keeper].has(key)) return null
    const fields = (part: Part | undefined) => part?.fields ?? null
    const side = this.#choose(left, null, { base: fields(base), ours: fields(ours), theirs: fields(theirs) })
    if (side !== keeper) return null
    this.#revived.add(key)
    return left
  }

  #ordered(kept: Parts): readonly Part[] {
    const keysOf = (side: Parts, wanted: PartType) =>
      [...side].flatMap(([key, { part }]) => (part === wanted ? [key] : []))
    const { ours, theirs } = this.#sides
    return partTypes.flatMap(wanted =>
      mergedOrder(keysOf(this.#base, wanted), keysOf(ours, wanted), keysOf(theirs, wanted)).flatMap(
        key => kept.get(key) ?? [],
      ),
    )
  }
}

/**
 * Brings two sets of changes to one base together: field by field, parts by their ids, lists in the order of the side that changed
 * it. Where both changed the same thing each in its own way, or one removed what the other changed or uses, that is a conflict.
 * The result always holds together: what names a part that went goes too, or names nothing, and no circle closes that neither
 * side had.
 */
export const mergeDefinitions = (input: MergeInput): Merge => new Merger(input).run()
