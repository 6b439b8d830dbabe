import { historyTypes } from '@hidesync/domain/executions/command-type'
import { executionStatuses, stepStatuses } from '@hidesync/domain/executions/state'
import { resourceTypes } from '@hidesync/domain/workflows/definition'
import { Type, type Static } from '@sinclair/typebox'
import { unreachableCodes } from '@hidesync/domain/navigation/paths/path'
import { navigationActions, suggestedActions, tones } from '@hidesync/domain/navigation/words'
import { Progress } from '../executions/execution.schemas.ts'
import { Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

const text = Nullable(Type.String())
const number = Nullable(Type.Number())
const minutes = (description: string) => Nullable(Type.Number({ description: `Minutes: ${description}` }))

/** A command that the engine takes as things stand; it is sent as its `action` says, with the ids that stand beside it. */
export const NavigationOption = Type.Object({
  action: oneOf(navigationActions),
  step_id: Type.Optional(Id),
  option_id: Type.Optional(Id),
  /** What completing a quality check says. */
  verdict: Type.Optional(oneOf(['pass', 'fail'] as const)),
  label: Type.String(),
  description: Type.String(),
})
export type NavigationOption = Static<typeof NavigationOption>

const CurrentStep = Type.Object({
  id: Id,
  /** Its place in the workflow, from 1. */
  number: Type.Integer(),
  name: Type.String(),
  type: Type.String(),
  description: text,
  status: oneOf(stepStatuses),
  is_milestone: Type.Boolean(),
  is_decision_point: Type.Boolean(),
})

export const RecentAction = Type.Object({
  timestamp: Timestamp,
  action_type: oneOf(historyTypes),
  step_id: Nullable(Id),
  step_name: text,
  /** Who did it; null: nobody, as when time ran out. */
  actor: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** The same as a sentence. */
  message: Type.String(),
})

export const NavigationContext = Type.Object({
  execution_id: Id,
  workflow_name: Type.String(),
  status: oneOf(executionStatuses),
  /** Null where nothing is in view: before the first step and after the last. */
  current_step: Nullable(CurrentStep),
  navigation_options: Type.Array(NavigationOption, { description: 'What the engine takes now, the likeliest first.' }),
  progress: Progress,
  guidance: Type.Object({ primary: Type.String(), secondary: Type.String(), tone: oneOf(tones) }),
  recent_history: Type.Array(RecentAction, { description: 'The last five, newest first.' }),
})
export type NavigationContext = Static<typeof NavigationContext>

export const StepNeed = Type.Object({
  id: Id,
  type: oneOf(resourceTypes),
  name: text,
  quantity: Nullable(Type.Number({ description: 'For this run: multiplied by its quantity where the step scales.' })),
  unit: text,
  notes: text,
  is_optional: Type.Boolean(),
  material_id: Nullable(Id),
  tool_id: Nullable(Id),
  documentation_id: Nullable(Id),
})

/** What can be chosen, and what comes of it. */
export const OptionOutlook = Type.Object({
  id: Id,
  text: Type.String(),
  is_default: Type.Boolean(),
  next_step_id: Nullable(Id),
  next_step_name: text,
  estimated_time: minutes('all that would follow.'),
  outcome_id: Nullable(Id),
  outcome_name: text,
})

const StepTimes = Type.Object({
  started_at: Nullable(Timestamp),
  time_spent: minutes('that it has been active, pauses left out.'),
  time_left: minutes('until it may be completed: what is left of its waiting time.'),
  not_before: Nullable(Timestamp),
  /** By when a connection's `max_lag` wants it begun. */
  deadline: Nullable(Timestamp),
  deadline_missed: Type.Boolean(),
})

/** Fields that a step type of the installation adds stand beside these. */
export const StepGuidance = Type.Object(
  {
    execution_id: Id,
    step_id: Id,
    step_number: Type.Integer(),
    step_name: Type.String(),
    step_type: Type.String(),
    description: text,
    instructions: text,
    detailed_instructions: text,
    estimated_duration: number,
    /** What is expected, by what is known; half of the times up to `p50`, nine in ten up to `p90`. */
    expected_duration: Type.Object({ p50: Type.Number(), p90: Type.Number() }),
    is_milestone: Type.Boolean(),
    is_decision_point: Type.Boolean(),
    status: oneOf(stepStatuses),
    iteration: Type.Integer(),
    primary_guidance: Type.String(),
    resources: Type.Array(StepNeed),
    decision_options: Type.Array(OptionOutlook),
    tips: Type.Array(Type.String()),
    warnings: Type.Array(Type.String()),
    /** Null for a step that is not open. */
    timing: Nullable(StepTimes),
  },
  { additionalProperties: true },
)
export type StepGuidance = Static<typeof StepGuidance>

export const Suggestion = Type.Object({
  action: oneOf(suggestedActions),
  step_id: Nullable(Id),
  step_name: text,
  reason: Type.String(),
  message: Type.String(),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  estimated_time_remaining: minutes('what is left of the step.'),
  decision_options: Type.Optional(Type.Array(OptionOutlook)),
})
export type Suggestion = Static<typeof Suggestion>

/** A decision on a way, and what is chosen there. */
const PathDecision = Type.Object({
  step_id: Id,
  step_name: Type.String(),
  option_id: Id,
  option_text: Type.String(),
})

const measure = {
  estimated_time: Type.Number({
    description: 'Expected minutes, with work side by side overlapping and waits included.',
  }),
  estimated_time_p90: Type.Number({ description: 'Nine in ten runs take no longer.' }),
  total_work_time: Type.Number({ description: 'Minutes of all the work, added up.' }),
  difficulty_score: Type.Number({ description: '1 to 10.' }),
  outcome_id: Nullable(Id),
}

const PathStep = Type.Object({
  step_id: Id,
  step_name: Type.String(),
  step_type: Type.String(),
  estimated_duration: Type.Number({ description: 'What is left of it, minutes.' }),
  iteration: Type.Integer(),
  starts_in: Type.Number({ description: 'Minutes from now until it can begin.' }),
  is_critical: Type.Boolean({ description: 'Any delay of it delays the end.' }),
  option_id: Nullable(Id),
  option_text: text,
})

const AlternativePath = Type.Object({
  ...measure,
  decisions: Type.Array(PathDecision, { description: 'What is chosen otherwise than on the best way.' }),
  step_ids: Type.Array(Id),
})

const where = {
  current_step_id: Nullable(Id),
  target_outcome_id: Nullable(Id),
  exact: Type.Boolean({ description: 'False: there were too many ways to look at all of them.' }),
  outcomes: Type.Array(
    Type.Object({
      outcome_id: Id,
      reachable: Type.Boolean(),
      estimated_time: number,
      difficulty_score: number,
    }),
    { description: 'How far every outcome is.' },
  ),
}

/** The best way from here to an outcome; or why no way leads there. */
export const PathAnalysis = Type.Union([
  Type.Object({
    ...where,
    ...measure,
    reachable: Type.Literal(true),
    reason: Type.Null(),
    optimal_path: Type.Array(PathStep),
    decisions: Type.Array(PathDecision, { description: 'What has to be chosen to go this way.' }),
    critical_path: Type.Array(Id),
    alternative_paths: Type.Array(AlternativePath),
    what_if: Nullable(
      Type.Object({
        decisions: Type.Array(PathDecision),
        time_difference: number,
        difficulty_difference: number,
      }),
    ),
  }),
  Type.Object({
    ...where,
    reachable: Type.Literal(false),
    reason: Type.Object({
      code: oneOf(unreachableCodes),
      message: Type.String(),
      step_id: Nullable(Id),
      taken_step_ids: Type.Array(Id),
    }),
    optimal_path: Type.Array(PathStep, { description: 'Empty.' }),
    alternative_paths: Type.Array(AlternativePath, { description: 'Empty.' }),
    estimated_time: Type.Null(),
    difficulty_score: Type.Null(),
  }),
])
export type PathAnalysis = Static<typeof PathAnalysis>
