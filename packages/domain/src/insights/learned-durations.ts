import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { addCounts, noCounts, type Counts } from './buckets.ts'
import type { DurationRange, Durations } from './durations.ts'
import { estimateDuration, estimateWaiting, type KnownOfStep } from './estimate-duration.ts'
import { estimatedDurations } from './estimated-durations.ts'

/** What was recorded of one step, or of one option of a decision. */
export interface StepDurations {
  readonly step_id: number
  readonly option_id: number | null
  /** Of everybody, the person included. */
  readonly everyone: Counts
  readonly own: Counts
}

const together = (records: readonly StepDurations[]) => {
  const everyone = records.map(one => one.everyone).reduce((sum, one) => addCounts(sum, one), noCounts)
  const own = records.map(one => one.own).reduce((sum, one) => addCounts(sum, one), noCounts)
  return { own, others: addCounts(everyone, own, -1) }
}

/**
 * What is expected of the steps of a workflow of a person, by what was recorded; without records, by the author's estimates alone. An
 * option that nobody has recorded yet takes as long as the decision whichever way it goes.
 */
export function learnedDurations(workflow: CompiledWorkflow, records: readonly StepDurations[]): Durations {
  const byStep = new Map<number, StepDurations[]>()
  for (const record of records) byStep.set(record.step_id, [...(byStep.get(record.step_id) ?? []), record])
  const estimated = estimatedDurations(workflow)
  const known = new Map<number | string, DurationRange>()

  const learn = (stepId: number, optionId: number | null): DurationRange | null => {
    const step = workflow.compiledStep(stepId)
    const all = byStep.get(stepId)
    if (step === undefined || all === undefined) return null
    const chosen = all.filter(record => record.option_id === optionId)
    const ofStep: KnownOfStep = { estimate: step.duration, ...together(chosen.length === 0 ? all : chosen) }
    return step.kind === 'time' ? estimateWaiting(ofStep) : estimateDuration(ofStep)
  }

  return {
    of(stepId, optionId = null) {
      const key = optionId === null ? stepId : `${stepId}:${optionId}`
      const found = known.get(key)
      if (found !== undefined) return found
      const range = learn(stepId, optionId) ?? estimated.of(stepId, optionId)
      known.set(key, range)
      return range
    },
  }
}
