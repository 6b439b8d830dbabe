import type { DurationRange, Durations } from '../insights/durations.ts'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { deciding, timeSpent, type Deciding } from './deciding.ts'
import { expectFrom } from './expectation.ts'
import { hasLags, longestWay } from './longest-way.ts'
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
  /** When the work will probably be done if it goes on without a pause, epoch milliseconds; null unless the execution is active. */
  expected_finish_at: number | null
  /** By when it will be done nine times in ten. */
  latest_finish_at: number | null
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

/** What is left of the time of steps that are being worked on, and the whole time of all others. */
function timeLeft(context: Deciding, durations: Durations): Durations {
  const { workflow, state, draft, at } = context
  const spent = new Map<number, number>()
  for (const id of Object.keys(state.open)) {
    const step = workflow.compiledStep(Number(id))
    const time = step === undefined ? null : timeSpent(draft, step, at)
    if (step !== undefined && time !== null) spent.set(step.id, time / 60_000)
  }
  return {
    of(stepId, optionId) {
      const range = durations.of(stepId, optionId)
      const minutes = spent.get(stepId)
      if (minutes === undefined) return range
      return { p50: Math.max(0, range.p50 - minutes), p90: Math.max(0, range.p90 - minutes) }
    },
  }
}

interface Outlook {
  /** Minutes of work. */
  readonly work: DurationRange
  /** Minutes until all is done, waiting included; null: nobody can tell. */
  readonly finish: DurationRange | null
}

/** What is still expected of the open steps and all that follows them, along defaults and the branches chosen. */
function outlook(workflow: CompiledWorkflow, state: ExecutionState, at: number, known: Durations): Outlook {
  if (!goesOn.includes(state.status)) return { work: { p50: 0, p90: 0 }, finish: null }
  const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id))?.index ?? [])
  const targets = state.sequence === 0 ? workflow.initial : open
  const durations = timeLeft(deciding(workflow, state, { at }), known)
  const withVisits = hasLags(workflow)
  const { range, visits } = expectFrom(workflow, state, { targets, variables: state.variables, durations, withVisits })
  const work = { p50: range.p50, p90: range.p90 }
  if (state.status !== 'active') return { work, finish: null }
  const p50 = Math.max(work.p50, longestWay(workflow, state, { visits, at }))
  return { work, finish: { p50, p90: p50 + work.p90 - work.p50 } }
}

/**
 * Everything that shows how far an execution is at a moment; costs what is left to do. `known` is what is expected of its steps, the
 * author's estimates unless given.
 */
export function progressOf(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  at: number,
  known: Durations = estimatedDurations(workflow),
): ProgressView {
  const { work, finish } = outlook(workflow, state, at, known)
  const moment = (minutes: number | undefined) => (minutes === undefined ? null : Math.round(at + minutes * 60_000))
  return {
    ...countProgress(workflow, state),
    current_step_id: state.current_step_id,
    current_step_name: workflow.step(state.current_step_id)?.name ?? null,
    elapsed_time: elapsedTime(state, at),
    estimated_remaining_time: work.p50,
    remaining_range: work,
    expected_finish_at: moment(finish?.p50),
    latest_finish_at: moment(finish?.p90),
  }
}
