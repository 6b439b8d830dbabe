import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { Visit } from './expectation.ts'
import { connectionAt } from './letters.ts'
import type { ExecutionState } from './state.ts'

const minute = 60_000

/** Whether anything has to wait between steps: without that, what is left to do says when it is done. */
export const hasLags = (workflow: CompiledWorkflow): boolean =>
  workflow.connections.some(connection => connection.min_lag > 0)

/** When what has happened so far lets steps begin, by position: minutes from `at` until their lags are over. */
function waits(workflow: CompiledWorkflow, state: ExecutionState, at: number): Map<number, number> {
  const starts = new Map<number, number>()
  for (const [id, settledAt] of Object.entries(state.settled_at)) {
    const connection = workflow.connection(Number(id))
    if (connection === undefined || connectionAt(state.connections, connection.index) !== 'live') continue
    const wait = (settledAt + connection.min_lag - at) / minute
    starts.set(connection.target, Math.max(0, wait, starts.get(connection.target) ?? 0))
  }
  for (const [id, { not_before }] of Object.entries(state.open)) {
    const index = workflow.compiledStep(Number(id))?.index
    if (index !== undefined && not_before !== undefined) starts.set(index, Math.max(0, (not_before - at) / minute))
  }
  return starts
}

/**
 * Minutes until the last of the steps ahead is done if each begins as soon as those before it and the lags between them allow: nothing
 * can be finished earlier, however much is done meanwhile.
 */
export function longestWay(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  ahead: { readonly visits: readonly Visit[]; readonly at: number },
): number {
  const starts = waits(workflow, state, ahead.at)
  let longest = 0
  const rank = ({ index }: Visit) => workflow.rank[index] ?? 0
  for (const { index, targets, duration } of ahead.visits.toSorted((one, other) => rank(one) - rank(other))) {
    const end = (starts.get(index) ?? 0) + duration
    longest = Math.max(longest, end)
    for (const target of targets) {
      const lags = (workflow.steps[index]?.outgoing ?? []).flatMap(way => {
        const connection = workflow.connections[way]
        return connection?.target === target ? [connection.min_lag / minute] : []
      })
      starts.set(target, Math.max(starts.get(target) ?? 0, end + Math.max(0, ...lags)))
    }
  }
  return longest
}
