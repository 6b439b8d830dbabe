import type { BpmnFlow, BpmnGraph } from './bpmn-graph.ts'
import type { Point } from './bpmn-places.ts'
import { grouped } from './grouped.ts'

const column = 390
const row = 140

/** The nodes so that every flow that leads on leads to a later one; what jumps closed to a circle comes last. */
function ordered({ nodes }: BpmnGraph, forward: readonly BpmnFlow[]): readonly string[] {
  const leaving = grouped(forward, ({ source }) => source)
  const waiting = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { target } of forward) waiting.set(target, (waiting.get(target) ?? 0) + 1)
  const order = new Set(nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id))
  for (const id of order)
    for (const { target } of leaving.get(id) ?? []) {
      const left = (waiting.get(target) ?? 0) - 1
      waiting.set(target, left)
      if (left === 0) order.add(target)
    }
  return [...order, ...nodes.filter(({ id }) => !order.has(id)).map(({ id }) => id)]
}

/** The free row of a column next to the wanted one. */
function freeRow(taken: Set<number>, wanted: number): number {
  for (let away = 0; ; away += 1)
    for (const line of [wanted + away, wanted - away])
      if (!taken.has(line)) {
        taken.add(line)
        return line
      }
}

/** A place for each step: columns by how many steps lie before it, rows near those that lead to it. */
export function stepColumns(graph: BpmnGraph): ReadonlyMap<string, Point> {
  const forward = graph.flows.filter(({ goes_back }) => !goes_back)
  const coming = grouped(forward, ({ target }) => target)
  const steps = new Set(graph.nodes.filter(({ step }) => step !== undefined).map(({ id }) => id))
  const known = new Map<string, Point>()
  const rows = new Map<number, Set<number>>()
  for (const id of ordered(graph, forward)) {
    const before = (coming.get(id) ?? []).flatMap(({ source }) => {
      const place = known.get(source)
      return place === undefined ? [] : [{ ...place, x: place.x + (steps.has(source) ? 1 : 0) }]
    })
    const x = Math.max(0, ...before.map(place => place.x))
    const mean = before.reduce((sum, place) => sum + place.y, 0) / Math.max(1, before.length)
    if (!steps.has(id)) {
      known.set(id, { x, y: mean })
      continue
    }
    const taken = rows.get(x) ?? new Set<number>()
    rows.set(x, taken)
    known.set(id, { x, y: freeRow(taken, Math.round(mean)) })
  }
  return new Map([...known].map(([id, { x, y }]) => [id, { x: x * column, y: y * row }]))
}
