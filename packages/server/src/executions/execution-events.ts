import type { EventData, EventType } from '@hidesync/contract/events/events'
import type { Recorded } from '@hidesync/domain/executions/command'
import type { ExecutionEvent } from '@hidesync/domain/executions/event'
import type { ExecutionStatus } from '@hidesync/domain/executions/state'
import type { ProgressView } from '@hidesync/domain/executions/progress'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'

/** What a command means to the world outside: an event as the outbox takes it. */
export interface Announcement {
  readonly type: EventType
  readonly data: EventData
}

export interface CommandOutcome {
  readonly command: Recorded
  readonly events: readonly ExecutionEvent[]
  readonly progress: ProgressView
  readonly step: (id: number) => StepDefinition | undefined
  /** What undo took back, if this was one. */
  readonly undone: { readonly type: string; readonly step_id: number | null } | null
  readonly outcome_id: number | null
  readonly total_duration: number | null
}

const ended: Partial<Record<ExecutionStatus, EventType>> = {
  completed: 'execution.completed',
  failed: 'execution.failed',
  cancelled: 'execution.cancelled',
  timeout: 'execution.timed_out',
  paused: 'execution.paused',
}

const statusAnnouncements = ({ events, outcome_id, total_duration }: CommandOutcome): Announcement[] =>
  events.flatMap(event => {
    if (event.type !== 'status_changed') return []
    const type = event.to === 'active' ? 'execution.resumed' : ended[event.to]
    if (type === undefined) return []
    const final = event.to === 'completed' || event.to === 'failed'
    return [{ type, data: { reason: event.reason ?? null, ...(final ? { outcome_id, total_duration } : {}) } }]
  })

const stepAnnouncements = ({ events, command, step }: CommandOutcome): Announcement[] =>
  events.flatMap((event): Announcement[] => {
    if (event.type !== 'step_changed') return []
    const { step_id, to } = event
    switch (to.status) {
      case 'active':
        return [{ type: 'step.started', data: { step_id } }]
      case 'completed': {
        const completed: Announcement = {
          type: 'step.completed',
          data: { step_id, actual_duration: to.actual_duration ?? null },
        }
        const definition = step(step_id)
        return definition?.is_milestone
          ? [completed, { type: 'analytics.milestone_reached', data: { step_id, milestone_name: definition.name } }]
          : [completed]
      }
      case 'skipped':
        return [
          { type: 'step.skipped', data: { step_id, reason: 'reason' in command ? (command.reason ?? null) : null } },
        ]
      case 'failed':
        return [
          { type: 'step.failed', data: { step_id, reason: 'reason' in command ? (command.reason ?? null) : null } },
        ]
      case 'pending':
      case 'ready':
      case 'dead':
        return []
    }
  })

/** What the person did, where the steps' own changes do not say it. */
const commandAnnouncements = ({ command, undone }: CommandOutcome): Announcement[] => {
  switch (command.type) {
    case 'start':
      return [{ type: 'execution.started', data: {} }]
    case 'decide':
      return [{ type: 'step.decision_made', data: { step_id: command.step_id, decision_option_id: command.option_id } }]
    case 'navigate':
      return [{ type: 'step.navigated', data: { step_id: command.step_id } }]
    case 'undo':
      return undone === null
        ? []
        : [
            {
              type: 'step.undone',
              data: { action_type: undone.type, ...(undone.step_id === null ? {} : { step_id: undone.step_id }) },
            },
          ]
    default:
      return []
  }
}

/** What has no event of its own, as a note or a timer: that the run has changed, and by what. */
const otherAnnouncement = ({ command }: CommandOutcome): Announcement => ({
  type: 'execution.updated',
  data: { action_type: command.type, ...('step_id' in command && command.step_id ? { step_id: command.step_id } : {}) },
})

/**
 * The events of one command, in the order in which they happened; no command goes unannounced. What an undo puts back is announced as
 * `step.undone` alone: nobody has started or completed those steps again.
 */
export function announcementsOf(outcome: CommandOutcome): readonly Announcement[] {
  const undo = outcome.command.type === 'undo'
  const steps = undo ? [] : stepAnnouncements(outcome)
  const moved = outcome.events.some(event => event.type === 'step_changed')
  const announcements: readonly Announcement[] = [
    ...commandAnnouncements(outcome),
    ...steps,
    ...(moved
      ? [
          {
            type: 'analytics.progress_updated' as const,
            data: { progress_percentage: outcome.progress.progress_percentage },
          },
        ]
      : []),
    ...statusAnnouncements(outcome),
  ]
  return announcements.length === 0 ? [otherAnnouncement(outcome)] : announcements
}
