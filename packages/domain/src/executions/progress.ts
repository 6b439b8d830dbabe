import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { deciding, timeSpent } from './deciding.ts'
import { expectFrom } from './expectation.ts'
import type { ExecutionState } from './state.ts'

/** How far an execution is. Times are minutes. */
export interface ProgressView {
  /** Steps that are still possible: neither ruled out nor failed. */
  total_steps: number
  /** Of these, completed, skipped or passed over. */
  completed_steps: number
  progress_percentage: number
  current_step_id: number | null
  current_step_name: string | null
  /** Since the start, pauses left out. */
  elapsed_time: number
  /** Expected work still to do; parallel branches add up. */
  estimated_remaining_time: number
  remaining_range: { p50: number; p90: number }
}

/** Steps done of those possible; kept in the state, so that it costs nothing. */
export function countProgress(
  workflow: CompiledWorkflow,
  { counts }: ExecutionState,
): Pick<ProgressView, 'total_steps' | 'completed_steps' | 'progress_percentage'> {
  const total = workflow.steps.length - counts.dead - counts.failed
  return {
    total_steps: total,
    completed_steps: counts.done,
    progress_percentage: total === 0 ? 0 : (counts.done / total) * 100,
  }
}

/** Minutes since the start, pauses left out. */
export function elapsedTime({ started_at, ended_at, paused_at, paused_total }: ExecutionState, at: number): number {
  if (started_at === null) return 0
  return Math.max(0, (ended_at ?? paused_at ?? at) - started_at - paused_total) / 60_000
}

const goesOn: readonly string[] = ['active', 'paused', 'timeout']

/** A step's time is taken to vary by half of its estimate, independently of the others; 1.28 deviations make nine in ten. */
const spread = 0.5
const ninetieth = 1.28

/** What is still expected of the open steps and all that follows them, along defaults and the branches chosen. */
function remaining(workflow: CompiledWorkflow, state: ExecutionState, at: number) {
  if (!goesOn.includes(state.status)) return { p50: 0, p90: 0 }
  const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])
  const targets = state.sequence === 0 ? workflow.initial : open.map(step => step.index)
  const { minutes, squares } = expectFrom(workflow, state, { targets, variables: state.variables })
  const { draft } = deciding(workflow, state, { at })
  let expected = minutes
  let variance = squares
  for (const step of open) {
    const left = Math.max(0, step.duration - (timeSpent(draft, step, at) ?? 0) / 60_000)
    expected += left - step.duration
    variance += left * left - step.duration * step.duration
  }
  const p50 = Math.max(0, expected)
  return { p50, p90: p50 + ninetieth * spread * Math.sqrt(Math.max(0, variance)) }
}

/** Everything that shows how far an execution is at a moment; costs what is left to do. */
export function progressOf(workflow: CompiledWorkflow, state: ExecutionState, at: number): ProgressView {
  const range = remaining(workflow, state, at)
  return {
    ...countProgress(workflow, state),
    current_step_id: state.current_step_id,
    current_step_name: workflow.step(state.current_step_id)?.name ?? null,
    elapsed_time: elapsedTime(state, at),
    estimated_remaining_time: range.p50,
    remaining_range: range,
  }
}
