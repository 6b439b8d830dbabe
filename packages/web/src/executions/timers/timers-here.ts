import type { DeviceRun } from '@hidesync/domain/executions/offline/device-run'
import { timersOf } from '@hidesync/domain/executions/timer'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Timer } from './timer.ts'

const minute = 60_000

/** A time step's own clock rings like a timer, but is over when its step is. */
function stepClocks(id: number, workflow: CompiledWorkflow, { state, skew }: DeviceRun): readonly Timer[] {
  if (state.status !== 'active' && state.status !== 'paused') return []
  return Object.entries(state.open).flatMap(([key, { started_at }]): Timer[] => {
    const step = workflow.compiledStep(Number(key))
    if (step === undefined || step.kind !== 'time' || started_at === undefined || step.duration === 0) return []
    const duration_ms = step.duration * minute
    return [
      {
        id: `step:${id}:${key}:${started_at}`,
        timer_id: null,
        execution_id: id,
        step_id: step.id,
        label: step.definition.name,
        duration_ms,
        end_at: started_at + duration_ms - skew,
        paused_remaining_ms: null,
      },
    ]
  })
}

/** All that counts down in a run, by this device's clock: its timers, and the clocks of its time steps. */
export function timersHere(
  { id, workflow_name }: { readonly id: number; readonly workflow_name: string },
  workflow: CompiledWorkflow,
  play: DeviceRun,
): readonly Timer[] {
  const own = timersOf(play.state).map((timer): Timer => ({
    id: timer.id,
    timer_id: timer.id,
    execution_id: id,
    step_id: timer.step_id,
    label: timer.label || workflow_name,
    duration_ms: timer.duration,
    end_at: 'left' in timer ? 0 : timer.ends_at - play.skew,
    paused_remaining_ms: 'left' in timer ? timer.left : null,
  }))
  return [...own, ...stepClocks(id, workflow, play)]
}
