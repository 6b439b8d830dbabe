import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { type MapWay, waysOf } from './ways.ts'

/**
 * A line of a map: a step, a way out of the step above it, or ways that meet. `lines` are the characters of its lanes, two for each;
 * `lane` is that of the step.
 */
export interface MapRow {
  readonly lines: string
  readonly lane: number
  readonly step: CompiledStep | null
  readonly way: MapWay | null
}

/** Steps along their ways, a branch to its end before the next begins. */
function inOrder(workflow: CompiledWorkflow, ways: readonly (readonly MapWay[])[]): number[] {
  const awaited = new Int32Array(workflow.steps.length)
  const next = ways.map(each => [...new Set(each.filter(way => way.isForward).flatMap(way => way.targets))])
  for (const target of next.flat()) awaited[target] = (awaited[target] ?? 0) + 1
  const stack = workflow.steps.flatMap(({ index }) => (awaited[index] === 0 ? [index] : [])).toReversed()
  const order: number[] = []
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    order.push(index)
    for (const target of (next[index] ?? []).toReversed()) {
      awaited[target] = (awaited[target] ?? 0) - 1
      if (awaited[target] === 0) stack.push(target)
    }
  }
  return order
}

/** What each lane leads to; null: nothing runs there. */
type Lanes = (number | null)[]

const marks = (lanes: Lanes): string[] => lanes.flatMap(target => [target === null ? ' ' : '│', ' '])

/** A line from one lane to another, across those between. */
function across(lanes: Lanes, { from, to, ends }: { from: number; to: number; ends: string }): string[] {
  const cells = marks(lanes)
  for (let at = 2 * from + 1; at < 2 * to; at += 1) cells[at] = cells[at] === '│' ? '┼' : '─'
  cells[2 * from] = '├'
  cells[2 * to] = ends
  return cells
}

const line = (cells: readonly string[]): string => cells.join('').trimEnd()

/** Lanes as rows are drawn from top to bottom. */
class Drawing {
  readonly rows: MapRow[] = []
  readonly #lanes: Lanes = []

  #add(cells: readonly string[], lane: number, what: Partial<Pick<MapRow, 'step' | 'way'>>): void {
    this.rows.push({ lines: line(cells), lane, step: null, way: null, ...what })
  }

  #freeLane(after: number): number {
    const free = this.#lanes.findIndex((target, lane) => lane > after && target === null)
    return free < 0 ? Math.max(this.#lanes.length, after + 1) : free
  }

  #free(lane: number): void {
    this.#lanes[lane] = null
    while (this.#lanes.at(-1) === null) this.#lanes.pop()
  }

  step(step: CompiledStep, ways: readonly MapWay[]): void {
    const lane = this.#arrive(step.index)
    const cells = marks(this.#lanes)
    cells[2 * lane] = '●'
    this.#add(cells, lane, { step })
    this.#leave(lane, ways)
  }

  /** Brings the lanes that lead to a step together, and gives the one it stands in. */
  #arrive(index: number): number {
    const [first, ...others] = this.#lanes.flatMap((target, lane) => (target === index ? [lane] : []))
    if (first === undefined) {
      const lane = this.#freeLane(-1)
      this.#lanes[lane] = index
      return lane
    }
    for (const lane of others.toReversed()) {
      this.#add(across(this.#lanes, { from: first, to: lane, ends: '╯' }), first, {})
      this.#free(lane)
    }
    return first
  }

  #leave(lane: number, ways: readonly MapWay[]): void {
    const said = (way: MapWay) => way.kind !== 'plain' || ways.length > 1 || way.targets.length > 1
    // A way to several steps takes as many lanes, and is said beside the first.
    const branches = ways
      .filter(way => way.isForward)
      .flatMap(way => way.targets.map((target, index) => ({ target, way: index === 0 && said(way) ? way : null })))
    const [straight, ...others] = branches
    if (straight === undefined) this.#free(lane)
    else this.#lanes[lane] = straight.target
    for (const way of ways.filter(each => !each.isForward)) this.#add(marks(this.#lanes), lane, { way })
    if (straight !== undefined && straight.way !== null) {
      const cells = marks(this.#lanes)
      cells[2 * lane] = '├'
      this.#add(cells, lane, { way: straight.way })
    }
    for (const { target, way } of others) {
      const to = this.#freeLane(lane)
      while (this.#lanes.length < to) this.#lanes.push(null)
      this.#lanes[to] = target
      this.#add(across(this.#lanes, { from: lane, to, ends: '╮' }), lane, { way })
    }
  }
}

/** The whole workflow as the rows of a map, from the first step down. `known` are the variables that ways depend on. */
export function layOut(workflow: CompiledWorkflow, known: JsonObject): readonly MapRow[] {
  const ways = workflow.steps.map(step => waysOf(workflow, step, known))
  const drawing = new Drawing()
  for (const index of inOrder(workflow, ways)) {
    const step = workflow.steps[index]
    if (step !== undefined) drawing.step(step, ways[index] ?? [])
  }
  return drawing.rows
}
