import { BitRows, bitSet, transposed } from './bit-rows.ts'
import { targetsOf } from './exits.ts'
import type { FreeRuns } from './free-runs.ts'
import type { Region } from './regions.ts'

/** What is known of the pairs of one region; rows and bits count from its start. */
export interface RegionPairs extends Region {
  /** The earlier steps that may be open beside each. */
  readonly beside: BitRows
  /** The steps that each waits for. */
  readonly awaited: BitRows
}

interface Within extends Region {
  readonly runs: FreeRuns
  /** By rank, the ranks that each step may lead to. */
  readonly targets: readonly (readonly number[])[]
  readonly withJumps: boolean
}

function awaitedIn({ runs: { workflow, order }, start, end }: Within): BitRows {
  const awaited = new BitRows(end - start)
  for (let at = 0; at < end - start; at += 1)
    for (const way of workflow.steps[order.sequence[start + at] ?? 0]?.incoming ?? []) {
      const source = (order.rank[workflow.connections[way]?.source ?? 0] ?? 0) - start
      if (source < 0) continue
      awaited.joinRow(at, awaited, source)
      awaited.add(at, source)
    }
  return awaited
}

/** Steps that open together: the later ones beside each. */
function forksIn({ runs, start, end, withJumps }: Within): BitRows {
  const { workflow, order, exits, reached } = runs
  const under = new BitRows(end - start)
  const pair = (steps: readonly number[]): void => {
    if (steps.length < 2) return
    const places = steps.map(step => (order.rank[step] ?? 0) - start).filter(at => at >= 0 && at < end - start)
    const all = bitSet(end - start, places)
    for (const at of places) under.joinSet(at, all, at + 1)
  }
  if (start === 0) pair(workflow.initial)
  for (let rank = start; rank < end; rank += 1) {
    const index = order.sequence[rank] ?? 0
    if (reached[index] === 0) continue
    let last: readonly number[] | null = null
    for (const exit of exits[index] ?? []) {
      const { always, taken, perhaps, isJump } = exit
      if (isJump && !withJumps) continue
      if (always !== last) pair([...always, ...perhaps])
      last = always
      if (taken !== -1) for (const other of targetsOf(exit)) if (other !== taken) pair([taken, other])
    }
  }
  return under
}

/**
 * The pairs of a region. A run comes to both of two steps where it forks and keeps to ways that share no step: of two steps under
 * way, that which is earlier in the order goes on, so that the two ways never meet, until one of them is there; then the other
 * goes on alone. The two are open at once unless one of them waits for the other.
 */
export function pairsIn(within: Within): RegionPairs {
  const { start, end, targets } = within
  const under = forksIn(within)
  const onward = targets
    .slice(start, end)
    .map((ranks, at) => ranks.map(rank => rank - start).filter(target => target > at && target < end - start))
  for (const [from, ways] of onward.entries()) {
    for (const target of ways) {
      under.joinRow(target, under, from, target + 1)
      for (const other of under.bitsOf(from, from + 1, target)) under.add(other, target)
    }
  }
  const beside = transposed(under)
  for (const [from, ways] of onward.entries()) for (const target of ways) beside.joinRow(target, beside, from)
  const awaited = awaitedIn(within)
  for (let at = 0; at < end - start; at += 1) {
    for (let word = 0; word < beside.words; word += 1)
      beside.setWord(at, word, beside.word(at, word) & ~awaited.word(at, word))
  }
  return { start, end, beside, awaited }
}
