import type { PartKind } from '../presets/preset-to-definition.ts'
import type { WorkflowDefinition } from './definition.ts'

/** Which part of a copy was made from which of its original: kind, id in the copy, id in the original. */
export type PartMap = Readonly<Record<PartKind, Readonly<Record<string, number>>>>

const idsOf = ({ steps, connections, outcomes, paths }: WorkflowDefinition): Record<PartKind, readonly number[]> => {
  const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id)
  return {
    step: ids(steps),
    connection: ids(connections),
    outcome: ids(outcomes),
    resource: steps.flatMap(({ resources }) => ids(resources)),
    option: steps.flatMap(({ decision_options }) => ids(decision_options)),
    path: ids(paths),
  }
}

const mapped = (fill: (kind: PartKind) => Readonly<Record<string, number>>): PartMap => ({
  step: fill('step'),
  connection: fill('connection'),
  outcome: fill('outcome'),
  resource: fill('resource'),
  option: fill('option'),
  path: fill('path'),
})

/** Both have the same parts in the same order, as `copyDefinition` makes them. */
export function partMap(copy: WorkflowDefinition, original: WorkflowDefinition): PartMap {
  const [ids, originals] = [idsOf(copy), idsOf(original)]
  return mapped(kind => Object.fromEntries(ids[kind].map((id, index) => [id, originals[kind][index] ?? id])))
}

/** The way back: from the original's ids to those of the copy. */
export const inverted = (map: PartMap): PartMap =>
  mapped(kind => Object.fromEntries(Object.entries(map[kind]).map(([copy, original]) => [original, Number(copy)])))

/** What the map says, and where it says nothing the id itself: ids of different workflows are never the same. */
export const through =
  (map: PartMap) =>
  (kind: PartKind, id: number): number =>
    map[kind][String(id)] ?? id

/** The ids of a definition under themselves, for those that are in none of the others. */
export function newIn(definition: WorkflowDefinition, others: readonly WorkflowDefinition[]): PartMap {
  const [ids, known] = [idsOf(definition), others.map(idsOf)]
  return mapped(kind => {
    const there = new Set(known.flatMap(other => other[kind]))
    return Object.fromEntries(ids[kind].filter(id => !there.has(id)).map(id => [id, id]))
  })
}

/** What the map says of these ids alone. */
export const within = (map: PartMap, ids: PartMap): PartMap =>
  mapped(kind => Object.fromEntries(Object.entries(map[kind]).filter(([id]) => ids[kind][id] !== undefined)))

/** The map with more in it. */
export const extended = (map: PartMap, more: PartMap): PartMap => mapped(kind => ({ ...map[kind], ...more[kind] }))
