import { optionConsequences } from '../executions/outlook.ts'
import { stepStatus, stepTiming } from '../executions/view.ts'
import { plannedQuantity } from '../inventory/planned-quantity.ts'
import type { StepResource } from '../workflows/definition.ts'
import { nameOf, numberOf, optionOf, outcomeName, stepOf, type Run } from './run.ts'

export interface StepNeed {
  readonly id: number
  readonly type: StepResource['resource_type']
  readonly name: string | null
  readonly quantity: number | null
  readonly unit: string | null
  readonly notes: string | null
  readonly is_optional: boolean
  readonly material_id: number | null
  readonly tool_id: number | null
  readonly documentation_id: number | null
}

/** What can be chosen, and what comes of it; minutes. */
export interface OptionOutlook {
  readonly id: number
  readonly text: string
  readonly is_default: boolean
  readonly next_step_id: number | null
  readonly next_step_name: string | null
  readonly estimated_time: number
  readonly outcome_id: number | null
  readonly outcome_name: string | null
}

/** What a step of this run needs: materials times the pieces that are made, where the step scales with them. */
export function needsOf(run: Run, stepId: number): StepNeed[] {
  const step = stepOf(run, stepId)
  if (step === undefined) return []
  return step.resources.map(resource => ({
    id: resource.id,
    type: resource.resource_type,
    name: resource.name,
    quantity: plannedQuantity(step, resource, run.quantity),
    unit: resource.unit,
    notes: resource.notes,
    is_optional: resource.is_optional,
    material_id: resource.dynamic_material_id,
    tool_id: resource.tool_id,
    documentation_id: resource.documentation_id,
  }))
}

/** What each option of a decision leads to; empty for any other step. */
export function outlookOf(run: Run, stepId: number): OptionOutlook[] {
  return optionConsequences(run, stepId).map(({ option_id, next_step_id, minutes, outcome_id }) => {
    const option = optionOf(run, option_id)
    return {
      id: option_id,
      text: option?.option_text ?? '',
      is_default: option?.is_default ?? false,
      next_step_id,
      next_step_name: next_step_id === null ? null : nameOf(run, next_step_id),
      estimated_time: minutes,
      outcome_id,
      outcome_name: outcomeName(run, outcome_id),
    }
  })
}

/** Times are epoch milliseconds, durations minutes. */
function timesOf({ workflow, state, at }: Run, stepId: number) {
  const timing = stepTiming(workflow, state, stepId, at)
  if (timing === null) return null
  return {
    started_at: timing.started_at,
    time_spent: timing.spent,
    time_left: timing.wait,
    not_before: timing.not_before,
    deadline: timing.deadline,
    deadline_missed: timing.deadline_missed,
  }
}

/** What the step's own type says of it, in the language of the reader. */
export function typeGuidance(run: Run, stepId: number) {
  const step = stepOf(run, stepId)
  if (step === undefined) return null
  return run.stepTypes.guidance(step, {
    execution_id: run.execution_id,
    workflow_id: run.workflow_id,
    execution_data: run.state.variables,
    quantity: run.quantity,
    decision_made: false,
    data: run.state.open[String(stepId)]?.data ?? {},
    locale: run.locale,
  })
}

/**
 * How a step is done. What its type adds (a checklist, standards) stands beside the fields that every step has; it may rewrite tips,
 * warnings and the first sentence, nothing else. Null: there is no such step.
 */
export function stepGuidance(run: Run, stepId: number) {
  const step = stepOf(run, stepId)
  const own = typeGuidance(run, stepId)
  if (step === undefined || own === null) return null
  const { primary_guidance, tips, warnings, ...more } = own
  return {
    ...more,
    execution_id: run.execution_id,
    step_id: step.id,
    step_number: numberOf(run, step.id),
    step_name: step.name,
    step_type: step.step_type,
    description: step.description,
    instructions: step.instructions,
    detailed_instructions: step.detailed_instructions,
    estimated_duration: step.estimated_duration,
    expected_duration: run.durations.of(step.id),
    is_milestone: step.is_milestone,
    is_decision_point: run.workflow.compiledStep(step.id)?.kind === 'decision',
    status: stepStatus(run.workflow, run.state, step.id, run.at),
    iteration: run.state.iterations[String(step.id)] ?? 1,
    primary_guidance,
    resources: needsOf(run, step.id),
    decision_options: outlookOf(run, step.id),
    tips,
    warnings,
    timing: timesOf(run, step.id),
  }
}
export type StepGuidance = NonNullable<ReturnType<typeof stepGuidance>>
