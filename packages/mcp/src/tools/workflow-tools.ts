import { Id, Nullable, oneOf } from '@hidesync/contract/http/schemas'
import { StartExecution } from '@hidesync/contract/executions/execution.schemas'
import { Outcome, Step, type Workflow, WorkflowSummary } from '@hidesync/contract/workflows/workflow.schemas'
import { difficultyLevels } from '@hidesync/domain/workflows/definition'
import { Type } from '@sinclair/typebox'
import { shorter } from './clip.ts'
import { described, page, workflow_id } from './fields.ts'
import { RunNow, runNow } from './run-now.ts'
import { tool } from './tool.ts'

const Found = Type.Pick(WorkflowSummary, [
  'id',
  'name',
  'description',
  'status',
  'difficulty_level',
  'estimated_duration',
  'category',
  'tags',
  'step_count',
  'rating_average',
  'execution_count',
])

const found = (workflow: WorkflowSummary): typeof Found.static => {
  const { id, name, status, difficulty_level, estimated_duration, category } = workflow
  const { tags, step_count, rating_average, execution_count } = workflow
  const description = shorter(workflow.description, 300)
  return {
    id,
    name,
    description,
    status,
    difficulty_level,
    estimated_duration,
    category,
    tags,
    step_count,
    rating_average,
    execution_count,
  }
}

const StepInBrief = Type.Composite([
  Type.Pick(Step, ['id', 'name', 'step_type', 'description', 'estimated_duration']),
  Type.Object({ number: Type.Integer(), options: Type.Array(Type.String()) }),
])

/** So many steps of a workflow are told at once. */
const mostSteps = 100

const inBrief = (step: Step, index: number): typeof StepInBrief.static => ({
  number: index + 1,
  id: step.id,
  name: step.name,
  step_type: step.step_type,
  description: shorter(step.description, 300),
  estimated_duration: step.estimated_duration,
  options: step.decision_options.map(({ option_text }) => option_text),
})

const Needed = Type.Object({
  step_id: Id,
  type: Type.String(),
  name: Nullable(Type.String()),
  quantity: Nullable(Type.Number()),
  unit: Nullable(Type.String()),
})

const needed = ({ steps }: Pick<Workflow, 'steps'>): (typeof Needed.static)[] =>
  steps.flatMap(step =>
    step.resources.map(({ resource_type, name, quantity, unit }) => ({
      step_id: step.id,
      type: resource_type,
      name,
      quantity,
      unit,
    })),
  )

export const workflowTools = [
  tool({
    name: 'find_workflows',
    title: 'Find workflows',
    description:
      'Search the workflows that the maker may use, by words of their names, descriptions, tags, materials and steps. Without a search: all of them.',
    effect: 'reads',
    input: {
      search: Type.Optional(Type.String({ maxLength: 200, description: 'Words in any language.' })),
      difficulty_level: Type.Optional(oneOf(difficultyLevels)),
      category: Type.Optional(Type.String({ maxLength: 100 })),
      ...page,
    },
    output: Type.Object({ items: Type.Array(Found), total: Type.Integer(), has_more: Type.Boolean() }),
    run: async ({ limit = 20, ...query }, { client, options }) => {
      const { items, total, has_more } = await client.workflows.list({ query: { ...query, limit } }, options)
      return { items: items.map(found), total, has_more }
    },
  }),
  tool({
    name: 'get_workflow',
    title: 'Look at a workflow',
    description:
      'What a workflow makes, its steps in order, what they need, and which outcomes it can have. For a run that has begun use get_run and get_step: they follow what was started.',
    effect: 'reads',
    input: {
      workflow_id,
      from_step: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 1_000_000,
          default: 1,
          description: `Number of the first step to tell; at most ${mostSteps} are told at once.`,
        }),
      ),
    },
    output: Type.Composite([
      Found,
      Type.Object({
        steps: Type.Array(StepInBrief),
        has_more_steps: Type.Boolean(),
        resources: Type.Array(Needed, { description: 'What these steps need.' }),
        outcomes: Type.Array(Type.Pick(Outcome, ['id', 'name', 'description', 'is_default'])),
      }),
    ]),
    run: async ({ workflow_id: id, from_step = 1 }, { client, options }) => {
      const workflow = await client.workflows.get({ params: { id } }, options)
      const from = from_step - 1
      const steps = workflow.steps.slice(from, from + mostSteps)
      return {
        ...found(workflow),
        steps: steps.map((step, index) => inBrief(step, from + index)),
        has_more_steps: workflow.steps.length > from + mostSteps,
        resources: needed({ steps }),
        outcomes: workflow.outcomes.map(({ id, name, description, is_default }) => ({
          id,
          name,
          description: shorter(description, 300),
          is_default,
        })),
      }
    },
  }),
  tool({
    name: 'start_run',
    title: 'Start a run',
    description:
      'Begin to make what a workflow describes. Ask the maker first, and look with list_runs whether a run of it is open already. Then get_run says where it begins.',
    effect: 'changes',
    input: {
      workflow_id,
      selected_outcome_id: Type.Optional(described(Id, 'What the maker is heading for, of get_workflow’s outcomes.')),
      quantity: Type.Optional(
        Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000, description: 'How many are made.' }),
      ),
      variables: StartExecution.properties.variables,
    },
    output: RunNow,
    run: async ({ workflow_id: id, ...body }, { client, options }) =>
      runNow(await client.executions.start({ params: { id }, body }, options)),
  }),
]
