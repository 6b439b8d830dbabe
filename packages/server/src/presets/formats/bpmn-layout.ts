import type { BpmnGraph, BpmnNode } from './bpmn-graph.ts'
import { stepColumns } from './bpmn-columns.ts'
import { FreePlaces, type Bounds, type Point } from './bpmn-places.ts'

const sizeOf = ({ type }: BpmnNode) =>
  type === 'UserTask'
    ? { width: 120, height: 80 }
    : type.endsWith('Gateway')
      ? { width: 50, height: 50 }
      : { width: 36, height: 36 }

/** Between a shape and the one drawn beside it. */
const gap = 24
/** The editor's steps stand close: this leaves room for the gateways between them. */
const stretch = 1.5

/** Where the author put the steps, if each has its place. Many in one spot were put there by nobody. */
function authored(steps: readonly BpmnNode[]): ReadonlyMap<string, Point> | null {
  const places = steps.flatMap(({ id, step }): [string, Point][] => {
    const { ui_position_x: x = null, ui_position_y: y = null } = step ?? {}
    return x === null || y === null ? [] : [[id, { x: x * stretch, y }]]
  })
  const spots = new Set(places.map(([, { x, y }]) => `${Math.round(x / 60)} ${Math.round(y / 60)}`))
  return places.length === steps.length && spots.size >= 0.9 * steps.length ? new Map(places) : null
}

/** Moves everything so that it begins near the upper left corner. */
function moved(places: ReadonlyMap<string, Bounds>): ReadonlyMap<string, Bounds> {
  let [left, top] = [Infinity, Infinity]
  for (const { x, y } of places.values()) [left, top] = [Math.min(left, x), Math.min(top, y)]
  const margin = 80
  return new Map(
    [...places].map(([id, bounds]) => [
      id,
      { ...bounds, x: Math.round(bounds.x - left + margin), y: Math.round(bounds.y - top + margin) },
    ]),
  )
}

/**
 * A place for every node, no two of which overlap: the steps where the author put them if each has a place, else in columns by how far they are
 * from the beginning; what stands for no step beside the one that it belongs to.
 */
export function layOut(graph: BpmnGraph): ReadonlyMap<string, Bounds> {
  const steps = graph.nodes.filter(({ step }) => step !== undefined)
  const wanted = authored(steps) ?? stepColumns(graph)
  const free = new FreePlaces()
  const places = new Map<string, Bounds>()
  for (const node of steps) places.set(node.id, free.take(wanted.get(node.id) ?? { x: 0, y: 0 }, sizeOf(node)))
  const others = new Map(graph.nodes.map(node => [node.id, node]))
  const place = (node: BpmnNode): Bounds => {
    const known = places.get(node.id)
    if (known !== undefined) return known
    const anchor = others.get(node.beside?.id ?? '')
    const bounds = anchor === undefined ? { x: 0, y: 0, width: 0, height: 0 } : place(anchor)
    const size = sizeOf(node)
    const away = bounds.width / 2 + gap + size.width / 2
    const centre = {
      x: bounds.x + bounds.width / 2 + (node.beside?.side === 'before' ? -away : away),
      y: bounds.y + bounds.height / 2,
    }
    const taken = free.take(centre, size)
    places.set(node.id, taken)
    return taken
  }
  for (const node of graph.nodes) place(node)
  return moved(places)
}
