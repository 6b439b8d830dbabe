import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../../insights/estimated-durations.ts'
import { aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { aLargeWorkflow } from '../../testing/large-workflow.ts'
import { benchPaths } from '../../testing/path-bench.ts'
import { Play } from '../../testing/play.ts'
import { findPaths } from './find-paths.ts'
import type { ReachablePath } from './path.ts'

function path(play: Play): ReachablePath {
  const { workflow, state, at } = play
  const found = findPaths(workflow, state, { durations: estimatedDurations(workflow), at })
  if (!found.reachable) throw new Error(found.reason.message)
  return found
}

describe('the cost of finding a path', () => {
  it('grows with the steps: 4,000 cost at most 10 times what 1,000 cost', () => {
    // oxlint-disable-next-line no-restricted-globals -- the test brings the clock that the domain has not
    const cost = (steps: number) => benchPaths(() => performance.now(), { steps, rounds: 8 }).find
    const small = cost(1_000)
    expect(cost(4_000)).toBeLessThan(small * 10)
  })

  it('is within bounds on a workflow that has something of everything, all of which is looked at', () => {
    const found = path(new Play(aLargeWorkflow(1_000)).start())
    expect(found.exact).toBe(true)
    expect(found.decisions).toHaveLength(40)
    expect(found.alternative_paths).toHaveLength(3)
  })

  it('is within bounds where thousands of branches are under way at once', () => {
    const ids = Array.from({ length: 4_998 }, (_, index) => index + 2)
    const wide = aWorkflow(
      [aStep(1), ...ids.map(id => aStep(id)), aStep(5_000)],
      ids.flatMap(id => [
        aConnection(1, id, { id, connection_type: 'parallel' }),
        aConnection(id, 5_000, { id: id + 10_000 }),
      ]),
    )
    const found = path(new Play(wide).start().wait(-1 / 60))
    expect([found.estimated_time, found.optimal_path.length]).toEqual([30, 5_000])
  })
})
