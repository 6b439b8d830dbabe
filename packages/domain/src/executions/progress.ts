import type { DurationRange, Durations } from '../insights/durations.ts'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { expectation, type Expectation, type Standpoint } from './ahead/expectation.ts'
import { stepAt } from './letters.ts'
import type { ExecutionState } from './state.ts'

/** How far an execution is. Times are minutes. */
export interface ProgressView {
  /**
   * Steps that are still possible: neither ruled out nor failed, unless a loop is about to bring them back. In an execution that has
   * failed, those that were until then: it did not do all there was to do.
   */
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

/** Steps done of those possible; kept in the state, so that it costs nothing. `broughtBack`: that a loop will make possible again. */
export function countProgress(
  workflow: CompiledWorkflow,
  { counts, lost_steps = 0 }: ExecutionState,
  broughtBack = 0,
): Pick<ProgressView, 'total_steps' | 'completed_steps' | 'progress_percentage'> {
  const total = workflow.steps.length - counts.dead - counts.failed + broughtBack + lost_steps
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

interface Outlook extends Pick<Expectation, 'work' | 'steps'> {
  /** Minutes until all is done, waiting included; null: nobody can tell. */
  readonly finish: DurationRange | null
}

const nothingLeft: Outlook = { work: { p50: 0, p90: 0 }, steps: [], finish: null }

/** What is still expected of the open steps and all that follows them. */
function outlook(standpoint: Standpoint): Outlook {
  const { status } = standpoint.state
  if (!goesOn.includes(status)) return nothingLeft
  const { work, until, steps } = expectation(standpoint)
  const { p50, p90 } = work
  const longest = Math.max(p50, until)
  return {
    work: { p50, p90 },
    steps,
    finish: status === 'active' ? { p50: longest, p90: longest + p90 - p50 } : null,
  }
}

/** How many steps that were ruled out or failed a loop is expected to bring back: they are still possible. */
function broughtBack({ steps }: ExecutionState, ahead: readonly number[]): number {
  const isOut = (index: number) => ['dead', 'failed'].includes(stepAt(steps, index))
  return new Set(ahead.filter(isOut)).size
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
  const { work, finish, steps } = outlook({ workflow, state, at, durations: known })
  const moment = (minutes: number | undefined) => (minutes === undefined ? null : Math.round(at + minutes * 60_000))
  return {
    ...countProgress(workflow, state, broughtBack(state, steps)),
    current_step_id: state.current_step_id,
    current_step_name: workflow.step(state.current_step_id)?.name ?? null,
    elapsed_time: elapsedTime(state, at),
    estimated_remaining_time: work.p50,
    remaining_range: work,
    expected_finish_at: moment(finish?.p50),
    latest_finish_at: moment(finish?.p90),
  }
}
