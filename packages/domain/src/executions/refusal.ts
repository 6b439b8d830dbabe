import type { RefusalDetail } from './refusal-detail.ts'

/** Why the engine refuses a command. Each code has a status in the contract; a code without one does not compile there. */
export const refusalCodes = [
  'execution.already_started',
  'execution.not_active',
  'execution.paused',
  'execution.step_not_found',
  'execution.step_not_ready',
  'execution.step_not_reachable',
  'execution.jump_not_confirmed',
  'execution.not_skippable',
  'execution.not_a_decision',
  'execution.option_not_found',
  'execution.outcome_not_found',
  'execution.decision_required',
  'execution.verdict_required',
  'execution.time_not_elapsed',
  'execution.lag_not_elapsed',
  'execution.loop_limit_reached',
  'execution.nothing_to_undo',
  'execution.timer_not_found',
  'execution.timer_exists',
  'execution.timer_limit',
  'execution.timer_out_of_range',
  'execution.timer_not_running',
  'execution.timer_not_paused',
  'workflow.no_steps',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** One sentence that a person can act on, naming the step and what would be allowed. */
  readonly message: string
  /** The same in ids. */
  readonly detail: RefusalDetail
  readonly step_id?: number
  /** For time and lag: how long still. */
  readonly minutes_left?: number
  /** Steps or command types that would be accepted instead. */
  readonly allowed?: readonly string[]
}
