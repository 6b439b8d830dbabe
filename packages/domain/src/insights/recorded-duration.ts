import type { StepSnapshot } from '../executions/event.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { bucketOf } from './buckets.ts'

/** What is kept of a completed step's time. */
export interface RecordedDuration {
  readonly bucket: number
  /** The option that a decision took. */
  readonly option_id: number | null
}

/**
 * What a pass of a step tells of how long the step takes; null: nothing. Only what was completed, and took time, does: waiting that was
 * cut short says nothing of waiting.
 */
export function recordedDuration(
  workflow: CompiledWorkflow,
  stepId: number,
  { status, actual_duration, data }: StepSnapshot,
): RecordedDuration | null {
  const step = workflow.compiledStep(stepId)
  if (step === undefined || status !== 'completed' || !actual_duration) return null
  if (step.kind === 'time' && data?.['override'] === true) return null
  const option = step.options.find(({ definition }) => definition.id === data?.['decision_option_id'])
  return { bucket: bucketOf(actual_duration), option_id: option?.definition.id ?? null }
}
