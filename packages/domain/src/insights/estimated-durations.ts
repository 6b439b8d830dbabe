import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { Durations } from './durations.ts'

/** A step's time is taken to vary by half of its estimate; 1.28 deviations make nine in ten. */
const ninetieth = 1 + 1.28 * 0.5

const known = new WeakMap<CompiledWorkflow, Durations>()

/** What the author says that steps take; 0 where nothing is stated. A timer takes what it is set to. */
export function estimatedDurations(workflow: CompiledWorkflow): Durations {
  const durations = known.get(workflow) ?? readEstimates(workflow)
  known.set(workflow, durations)
  return durations
}

function readEstimates(workflow: CompiledWorkflow): Durations {
  return {
    of(stepId) {
      const step = workflow.compiledStep(stepId)
      const p50 = step?.duration ?? 0
      return { p50, p90: step?.kind === 'time' ? p50 : p50 * ninetieth }
    },
  }
}
