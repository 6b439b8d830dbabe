import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Execution } from '../execution.ts'
import type { DoneStep } from './material-use.ts'

/** The steps that were completed, in the order of the workflow. */
export function doneSteps(run: Execution, workflow: CompiledWorkflow): readonly DoneStep[] {
  const done = new Map(
    run.step_executions?.flatMap(step => (step.status === 'completed' ? [[step.step_id, step] as const] : [])),
  )
  return workflow.steps.flatMap(({ definition }) => {
    const step = done.get(definition.id)
    return step === undefined ? [] : [{ definition, data: step.step_data, notes: step.notes }]
  })
}
