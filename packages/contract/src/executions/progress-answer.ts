import type { ProgressView } from '@hidesync/domain/executions/progress'
import type { Progress } from './execution.schemas.ts'

const text = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())

/** Progress as the API shows it: the engine counts milliseconds, people and programs read times. */
export const progressAnswer = (view: ProgressView): Progress => ({
  ...view,
  expected_finish_at: text(view.expected_finish_at),
  latest_finish_at: text(view.latest_finish_at),
})
