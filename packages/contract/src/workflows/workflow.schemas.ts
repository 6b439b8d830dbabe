import {
  connectionTypes,
  difficultyLevels,
  resourceTypes,
  visibilities,
  workflowStatuses,
} from '@hidesync/domain/workflows/definition'
import { workflowActions } from '@hidesync/domain/identity/workflow-matrix'
import { Type, type Static } from '@sinclair/typebox'
import {
  Closed,
  Description,
  Id,
  json,
  JsonSourceSchema,
  Locale,
  Minutes,
  Name,
  Nullable,
  oneOf,
  Timestamp,
} from '../http/schemas.ts'

const nullableString = Nullable(Type.String())
const nullableNumber = Nullable(Type.Number())

export const StepResource = Type.Object({
  id: Id,
  resource_type: oneOf(resourceTypes),
  name: nullableString,
  dynamic_material_id: Nullable(Id),
  tool_id: Nullable(Id),
  documentation_id: Nullable(Id),
  quantity: nullableNumber,
  unit: nullableString,
  notes: nullableString,
  is_optional: Type.Boolean(),
})

export const DecisionOption = Type.Object({
  id: Id,
  option_text: Type.String(),
  result_action: Nullable(JsonSourceSchema),
  display_order: Type.Integer(),
  is_default: Type.Boolean(),
})

export const Step = Type.Object({
  id: Id,
  name: Type.String(),
  description: nullableString,
  instructions: nullableString,
  detailed_instructions: nullableString,
  step_type: Type.String(),
  display_order: Type.Integer(),
  estimated_duration: nullableNumber,
  parent_step_id: Nullable(Id),
  is_milestone: Type.Boolean(),
  is_decision_point: Type.Boolean(),
  is_outcome: Type.Boolean(),
  outcome_id: Nullable(Id),
  condition_logic: Nullable(JsonSourceSchema),
  ui_position_x: nullableNumber,
  ui_position_y: nullableNumber,
  tips: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  scales_with_quantity: Type.Boolean(),
  resources: Type.Array(StepResource),
  decision_options: Type.Array(DecisionOption),
})
export type Step = Static<typeof Step>

export const Connection = Type.Object({
  id: Id,
  source_step_id: Id,
  target_step_id: Id,
  connection_type: oneOf(connectionTypes),
  condition: Nullable(JsonSourceSchema),
  display_order: Nullable(Type.Integer()),
  is_default: Type.Boolean(),
  max_iterations: Nullable(Type.Integer()),
  min_lag: nullableNumber,
  max_lag: nullableNumber,
})

export const Outcome = Type.Object({
  id: Id,
  name: Type.String(),
  description: nullableString,
  display_order: Type.Integer(),
  is_default: Type.Boolean(),
  success_criteria: json,
})

export const PathStep = Type.Object({
  step_id: Id,
  step_order: Type.Integer(),
  is_optional: Type.Boolean(),
  skip_condition: Nullable(JsonSourceSchema),
})

export const Path = Type.Object({
  id: Id,
  name: Type.String(),
  description: nullableString,
  is_default: Type.Boolean(),
  difficulty_level: Nullable(oneOf(difficultyLevels)),
  estimated_duration: nullableNumber,
  steps: Type.Array(PathStep),
})

/** What a list shows. */
export const WorkflowSummary = Type.Object({
  id: Id,
  name: Type.String(),
  description: nullableString,
  status: oneOf(workflowStatuses),
  is_template: Type.Boolean(),
  visibility: oneOf(visibilities),
  created_by: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  project_id: Nullable(Id),
  theme_id: Nullable(Id),
  estimated_duration: nullableNumber,
  time_limit: nullableNumber,
  difficulty_level: Nullable(oneOf(difficultyLevels)),
  has_multiple_outcomes: Type.Boolean(),
  category: nullableString,
  tags: Type.Array(Type.String()),
  default_locale: Type.String(),
  step_count: Type.Integer(),
  revision: Nullable(Type.Integer({ description: 'Number of the newest revision.' })),
  version: Type.Integer({ description: 'Counts every change of the workflow; what its ETag says.' }),
  locales: Type.Array(Type.String(), { description: 'Languages beside the default one that it was translated into.' }),
  locale: Type.Optional(
    Type.String({ description: 'The language of name and description here, where it is not the default one.' }),
  ),
  rating_average: Nullable(Type.Number({ description: 'Of the stars given, 1 to 5; null: nobody has rated it.' })),
  rating_count: Type.Integer(),
  comment_count: Type.Integer(),
  copy_count: Type.Integer({ description: 'How often it was duplicated.' }),
  execution_count: Type.Integer({ description: 'How often it was started.' }),
  copied_from: Nullable(
    Type.Object(
      { workflow_id: Id, name: Type.String(), revision: Nullable(Type.Integer()) },
      { description: 'The workflow it was copied from, as it was called then, and its newest revision then.' },
    ),
  ),
  permissions: Type.Array(oneOf(workflowActions), { description: 'What the caller may do with it.' }),
})
export type WorkflowSummary = Static<typeof WorkflowSummary>

export const Workflow = Type.Composite([
  WorkflowSummary,
  Type.Object({
    steps: Type.Array(Step),
    connections: Type.Array(Connection),
    outcomes: Type.Array(Outcome),
    paths: Type.Array(Path),
  }),
])
export type Workflow = Static<typeof Workflow>

const writable = {
  name: Name,
  description: Type.Optional(Nullable(Description)),
  is_template: Type.Optional(Type.Boolean()),
  visibility: Type.Optional(oneOf(visibilities)),
  project_id: Type.Optional(Nullable(Id)),
  theme_id: Type.Optional(Nullable(Id)),
  estimated_duration: Type.Optional(Nullable(Minutes)),
  time_limit: Type.Optional(
    Nullable(
      Type.Number({
        minimum: 1,
        maximum: 86_400,
        description:
          'Minutes that a run may take, pauses and waiting left out; null: as long as the installation allows.',
      }),
    ),
  ),
  difficulty_level: Type.Optional(Nullable(oneOf(difficultyLevels))),
  has_multiple_outcomes: Type.Optional(Type.Boolean()),
  category: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 100 }))),
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 50 })),
  default_locale: Type.Optional(Locale),
}

export const NewWorkflow = Closed(writable)
export type NewWorkflow = Static<typeof NewWorkflow>

export const WorkflowChanges = Closed({
  ...writable,
  name: Type.Optional(Name),
  status: Type.Optional(oneOf(workflowStatuses)),
})
export type WorkflowChanges = Static<typeof WorkflowChanges>

const FixEdit = Type.Union(
  [
    Type.Object({ type: Type.Literal('set_field'), path: Type.String(), value: json }),
    Type.Object({ type: Type.Literal('remove_item'), path: Type.String() }),
    Type.Object({ type: Type.Literal('remove_connection'), connection_id: Id }),
    Type.Object({
      type: Type.Literal('add_connection'),
      source_step_id: Id,
      target_step_id: Id,
      connection_type: oneOf(connectionTypes),
    }),
  ],
  { description: 'One change of the definition; paths are JSON pointers into it.' },
)

/** What of several workflows was deleted, and why the others were not. */
export const BulkDeletion = Type.Object({
  deleted: Type.Array(Id),
  failed: Type.Array(Type.Object({ id: Id, status: Type.Integer(), detail: Type.String() })),
})
export type BulkDeletion = Static<typeof BulkDeletion>

export const Finding = Type.Object({
  code: Type.String(),
  severity: oneOf(['error', 'warning', 'hint'] as const),
  path: Type.String(),
  step_id: Type.Optional(Id),
  connection_id: Type.Optional(Id),
  message: Type.String(),
  story: Type.Optional(
    Type.Array(Type.String(), { description: 'How a run comes to it: what is chosen, passed and failed on the way.' }),
  ),
  fix: Type.Optional(
    Type.Object(
      { title: Type.String(), edits: Type.Array(FixEdit) },
      { description: 'What would make it go: all edits together, in their order.' },
    ),
  ),
  /** Whether every run that comes there meets it, or only some. */
  certainty: Type.Optional(oneOf(['certain', 'possible'] as const)),
  fatal: Type.Optional(Type.Literal(true, { description: 'The workflow could not run like this.' })),
})

export const ValidationReport = Type.Object({
  valid: Type.Boolean(),
  errors: Type.Array(Finding),
  warnings: Type.Array(Finding),
  hints: Type.Array(Finding),
})

export const PublishedWorkflow = Type.Intersect([
  WorkflowSummary,
  Type.Object({ warnings: Type.Array(Finding, { description: 'What the validation asks to look at once more.' }) }),
])
