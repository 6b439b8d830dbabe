import { progressAnswer } from './progress-answer.ts'
import type { Execution, StepExecution } from './execution.schemas.ts'
import { availableCommands, availableSteps, stepStatus } from '@hidesync/domain/executions/view'
import type { ProgressView } from '@hidesync/domain/executions/progress'
import type { CommandType } from '@hidesync/domain/executions/command-type'
import { timeOver } from '@hidesync/domain/executions/deciding'
import type { ExecutionState, StepStatus } from '@hidesync/domain/executions/state'
import { timersOf } from '@hidesync/domain/executions/timer'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { timerAnswer } from './timer-answer.ts'

/** What stays of an execution while it goes on. */
export type ExecutionFacts = Pick<
  Execution,
  'id' | 'workflow_id' | 'workflow_name' | 'revision' | 'started_by' | 'quantity'
>

/** One pass of a step that was opened; times are RFC 3339. */
export interface StepFacts {
  readonly id: number | null
  readonly step_id: number
  readonly iteration: number
  readonly status: StepStatus
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly not_before: string | null
  readonly actual_duration: number | null
  readonly notes: string | null
  readonly step_data: JsonObject | null
}

/** What an answer is made of: what stays, the present state, the passes of its steps (null: leave them out). */
export interface AnswerParts {
  readonly row: ExecutionFacts
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  readonly steps: readonly StepFacts[] | null
  /** Epoch milliseconds. */
  readonly at: number
  /** Working it out costs what is left to do. */
  readonly progress: ProgressView
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Minutes that the execution took, pauses left out; null while it goes on. */
export function totalDuration(state: ExecutionState): number | null {
  if (state.ended_at === null || state.started_at === null) return null
  return (state.ended_at - state.started_at - state.paused_total) / 60_000
}

const stepExecutions = ({ workflow, state, at }: AnswerParts, rows: readonly StepFacts[]): StepExecution[] => {
  const byPass = new Map(rows.map(row => [`${row.step_id}:${row.iteration}`, row]))
  return workflow.definition.steps.map(({ id }) => {
    const step = workflow.compiledStep(id)
    const iteration = state.iterations[String(id)] ?? 1
    const row = byPass.get(`${id}:${iteration}`)
    return {
      id: row?.id ?? null,
      step_id: id,
      status: stepStatus(workflow, state, id, at),
      iteration,
      started_at: row?.started_at ? new Date(row.started_at).toISOString() : null,
      completed_at: row?.completed_at ? new Date(row.completed_at).toISOString() : null,
      actual_duration: row?.actual_duration ?? null,
      notes: row?.notes ?? null,
      step_data: row?.step_data ?? null,
      not_before: row?.not_before ? new Date(row.not_before).toISOString() : null,
      ends_at: step === undefined ? null : time(timeOver(step, state.open[String(id)])),
    }
  })
}

/** What was done on steps before a loop led back to them. */
function earlierPasses({ workflow, state }: AnswerParts, rows: readonly StepFacts[]): StepExecution[] {
  const present = (id: number) => state.iterations[String(id)] ?? 1
  const place = (id: number) => workflow.compiledStep(id)?.index ?? -1
  return rows
    .filter(({ step_id, iteration }) => place(step_id) >= 0 && iteration < present(step_id))
    .toSorted((one, other) => place(one.step_id) - place(other.step_id) || one.iteration - other.iteration)
    .map(({ id, step_id, status, iteration, started_at, completed_at, actual_duration, notes, step_data }) => ({
      id,
      step_id,
      status,
      iteration,
      started_at: started_at === null ? null : new Date(started_at).toISOString(),
      completed_at: completed_at === null ? null : new Date(completed_at).toISOString(),
      actual_duration,
      notes,
      step_data,
      not_before: null,
      ends_at: null,
    }))
}

/** What the clock does, and what has been done already, nobody can ask for. */
const forPeople = (command: CommandType) => command !== 'time_out' && command !== 'start'

/** An execution as the contract shows it. */
export function executionAnswer(parts: AnswerParts): Execution {
  const { row, workflow, state, steps, at, progress } = parts
  const earlier = steps === null ? [] : earlierPasses(parts, steps)
  return {
    id: row.id,
    workflow_id: row.workflow_id,
    workflow_name: row.workflow_name,
    revision: row.revision,
    status: state.status,
    started_by: row.started_by,
    started_at: time(state.started_at) ?? '',
    completed_at: time(state.ended_at),
    current_step_id: state.current_step_id,
    selected_outcome_id: state.selected_outcome_id,
    execution_data: state.variables,
    quantity: row.quantity,
    total_duration: totalDuration(state),
    failure_reason: state.failure_reason,
    available_steps: [...availableSteps(workflow, state, at)],
    available_commands: availableCommands(workflow, state, at).filter(forPeople),
    progress: progressAnswer(progress),
    timers: timersOf(state).map(timer => timerAnswer(row.id, timer, at)),
    ...(steps === null ? {} : { step_executions: stepExecutions(parts, steps) }),
    ...(earlier.length === 0 ? {} : { earlier_passes: earlier }),
    state,
    version: state.sequence,
  }
}
