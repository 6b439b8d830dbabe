/** Types of the events that the outbox carries, CloudEvents 1.0 with `type` = `hidesync.` and one of these. */
export const eventTypes = [
  'workflow.created',
  'workflow.updated',
  'workflow.deleted',
  'workflow.published',
  'execution.started',
  'execution.updated',
  'execution.completed',
  'execution.paused',
  'execution.resumed',
  'execution.cancelled',
  'execution.failed',
  'execution.timed_out',
  'step.started',
  'step.completed',
  'step.skipped',
  'step.failed',
  'step.decision_made',
  'step.navigated',
  'step.undone',
  'resource.reserved',
  'resource.released',
  'resource.consumed',
  'resource.unavailable',
  'resource.low_stock',
  'analytics.milestone_reached',
  'analytics.progress_updated',
] as const
export type EventType = (typeof eventTypes)[number]

/** What an event's `data` may hold, where it applies. */
export interface EventData {
  readonly workflow_id?: number
  readonly workflow_name?: string
  readonly execution_id?: number
  readonly step_id?: number
  readonly step_name?: string
  readonly user_id?: number
  /** Of that user as they are called now: added when the event is read. */
  readonly user_name?: string
  readonly project_id?: number | null
  readonly total_duration?: number | null
  readonly actual_duration?: number | null
  readonly outcome_id?: number | null
  readonly decision_option_id?: number
  readonly milestone_name?: string
  readonly progress_percentage?: number
  readonly visibility?: string
  readonly reason?: string | null
  readonly action_type?: string
}
