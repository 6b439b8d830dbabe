import { progressAnswer } from '@hidesync/contract/executions/progress-answer'
import { progressOf } from '@hidesync/domain/executions/progress'
import { estimatedDurations } from '@hidesync/domain/insights/estimated-durations'
import type { Run } from '@hidesync/domain/navigation/run'
import { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { Play } from '@hidesync/domain/testing/play'
import type { Language } from '@hidesync/domain/text/language'

const stepTypes = new StepTypeRegistry()

/** A run in memory as somebody of that language looks at it. */
export const runOfPlay = ({ workflow, state, at }: Play, language: Language = 'en'): Run => ({
  execution_id: 7,
  workflow_id: 3,
  workflow_name: 'Box',
  quantity: 1,
  workflow,
  state,
  definition: workflow.definition,
  language,
  locale: language,
  stepTypes,
  durations: estimatedDurations(workflow),
  at,
  history: [],
  last: null,
})

export const progressOfPlay = ({ workflow, state, at }: Play) =>
  progressAnswer(progressOf(workflow, state, at, estimatedDurations(workflow)))
