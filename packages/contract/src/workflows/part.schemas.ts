import { connectionTypes, difficultyLevels, resourceTypes } from '@hidesync/domain/workflows/definition'
import { Type, type TProperties } from '@sinclair/typebox'
import {
  Closed,
  Description,
  Id,
  Instructions,
  json,
  JsonSourceSchema,
  Minutes,
  Name,
  Nullable,
  oneOf,
} from '../http/schemas.ts'

const maybe = <T extends Parameters<typeof Nullable>[0]>(schema: T) => Type.Optional(Nullable(schema))
const flag = Type.Optional(Type.Boolean())
/** Places within a list, and on the canvas. */
const Order = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Canvas = Type.Number({ minimum: -1e9, maximum: 1e9 })
const Hints = Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { maxItems: 50 }))
const StepType = Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$', description: 'the code of a kind of step' })

/** The fields of a new part, and the same of which a change states any: `required` are those that a new one has to have. */
const writable = <R extends TProperties, O extends TProperties>(required: R, optional: O) => ({
  fresh: Closed({ ...required, ...optional }),
  changes: Type.Partial(Closed({ ...required, ...optional }), { additionalProperties: false }),
})

const resource = writable(
  { resource_type: oneOf(resourceTypes) },
  {
    name: maybe(Name),
    dynamic_material_id: maybe(Id),
    tool_id: maybe(Id),
    documentation_id: maybe(Id),
    quantity: maybe(Type.Number({ minimum: 0, maximum: 1e12 })),
    unit: maybe(Type.String({ minLength: 1, maxLength: 50 })),
    notes: maybe(Type.String({ maxLength: 2000 })),
    is_optional: flag,
  },
)
export const { fresh: NewResource, changes: ResourceChanges } = resource

const option = writable(
  { option_text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { result_action: maybe(JsonSourceSchema), display_order: Type.Optional(Order), is_default: flag },
)
export const { fresh: NewOption, changes: OptionChanges } = option

const stepFields = {
  description: maybe(Description),
  instructions: maybe(Instructions),
  detailed_instructions: maybe(Instructions),
  step_type: Type.Optional(StepType),
  display_order: Type.Optional(Order),
  estimated_duration: maybe(Minutes),
  parent_step_id: maybe(Id),
  is_milestone: flag,
  is_decision_point: flag,
  is_outcome: flag,
  outcome_id: maybe(Id),
  condition_logic: maybe(JsonSourceSchema),
  ui_position_x: maybe(Canvas),
  ui_position_y: maybe(Canvas),
  tips: Hints,
  warnings: Hints,
  scales_with_quantity: flag,
}
const step = writable({ name: Name }, stepFields)
export const StepChanges = step.changes
/** A step may bring its resources and options with it. */
export const NewStep = Closed({
  name: Name,
  ...stepFields,
  resources: Type.Optional(Type.Array(NewResource, { maxItems: 200 })),
  decision_options: Type.Optional(Type.Array(NewOption, { maxItems: 100 })),
})

const connection = writable(
  { source_step_id: Id, target_step_id: Id },
  {
    connection_type: Type.Optional(oneOf(connectionTypes)),
    condition: maybe(JsonSourceSchema),
    display_order: maybe(Order),
    is_default: flag,
    max_iterations: maybe(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    min_lag: maybe(Minutes),
    max_lag: maybe(Minutes),
  },
)
export const { fresh: NewConnection, changes: ConnectionChanges } = connection

const outcome = writable(
  { name: Name },
  {
    description: maybe(Description),
    display_order: Type.Optional(Order),
    is_default: flag,
    success_criteria: Type.Optional(json),
  },
)
export const { fresh: NewOutcome, changes: OutcomeChanges } = outcome

const path = writable(
  { name: Name },
  {
    description: maybe(Description),
    is_default: flag,
    difficulty_level: maybe(oneOf(difficultyLevels)),
    estimated_duration: maybe(Minutes),
    steps: Type.Optional(
      Type.Array(
        Closed({
          step_id: Id,
          step_order: Type.Optional(Order),
          is_optional: flag,
          skip_condition: maybe(JsonSourceSchema),
        }),
        { maxItems: 5000 },
      ),
    ),
  },
)
export const { fresh: NewPath, changes: PathChanges } = path
