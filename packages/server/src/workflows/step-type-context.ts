import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { ValidationContext } from '@hidesync/domain/workflows/validation/context'

/** What the handlers of the step types find, for the validation. */
export const stepTypeContext = (stepTypes: StepTypeRegistry): ValidationContext => ({
  stepType: step =>
    stepTypes.problemsOf(step).map(problem => ({ ...problem, message: `“${step.name}”: ${problem.message}` })),
})
