import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Recorded } from '@hidesync/domain/executions/command'
import type { Decision } from '@hidesync/domain/executions/decide'
import { dueNext, type ClockLimits } from '@hidesync/domain/executions/due'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { Durations } from '@hidesync/domain/insights/durations'
import { deedUndone } from '@hidesync/domain/navigation/deed'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
import { recordedDuration } from '@hidesync/domain/insights/recorded-duration'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { timerAt } from '@hidesync/domain/executions/timer'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { limitsOf } from './clock-limits.ts'
import { executionAnswer, totalDuration } from '@hidesync/contract/executions/execution-answer'
import { announcementsOf } from './execution-events.ts'
import type { CommandWrite, StepRowWrite } from './execution.repository.ts'
import type { ExecutionRow, StepExecutionRow } from './execution.reader.ts'
import { mergeStepRows, stepRowChanges, type StepRow } from '@hidesync/domain/executions/step-row-changes'

/** An accepted decision together with all that it was made from. */
export interface Accepted {
  readonly row: Omit<ExecutionRow, 'state' | 'version'>
  readonly workflow: CompiledWorkflow
  readonly before: ExecutionState
  readonly command: Recorded
  /** What the history shows of the command. */
  readonly action_data: JsonObject
  readonly decision: Extract<Decision, { ok: true }>
  /** What the installation wants of executions. */
  readonly limits: ClockLimits
  /** The rows of the steps as they were; null: the caller does not want them back. */
  readonly steps: readonly StepExecutionRow[] | null
  /** What is expected of the steps. */
  readonly durations: Durations
  readonly takeIds: (count: number) => Promise<readonly number[]>
}

/** What the command writes and what it answers. */
export interface Outcome {
  readonly write: Omit<CommandWrite, 'answer'>
  readonly answer: Execution
}

const time = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString()

const rowOf = (
  { workflow, command }: Accepted,
  { step_id, iteration, snapshot }: StepRow,
  id: number,
): StepRowWrite => {
  const recorded = recordedDuration(workflow, step_id, snapshot)
  return {
    id,
    step_id,
    iteration,
    status: snapshot.status,
    ready_at: time(snapshot.ready_at),
    not_before: time(snapshot.not_before),
    started_at: time(snapshot.started_at),
    completed_at: time(snapshot.completed_at),
    actual_duration: snapshot.actual_duration ?? null,
    notes: snapshot.notes ?? null,
    step_data: snapshot.data ?? null,
    duration_bucket: recorded?.bucket ?? null,
    duration_option_id: recorded?.option_id ?? null,
    duration_user_id: recorded === null ? null : command.actor_id,
  }
}

/** Applies the events and works out, before anything is written, what will stand in every table and in the answer. */
export async function outcomeOf(accepted: Accepted): Promise<Outcome> {
  const { row, workflow, before, command, decision } = accepted
  const state = evolveAll(workflow, before, decision.events)
  const changes = stepRowChanges(decision.events)
  const ids = await accepted.takeIds(changes.put.length)
  const rows = changes.put.map((change, index) => rowOf(accepted, change, ids[index] ?? 0))
  const progress = progressOf(workflow, state, command.at, accepted.durations)
  const due = dueNext(workflow, state, { limits: limitsOf(row, accepted.limits), usedAt: command.at })
  const undone = decision.undone ?? null
  const timer =
    'timer_id' in command ? timerAt({ timers: { ...before.timers, ...state.timers } }, command.timer_id) : undefined
  const steps = accepted.steps === null ? null : mergeStepRows(accepted.steps, rows, changes)
  const answer: Execution = {
    ...executionAnswer({ row, workflow, state, steps, at: command.at, progress }),
    ...(decision.skipped_steps.length > 0 ? { skipped_steps: [...decision.skipped_steps] } : {}),
    ...(undone === null
      ? {}
      : {
          undone: {
            action_type: undone.type,
            step_id: undone.step_id,
            message: textsIn('en').done.undone(
              deedUndone({ workflow, state: before }, undone),
              workflow.step(undone.step_id)?.name ?? null,
            ),
          },
        }),
  }
  const announcements = announcementsOf({
    command,
    events: decision.events,
    progress,
    step: id => workflow.step(id),
    undone,
    outcome_id: state.selected_outcome_id,
    total_duration: totalDuration(state),
  }).map(({ type, data }) => {
    const step = data.step_id === undefined ? undefined : workflow.step(data.step_id)
    return {
      type,
      data: {
        workflow_id: row.workflow_id,
        workflow_name: row.workflow_name,
        project_id: row.project_id,
        ...(command.actor_id === null ? {} : { user_id: command.actor_id }),
        ...(step === undefined ? {} : { step_name: step.name }),
        ...data,
      },
    }
  })
  return {
    answer,
    write: {
      execution: {
        state,
        current_step_name: progress.current_step_name,
        started_at: time(state.started_at) ?? new Date(command.at).toISOString(),
        completed_at: time(state.ended_at),
        updated_at: new Date(command.at).toISOString(),
        total_duration: totalDuration(state),
        total_steps: progress.total_steps,
        completed_steps: progress.completed_steps,
        progress_percentage: progress.progress_percentage,
        due_at: time(due?.at),
      },
      rows,
      removed: changes.remove,
      notes: changes.notes,
      record: {
        sequence: state.sequence,
        type: command.type,
        step_id: ('step_id' in command ? command.step_id : (undone?.step_id ?? timer?.step_id)) ?? null,
        undo_previous: before.undo_head,
        events: decision.events,
        action_data: { ...accepted.action_data, ...(timer ? { label: timer.label } : {}) },
        actor_id: command.actor_id,
        at: new Date(command.at).toISOString(),
      },
      announcements,
    },
  }
}
