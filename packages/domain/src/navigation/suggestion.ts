import { stepTiming } from '../executions/view.ts'
import { linesOf } from './context.ts'
import { outlookOf, type OptionOutlook } from './guidance.ts'
import { nameOf, textsFor, type Run } from './run.ts'
import { advisedStanding } from './standing.ts'
import type { SuggestedAction } from './words.ts'

export interface Suggestion {
  readonly action: SuggestedAction
  readonly step_id: number | null
  readonly step_name: string | null
  readonly reason: string
  readonly message: string
  /** 0 to 1. */
  readonly confidence: number
  /** Minutes that are left of the step; null where it says nothing of one. */
  readonly estimated_time_remaining: number | null
  readonly decision_options?: readonly OptionOutlook[]
}

/** What is left of a step, minutes: of what it is expected to take, at least what it has to wait. */
export function timeLeftOf({ workflow, state, at, durations }: Run, stepId: number): number {
  const timing = stepTiming(workflow, state, stepId, at)
  return Math.max(timing?.wait ?? 0, durations.of(stepId).p50 - (timing?.spent ?? 0), 0)
}

/** What to do next, and why. */
export function suggestion(run: Run): Suggestion {
  const { situation, action, step_id, confidence } = advisedStanding(run)
  const { message, reason } = linesOf(textsFor(run), situation)
  return {
    action,
    step_id,
    step_name: step_id === null ? null : nameOf(run, step_id),
    reason,
    message,
    confidence,
    estimated_time_remaining: step_id === null ? null : timeLeftOf(run, step_id),
    ...(situation.type === 'decision' && step_id !== null ? { decision_options: outlookOf(run, step_id) } : {}),
  }
}
