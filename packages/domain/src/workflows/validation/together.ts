import { loopBody } from '../../executions/loop-body.ts'
import { targetsOf } from './exits.ts'
import type { FreeRuns } from './free-runs.ts'
import { pairsIn, type RegionPairs } from './region-pairs.ts'
import { regionsOf } from './regions.ts'

/** Steps that the bodies of loops may have in all before loops are no longer looked into. */
const maxBodies = 100_000

/**
 * Which steps a run can have open at the same time: exact over free choices. The rounds of a loop count for all that runs beside
 * it, and a jump for possible whenever its decision is.
 */
export class Together {
  readonly #runs: FreeRuns
  /** By rank. */
  readonly #regions: (RegionPairs | undefined)[]

  constructor(runs: FreeRuns, { withJumps = true } = {}) {
    this.#runs = runs
    const { exits, order } = runs
    const targets = order.sequence.map(index => {
      const onward = new Set<number>()
      for (const exit of exits[index] ?? [])
        if (withJumps || !exit.isJump) for (const target of targetsOf(exit)) onward.add(this.#rank(target))
      return [...onward]
    })
    this.#regions = order.sequence.map(() => undefined)
    for (const region of regionsOf(runs, targets))
      this.#regions.fill(pairsIn({ ...region, runs, targets, withJumps }), region.start, region.end)
    this.#addRounds()
  }

  /** Whether anything in the workflow runs beside anything else at all. */
  static isNeeded({ workflow, exits }: FreeRuns): boolean {
    return workflow.initial.length > 1 || exits.some(ways => ways.some(exit => targetsOf(exit).length > 1))
  }

  #rank(index: number): number {
    return this.#runs.order.rank[index] ?? 0
  }

  /** The region of both, and the places in it of the earlier and of the later one; null: they never meet. */
  #both(one: number, other: number) {
    const ranks = [this.#rank(one), this.#rank(other)]
    const [first, second] = [Math.min(...ranks), Math.max(...ranks)]
    const region = this.#regions[first]
    if (region === undefined || region !== this.#regions[second]) return null
    return { region, first: first - region.start, second: second - region.start }
  }

  /** While one branch goes round in a loop, the others stay open beside its whole body. */
  #addRounds(): void {
    const { workflow } = this.#runs
    const { loops, rank } = workflow
    let left = maxBodies
    for (const loop of loops) {
      const beside = this.besideOf(loop.source)
      left -= Math.max(0, (rank[loop.source] ?? 0) - (rank[loop.target] ?? 0))
      if (beside.length === 0 || left < 0) continue
      const body = loopBody(workflow, loop)
      const inside = new Set(body)
      for (const one of body)
        for (const other of beside) {
          const both = inside.has(other) ? null : this.#both(one, other)
          both?.region.beside.add(both.second, both.first)
        }
    }
  }

  /** Whether a run can have both steps open at the same time. */
  atOnce(one: number, other: number): boolean {
    const both = this.#both(one, other)
    return both !== null && both.region.beside.has(both.second, both.first)
  }

  /** Whether the second, which comes later in the order, waits for the first, by whatever way. */
  isBehind(first: number, second: number): boolean {
    const both = this.#both(first, second)
    return both === null || both.region.awaited.has(both.second, both.first)
  }

  /** All steps that may be open beside the step. */
  besideOf(step: number): number[] {
    const { sequence } = this.#runs.order
    const region = this.#regions[this.#rank(step)]
    if (region === undefined) return []
    const place = this.#rank(step) - region.start
    const places = region.beside.bitsOf(place)
    for (let later = place + 1; later < region.end - region.start; later += 1)
      if (region.beside.has(later, place)) places.push(later)
    return places.map(at => sequence[region.start + at] ?? 0)
  }

  /** For each of the steps, those of them that may be open beside it and stand before it in the order. */
  among(steps: readonly number[]): ReadonlyMap<number, readonly number[]> {
    const { sequence } = this.#runs.order
    const byRegion = new Map<RegionPairs, number[]>()
    for (const step of steps) {
      const region = this.#regions[this.#rank(step)]
      if (region === undefined) continue
      const places = byRegion.get(region) ?? []
      places.push(this.#rank(step) - region.start)
      byRegion.set(region, places)
    }
    const pairs = new Map<number, readonly number[]>()
    for (const [{ start, beside }, places] of byRegion) {
      if (places.length < 2) continue
      const all = new Set(places)
      for (const place of places) {
        const others = beside.bitsOf(place).filter(other => all.has(other))
        if (others.length > 0)
          pairs.set(
            sequence[start + place] ?? 0,
            others.map(other => sequence[start + other] ?? 0),
          )
      }
    }
    return pairs
  }
}

/** The relation, or null where nothing runs beside anything. */
export const togetherIn = (runs: FreeRuns, options?: { readonly withJumps: boolean }): Together | null =>
  Together.isNeeded(runs) ? new Together(runs, options) : null

/** Ways along which a run may still come from the step to others, loops included. */
export function stepsLater({ workflow, exits }: FreeRuns, from: readonly number[]): ReadonlySet<number> {
  const back = new Map<number, number[]>()
  for (const { source, target } of workflow.loops) back.set(source, [...(back.get(source) ?? []), target])
  return followed(from, step => [
    ...(exits[step] ?? []).flatMap(({ always, taken, perhaps }) => [
      ...always,
      ...perhaps,
      ...(taken === -1 ? [] : [taken]),
    ]),
    ...(back.get(step) ?? []),
  ])
}

function followed(from: readonly number[], next: (step: number) => readonly number[]): ReadonlySet<number> {
  const seen = new Set(from)
  const queue = [...from]
  for (const step of queue)
    for (const target of next(step))
      if (!seen.has(target)) {
        seen.add(target)
        queue.push(target)
      }
  return seen
}
