import { parseAction } from './action.ts'
import { stepDataKeys } from '../step-types/step-data.ts'
import { parseCondition, type Ignored } from './condition.ts'
import type {
  ConnectionDefinition,
  DecisionOption,
  JsonSource,
  OutcomeDefinition,
  PathDefinition,
  StepDefinition,
  StepResource,
  WorkflowDefinition,
} from './definition.ts'
import { sameJson } from './json-source.ts'
import type { Part } from './parts.ts'

/** Why a part cannot stand where it is to stand: the field (JSON pointer into the part) and a sentence. */
export interface PartProblem {
  readonly path: string
  readonly message: string
  /** `exists`: another part says the same already. */
  readonly kind: 'invalid' | 'exists'
}

const invalid = (path: string, message: string): PartProblem => ({ path, message, kind: 'invalid' })

const conditionProblem = (path: string, source: JsonSource | null, ignored?: Ignored): readonly PartProblem[] => {
  if (source === null) return []
  const parsed = parseCondition(source, ignored)
  return parsed.ok ? [] : [invalid(path, `This condition can not be read: ${parsed.problem}.`)]
}

class Rules {
  readonly #definition: WorkflowDefinition
  readonly #steps: ReadonlySet<number>
  readonly #outcomes: ReadonlySet<number>

  constructor(definition: WorkflowDefinition) {
    this.#definition = definition
    this.#steps = new Set(definition.steps.map(({ id }) => id))
    this.#outcomes = new Set(definition.outcomes.map(({ id }) => id))
  }

  #stepThere(path: string, id: number | null): readonly PartProblem[] {
    return id === null || this.#steps.has(id) ? [] : [invalid(path, `There is no step ${id} in this workflow.`)]
  }

  #outcomeThere(path: string, id: number | null): readonly PartProblem[] {
    return id === null || this.#outcomes.has(id) ? [] : [invalid(path, `There is no outcome ${id} in this workflow.`)]
  }

  step(step: StepDefinition): readonly PartProblem[] {
    return [
      ...this.#stepThere('/parent_step_id', step.parent_step_id),
      ...(step.parent_step_id === step.id ? [invalid('/parent_step_id', 'A step can not be part of itself.')] : []),
      ...this.#outcomeThere('/outcome_id', step.outcome_id),
      ...conditionProblem('/condition_logic', step.condition_logic, stepDataKeys(step.step_type)),
      ...step.resources.flatMap((resource, index) =>
        this.resource(resource).map(problem => ({ ...problem, path: `/resources/${index}${problem.path}` })),
      ),
      ...step.decision_options.flatMap((option, index) =>
        this.option(option).map(problem => ({ ...problem, path: `/decision_options/${index}${problem.path}` })),
      ),
    ]
  }

  resource(resource: StepResource): readonly PartProblem[] {
    const { resource_type, name, dynamic_material_id, tool_id, documentation_id } = resource
    const named = { material: dynamic_material_id, tool: tool_id, documentation: documentation_id }
    const fields = { material: '/dynamic_material_id', tool: '/tool_id', documentation: '/documentation_id' } as const
    const wrong = (Object.keys(named) as (keyof typeof named)[]).filter(
      type => type !== resource_type && named[type] !== null,
    )
    const unnamed = (name === null || name.trim() === '') && named[resource_type] === null
    return [
      ...wrong.map(type =>
        invalid(fields[type], `A ${resource_type} has none: leave it out, or change resource_type.`),
      ),
      ...(unnamed ? [invalid('/name', `Name the ${resource_type}, or say which one of the stock it is.`)] : []),
    ]
  }

  option({ result_action }: DecisionOption): readonly PartProblem[] {
    if (result_action === null) return []
    const parsed = parseAction(result_action)
    if (!parsed.ok) return [invalid('/result_action', `This action can not be read: ${parsed.problem}.`)]
    return [
      ...this.#stepThere('/result_action/goto_step', parsed.action.goto_step),
      ...this.#outcomeThere('/result_action/complete_with_outcome', parsed.action.complete_with_outcome),
    ]
  }

  connection(connection: ConnectionDefinition): readonly PartProblem[] {
    const { id, source_step_id, target_step_id, connection_type, condition } = connection
    const alike = this.#definition.connections.some(
      other =>
        other.id !== id &&
        other.source_step_id === source_step_id &&
        other.target_step_id === target_step_id &&
        other.connection_type === connection_type &&
        sameJson(other.condition, condition),
    )
    return [
      ...this.#stepThere('/source_step_id', source_step_id),
      ...this.#stepThere('/target_step_id', target_step_id),
      ...(source_step_id === target_step_id && connection_type !== 'loop'
        ? [invalid('/target_step_id', 'A step can not lead to itself, but by a loop.')]
        : []),
      ...conditionProblem('/condition', condition),
      ...(alike
        ? [
            {
              path: '/target_step_id',
              message: 'These two steps are connected in this way already.',
              kind: 'exists' as const,
            },
          ]
        : []),
    ]
  }

  outcome({ id, name }: OutcomeDefinition): readonly PartProblem[] {
    const same = (other: OutcomeDefinition) =>
      other.id !== id && other.name.trim().toLowerCase() === name.trim().toLowerCase()
    return this.#definition.outcomes.some(same)
      ? [{ path: '/name', message: `There is an outcome named “${name}” already.`, kind: 'exists' }]
      : []
  }

  path({ steps }: PathDefinition): readonly PartProblem[] {
    const seen = new Set<number>()
    return steps.flatMap(({ step_id, skip_condition }, index) => {
      const twice = seen.has(step_id)
      seen.add(step_id)
      return [
        ...this.#stepThere(`/steps/${index}/step_id`, step_id),
        ...(twice ? [invalid(`/steps/${index}/step_id`, `Step ${step_id} stands in the path twice.`)] : []),
        ...conditionProblem(`/steps/${index}/skip_condition`, skip_condition),
      ]
    })
  }
}

/** Everything that is wrong with one part among the others: references to what is not there, conditions that can't be read. */
export function partProblems(definition: WorkflowDefinition, { part: type, id, fields }: Part): readonly PartProblem[] {
  const rules = new Rules(definition)
  const part: unknown = { id, ...fields }
  switch (type) {
    case 'step':
      return rules.step(definition.steps.find(step => step.id === id) ?? (part as StepDefinition))
    case 'connection':
      return rules.connection(part as ConnectionDefinition)
    case 'outcome':
      return rules.outcome(part as OutcomeDefinition)
    case 'path':
      return rules.path(part as PathDefinition)
    case 'resource':
      return rules.resource(part as StepResource)
    case 'decision_option':
      return rules.option(part as DecisionOption)
  }
}

/** Why these ids are no order of all the steps, as one sentence; null: they are. */
export function orderProblem(definition: WorkflowDefinition, stepIds: readonly number[]): string | null {
  const known = new Set(definition.steps.map(({ id }) => id))
  const given = new Set(stepIds)
  const strange = stepIds.find(id => !known.has(id))
  if (strange !== undefined) return `There is no step ${strange} in this workflow.`
  if (given.size < stepIds.length) return 'A step is named twice.'
  const missing = definition.steps.find(({ id }) => !given.has(id))
  return missing === undefined ? null : `“${missing.name}” (step ${missing.id}) is missing: name all steps.`
}
