import { toMilliseconds } from '../workflows/compile-connections.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { timeOver } from './deciding.ts'
import type { CommandRequest } from './command.ts'
import type { ExecutionState } from './state.ts'
import { timersOf } from './timer.ts'

/** What an installation, or a workflow, wants of its executions; milliseconds. */
export interface ClockLimits {
  /** Without pauses, and without what its waiting takes: after that it times out. */
  readonly time: number
  /** Without a command, and without anything running: after that it is paused. Null: never. */
  readonly idle: number | null
}

/** What the clock asks of an execution by itself, and when; epoch milliseconds. */
export interface Due {
  readonly at: number
  readonly command: Extract<CommandRequest, { type: 'time_out' | 'pause' }>
}

/** Milliseconds that time steps and lags take, whoever is there: a limit on work does not count soap that cures for a month. */
function waitingTime({ steps, connections }: CompiledWorkflow): number {
  const minutes = steps.reduce((sum, step) => sum + (step.kind === 'time' ? step.duration : 0), 0)
  return connections.reduce((sum, connection) => sum + connection.min_lag, toMilliseconds(minutes))
}

/** Until when something runs that nobody has to be there for: a timer, a time step, a lag. */
function runsUntil(workflow: CompiledWorkflow, state: ExecutionState): number {
  const steps = Object.entries(state.open).flatMap(([id, open]) => {
    const step = workflow.compiledStep(Number(id))
    return [open.not_before ?? 0, step === undefined ? 0 : (timeOver(step, open) ?? 0)]
  })
  const timers = timersOf(state).map(timer => ('left' in timer ? 0 : timer.ends_at))
  return Math.max(0, ...steps, ...timers)
}

/**
 * What the clock will ask of an execution next, if no command comes first; null: nothing. `usedAt` is when the last command came.
 * The same question asked again at that time gives the same answer, so that any process may ask it.
 */
export function dueNext(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  { limits, usedAt }: { readonly limits: ClockLimits; readonly usedAt: number },
): Due | null {
  const { status, started_at, paused_total, granted_after = 0 } = state
  if (status !== 'active' || started_at === null) return null
  const runs = runsUntil(workflow, state)
  const limit = started_at + paused_total + granted_after + limits.time + waitingTime(workflow)
  const outOfTime = Math.max(limit, runs)
  const idle = limits.idle === null ? Infinity : Math.max(usedAt, runs) + limits.idle
  return outOfTime <= idle
    ? { at: outOfTime, command: { type: 'time_out' } }
    : { at: idle, command: { type: 'pause', reason: 'idle' } }
}
