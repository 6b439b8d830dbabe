import { estimatedDurations } from '../insights/estimated-durations.ts'
import { findPaths } from '../navigation/paths/find-paths.ts'
import { compile } from '../workflows/compile.ts'
import { aLargeWorkflow } from './large-workflow.ts'
import { Play } from './play.ts'

export interface PathBench {
  /** Milliseconds of the best round. */
  readonly find: number
  /** The same for `compile`, which reads everything once. */
  readonly compile: number
}

/**
 * What it costs to find the best path through a workflow of about so many steps, with three alternatives, beside compiling it, in
 * turns; `now` is the caller's clock.
 */
export function benchPaths(now: () => number, { steps = 5_000, rounds = 15 } = {}): PathBench {
  const definition = aLargeWorkflow(steps)
  const { workflow, state, at } = new Play(compile(definition)).start()
  const durations = estimatedDurations(workflow)
  const best = { find: Infinity, compile: Infinity }
  const timed = (name: keyof typeof best, work: () => unknown): void => {
    const from = now()
    work()
    best[name] = Math.min(best[name], now() - from)
  }
  for (let round = 0; round < rounds; round += 1) {
    timed('compile', () => compile(definition))
    timed('find', () => findPaths(workflow, state, { durations, at }))
  }
  return best
}
