import { targetsOf } from './exits.ts'
import type { FreeRuns } from './free-runs.ts'

/** Ranks from `start` to before `end`, beside which nothing else of the workflow can be under way. */
export interface Region {
  readonly start: number
  readonly end: number
}

/**
 * Cuts the order of the steps where all ways come together in one step, so that only what lies between two cuts has to be
 * compared with each other. `targets`: by rank, the ranks that each step may lead to. Regions in which nothing forks are left out.
 */
export function regionsOf({ workflow, order, exits }: FreeRuns, targets: readonly (readonly number[])[]): Region[] {
  const size = targets.length
  const rank = (index: number): number => order.rank[index] ?? 0
  // How far what begins before a rank leads; a cut lies where that is not beyond it.
  const spans = new Int32Array(size)
  const widen = (from: number, to: number): void => {
    spans[from] = Math.max(spans[from] ?? 0, to)
  }
  for (const index of workflow.initial) widen(0, rank(index))
  for (const { source, target } of workflow.connections) widen(rank(source), rank(target))
  for (const { source, target } of workflow.loops) widen(rank(target), rank(source))
  for (const [from, onward] of targets.entries()) for (const target of onward) widen(from, target)

  const isForked = new Uint8Array(size)
  if (workflow.initial.length > 1) for (const index of workflow.initial) isForked[rank(index)] = 1
  const regions: Region[] = []
  let reach = 0
  let start = 0
  let hasFork = workflow.initial.length > 1
  for (let at = 0; at <= size; at += 1) {
    const isCut = at === size || (at > 0 && reach <= at)
    if (isCut) {
      if (hasFork) regions.push({ start, end: at })
      start = at
      hasFork = false
    }
    if (at === size) break
    if (isCut) isForked[at] = 0
    const onward = targets[at] ?? []
    const forks = (exits[order.sequence[at] ?? 0] ?? []).some(exit => targetsOf(exit).length > 1)
    hasFork ||= forks
    if (forks || isForked[at] === 1) for (const target of onward) isForked[target] = 1
    // What forked and leads nowhere stays beside all that follows.
    reach = Math.max(reach, onward.length === 0 && isForked[at] === 1 ? size : (spans[at] ?? 0))
  }
  return regions
}
