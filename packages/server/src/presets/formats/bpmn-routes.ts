import type { BpmnFlow } from './bpmn-graph.ts'
import { cellsOf, overlap, type Bounds, type Point } from './bpmn-places.ts'

type Route = readonly Point[]

/** Beyond this a flow is drawn without looking what lies in its way. */
const farthest = 12_000
const clearance = 20

const right = ({ x, y, width, height }: Bounds): Point => ({ x: x + width, y: y + height / 2 })
const left = ({ x, y, height }: Bounds): Point => ({ x, y: y + height / 2 })
const top = ({ x, y, width }: Bounds): Point => ({ x: x + width / 2, y })
const bottom = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height })
/** Gateways and events, which flows may leave and enter from above and below. */
const isSmall = ({ width }: Bounds): boolean => width <= 50

/** How a flow that leads to the right may run, the usual way first. */
function onward(from: Bounds, to: Bounds): readonly Route[] {
  const [start, end] = [right(from), left(to)]
  if (start.y === end.y) return [[start, end]]
  const upright = (source: Bounds, target: Point): Point => (target.y < start.y ? top(source) : bottom(source))
  const leaving = upright(from, end)
  const entering = end.y < start.y ? bottom(to) : top(to)
  const bends = [(start.x + end.x) / 2, end.x - clearance / 2, start.x + clearance / 2]
  return [
    ...(isSmall(from) ? [[leaving, { x: leaving.x, y: end.y }, end]] : []),
    ...(isSmall(to) ? [[start, { x: entering.x, y: start.y }, entering]] : []),
    ...bends.map(x => [start, { x, y: start.y }, { x, y: end.y }, end]),
  ]
}

/** Round below, or above, both ends: out of the bottom or top and into it, or out to the right and in from the left. */
function around(from: Bounds, to: Bounds): readonly Route[] {
  const low = Math.max(from.y + from.height, to.y + to.height)
  const high = Math.min(from.y, to.y)
  const [start, end] = [right(from), left(to)]
  const [out, into] = [start.x + clearance / 2, end.x - clearance / 2]
  return [2, 3, 4, 6, 9].flatMap(far => {
    const below = low + far * clearance
    const above = high - far * clearance
    return [
      [bottom(from), { x: bottom(from).x, y: below }, { x: bottom(to).x, y: below }, bottom(to)],
      [top(from), { x: top(from).x, y: above }, { x: top(to).x, y: above }, top(to)],
      ...[below, above].map(y => [
        start,
        { x: out, y: start.y },
        { x: out, y },
        { x: into, y },
        { x: into, y: end.y },
        end,
      ]),
    ]
  })
}

/** The pieces between the bends. */
const pieces = (route: Route): readonly (readonly [Point, Point])[] =>
  route.slice(1).map((end, index) => [route[index] ?? end, end])

/** One piece of a flow on its level or upright line, from the lesser end to the greater. */
interface Stretch {
  readonly flow: Pick<BpmnFlow, 'source' | 'target'>
  readonly from: number
  readonly to: number
}

/** Lines are looked at in parts of this length. */
const partLength = 1000

/** The stretch, and the parts of lines that it lies on. */
function stretchOf(flow: Stretch['flow'], [a, b]: readonly [Point, Point]) {
  const [line, start, end] = a.y === b.y ? [`level ${a.y}`, a.x, b.x] : [`upright ${a.x}`, a.y, b.y]
  const stretch: Stretch = { flow, from: Math.min(start, end), to: Math.max(start, end) }
  const first = Math.floor(stretch.from / partLength)
  const count = Math.floor(stretch.to / partLength) - first + 1
  return { stretch, parts: Array.from({ length: count }, (_, index) => `${line} ${first + index}`) }
}

/** How the flows of a drawing run: from border to border, upright and level, through and along as little as can be. */
export class FlowRouter {
  readonly #places: ReadonlyMap<string, Bounds>
  readonly #cells = new Map<string, Bounds[]>()
  readonly #lines = new Map<string, Stretch[]>()

  constructor(places: ReadonlyMap<string, Bounds>) {
    this.#places = places
    for (const bounds of places.values())
      for (const key of cellsOf(bounds)) {
        const known = this.#cells.get(key)
        if (known === undefined) this.#cells.set(key, [bounds])
        else known.push(bounds)
      }
  }

  /** The bends of a flow, its ends included. */
  route(flow: Pick<BpmnFlow, 'source' | 'target'>): Route {
    const [from, to] = [this.#places.get(flow.source), this.#places.get(flow.target)]
    if (from === undefined || to === undefined) return []
    const ahead = to.x > from.x + from.width ? onward(from, to) : []
    const [first = [], ...others] = [...ahead, ...around(from, to)]
    const isFar = Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > farthest
    let best = { route: first, hits: isFar ? 0 : this.#hits(flow, first) }
    for (const route of others) {
      if (best.hits === 0) break
      const hits = this.#hits(flow, route)
      if (hits < best.hits) best = { route, hits }
    }
    this.#keep(flow, best.route)
    return best.route
  }

  #keep(flow: Stretch['flow'], route: Route): void {
    for (const piece of pieces(route)) {
      const { stretch, parts } = stretchOf(flow, piece)
      for (const part of parts) {
        const known = this.#lines.get(part)
        if (known === undefined) this.#lines.set(part, [stretch])
        else known.push(stretch)
      }
    }
  }

  /** How many shapes a route runs through, and how many flows of others along. */
  #hits(flow: Stretch['flow'], route: Route): number {
    const hit = new Set<Bounds | Stretch>()
    for (const [start, end] of pieces(route)) {
      const area = {
        x: Math.min(start.x, end.x),
        y: Math.min(start.y, end.y),
        width: Math.abs(end.x - start.x),
        height: Math.abs(end.y - start.y),
      }
      for (const key of cellsOf(area))
        for (const shape of this.#cells.get(key) ?? []) if (overlap(area, shape)) hit.add(shape)
      const { stretch, parts } = stretchOf(flow, [start, end])
      for (const other of parts.flatMap(part => this.#lines.get(part) ?? [])) {
        const isOwn = other.flow.source === flow.source || other.flow.target === flow.target
        if (!isOwn && other.from < stretch.to && stretch.from < other.to) hit.add(other)
      }
    }
    return hit.size
  }
}
