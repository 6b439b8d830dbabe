import { timersOf, timerStatus } from '@hidesync/domain/executions/timer'
import { availableSteps, stepStatus, stepTiming, waitingSteps } from '@hidesync/domain/executions/view'
import { nameOf, textsFor, type Run } from '@hidesync/domain/navigation/run'

/** Something that comes to its end by itself: a timer, a time step, or the waiting before a step. */
export interface Wait {
  readonly name: string
  /** Epoch milliseconds. */
  readonly until: number
}

/** Minutes until a step may be completed or begun by itself; null: there is nothing to wait for. */
export function waitOf({ workflow, state, at }: Run, stepId: number): number | null {
  const status = stepStatus(workflow, state, stepId, at)
  const left = stepTiming(workflow, state, stepId, at)?.wait ?? 0
  return left > 0 && (status === 'active' || status === 'pending') ? left : null
}

/** Everything that ends by itself, the first to end first; what is over already is not among it. */
export function waitsOf(run: Run): readonly Wait[] {
  const { workflow, state, at } = run
  if (state.status !== 'active') return timerWaits(run)
  const open = [...availableSteps(workflow, state, at), ...waitingSteps(workflow, state, at).map(one => one.step_id)]
  const steps = open.flatMap((id): Wait[] => {
    const left = waitOf(run, id)
    if (left === null) return []
    const until = Math.round(at + left * 60_000)
    return [{ name: nameOf(run, id), until }]
  })
  return [...steps, ...timerWaits(run)].toSorted((one, other) => one.until - other.until)
}

function timerWaits(run: Run): Wait[] {
  return timersOf(run.state).flatMap((timer): Wait[] =>
    'ends_at' in timer && timerStatus(timer, run.at) === 'running'
      ? [
          {
            name: timer.label || textsFor(run).timers.unnamed,
            until: timer.ends_at,
          },
        ]
      : [],
  )
}
