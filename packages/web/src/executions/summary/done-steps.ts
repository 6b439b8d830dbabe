import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import type { Execution } from '../execution.ts'
import type { DoneStep } from './material-use.ts'

type Passed = NonNullable<Execution['step_executions']>[number]

/** One time that a step was gone through: a loop leads back to it. */
export interface StepPass {
  readonly definition: StepDefinition
  readonly passed: Passed
}

const settled: ReadonlySet<Passed['status']> = new Set(['completed', 'skipped', 'failed', 'ready', 'active'])

/** Every pass of every step that the run came to, in the order of the workflow. */
export function passesIn(run: Execution, workflow: CompiledWorkflow): readonly StepPass[] {
  const all = [...(run.earlier_passes ?? []), ...(run.step_executions ?? [])].filter(({ status }) =>
    settled.has(status),
  )
  return workflow.steps.flatMap(({ definition }) =>
    all.filter(({ step_id }) => step_id === definition.id).map(passed => ({ definition, passed })),
  )
}

/** The passes that were completed. */
export const doneSteps = (run: Execution, workflow: CompiledWorkflow): readonly DoneStep[] =>
  passesIn(run, workflow).flatMap(({ definition, passed: { status, step_data, notes, actual_duration } }) =>
    status === 'completed' ? [{ definition, data: step_data, notes, minutes: actual_duration }] : [],
  )

/** What the steps that the run's time went into had been expected to take: those that failed took time, too. */
export const plannedMinutes = (run: Execution, workflow: CompiledWorkflow): number =>
  passesIn(run, workflow)
    .filter(({ passed: { status } }) => status === 'completed' || status === 'failed')
    .reduce((sum, { definition }) => sum + (definition.estimated_duration ?? 0), 0)
