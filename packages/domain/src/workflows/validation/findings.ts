import type { StepDefinition, WorkflowDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'

/** The definition under validation, with what the rules look up again and again. */
export interface Subject {
  readonly definition: WorkflowDefinition
  readonly stepById: ReadonlyMap<number, StepDefinition>
  /** Position in `definition.steps`, for paths. */
  readonly stepPosition: ReadonlyMap<number, number>
}

export function subjectOf(definition: WorkflowDefinition): Subject {
  return {
    definition,
    stepById: new Map(definition.steps.map(step => [step.id, step])),
    stepPosition: new Map(definition.steps.map((step, index) => [step.id, index])),
  }
}

/** How messages name a step. */
export const named = (step: StepDefinition | undefined): string =>
  step === undefined
    ? 'a step that does not exist'
    : step.name.trim() === ''
      ? `the unnamed step ${step.id}`
      : `“${step.name}”`

/** The pointer to a step, or to one of its fields. */
export const stepPath = ({ stepPosition }: Subject, id: number, field = ''): string =>
  `/steps/${stepPosition.get(id) ?? 0}${field === '' ? '' : `/${field}`}`

/** What a rule says of one step, at the step or one of its fields. */
export const aboutStep = (
  subject: Subject,
  step: StepDefinition,
  said: Pick<Finding, 'code' | 'severity' | 'message' | 'fatal'> & { readonly field?: string },
): Finding => {
  const { field, ...finding } = said
  return { ...finding, path: stepPath(subject, step.id, field), step_id: step.id }
}

/** “A”, “B” and 3 more. */
export const namesOf = (steps: readonly StepDefinition[]): string => {
  const shown = steps.slice(0, 4).map(named).join(', ')
  return steps.length > 4 ? `${shown} and ${steps.length - 4} more` : shown
}
