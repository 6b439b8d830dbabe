import type { BpmnFlow, BpmnNode } from './bpmn-graph.ts'
import { grouped } from './grouped.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const column = 170
const row = 120

const sizeOf = ({ type }: BpmnNode) =>
  type === 'UserTask'
    ? { width: 110, height: 80 }
    : type.endsWith('Gateway')
      ? { width: 50, height: 50 }
      : { width: 36, height: 36 }

/** How many flows the longest way from the beginning to each node has; ways back do not count. */
function ranks(nodes: readonly BpmnNode[], flows: readonly BpmnFlow[]): ReadonlyMap<string, number> {
  const forward = flows.filter(({ loop }) => loop === null)
  const leaving = grouped(forward, ({ source }) => source)
  const waiting = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { target } of forward) waiting.set(target, (waiting.get(target) ?? 0) + 1)
  const rank = new Map(nodes.map(({ id }) => [id, 0]))
  const ready = nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id)
  for (let at = 0; at < ready.length; at += 1) {
    const id = ready[at] ?? ''
    for (const { target } of leaving.get(id) ?? []) {
      rank.set(target, Math.max(rank.get(target) ?? 0, (rank.get(id) ?? 0) + 1))
      const left = (waiting.get(target) ?? 0) - 1
      waiting.set(target, left)
      if (left === 0) ready.push(target)
    }
  }
  return rank
}

/** A place for every node: columns by how far it is from the beginning, rows in the order of the file. */
export function layOut(nodes: readonly BpmnNode[], flows: readonly BpmnFlow[]): ReadonlyMap<string, Bounds> {
  const rank = ranks(nodes, flows)
  const rows = new Map<number, number>()
  return new Map(
    nodes.map(node => {
      const at = rank.get(node.id) ?? 0
      const line = rows.get(at) ?? 0
      rows.set(at, line + 1)
      const { width, height } = sizeOf(node)
      return [node.id, { x: 100 + at * column - width / 2, y: 100 + line * row - height / 2, width, height }]
    }),
  )
}

/** The bends of a flow: straight on, or round below where it leads back. */
export function wayPoints(
  from: Bounds,
  to: Bounds,
  { loop }: BpmnFlow,
): readonly { readonly x: number; readonly y: number }[] {
  const middle = (bounds: Bounds) => bounds.y + bounds.height / 2
  if (loop === null && to.x > from.x + from.width) {
    const start = { x: from.x + from.width, y: middle(from) }
    const end = { x: to.x, y: middle(to) }
    if (start.y === end.y) return [start, end]
    const bend = (start.x + end.x) / 2
    return [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end]
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + 20
  const start = { x: from.x + from.width / 2, y: from.y + from.height }
  const end = { x: to.x + to.width / 2, y: to.y + to.height }
  return [start, { x: start.x, y: below }, { x: end.x, y: below }, end]
}
