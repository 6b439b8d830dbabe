import { intents } from '@hidesync/domain/navigation/language/intent'
import { gestures, gestureCommands } from '@hidesync/domain/navigation/words'
import { stepStatuses } from '@hidesync/domain/executions/state'
import { Type, type Static } from '@sinclair/typebox'
import { Execution, Progress } from '../executions/execution.schemas.ts'
import { Timer } from '../executions/timer.schemas.ts'
import { Closed, Id, Locale, Nullable, oneOf } from '../http/schemas.ts'
import {
  NavigationContext,
  NavigationOption,
  OptionOutlook,
  PathAnalysis,
  RecentAction,
  StepGuidance,
  StepNeed,
  Suggestion,
} from './navigation.schemas.ts'

/** A sentence in everyday words. How long it may be is the body's limit: what is too long to be one gets an answer that says so. */
export const Sentence = Closed({
  command: Type.String(),
  locale: Type.Optional(Locale),
})

export const Gesture = Closed({ gesture: Type.String({ description: `One of ${gestures.join(', ')}.` }) })

/** What was understood beside the intent. */
const Slots = Type.Object({
  step_id: Type.Optional(Id),
  step_number: Type.Optional(Type.Integer()),
  offset: Type.Optional(Type.Unsafe<1 | -1>({ type: 'integer', enum: [1, -1] })),
  option_id: Type.Optional(Id),
  outcome_id: Type.Optional(Id),
  minutes: Type.Optional(Type.Number()),
  timer_id: Type.Optional(Type.String()),
  count: Type.Optional(Type.Integer()),
  verdict: Type.Optional(oneOf(['pass', 'fail'] as const)),
  quantity: Type.Optional(Type.Number()),
  unit: Type.Optional(Type.String()),
  resource_id: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
})

const ListedStep = Type.Object({
  step_id: Id,
  number: Type.Integer(),
  name: Type.String(),
  type: Type.String(),
  status: oneOf(stepStatuses),
  is_current: Type.Boolean(),
  estimated_duration: Nullable(Type.Number()),
})

const CommandProgress = Type.Composite([
  Progress,
  Type.Object({ current_step: Nullable(Type.String({ description: 'Its name.' })) }),
])

/** What every answer to a sentence has, and what it shows beside it. */
const answer = {
  /** False: not understood, refused, or waiting for a yes; nothing was changed by the part that failed. */
  success: Type.Boolean(),
  message: Type.String({ description: 'For a screen; lines are separated by line feeds.' }),
  intent: oneOf(intents),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  slots: Type.Optional(Slots),
  did_you_mean: Type.Optional(
    Type.Array(Type.Object({ intent: oneOf(intents), label: Type.String(), command: Type.String() }), {
      description: 'Up to three readings; `command` is the sentence to send.',
    }),
  ),
  confirm: Type.Optional(
    Type.Boolean({ description: 'The next command decides: a yes does it, anything else drops it.' }),
  ),
  /** Why a command was refused: the engine's code. */
  code: Type.Optional(Type.String()),
  commands: Type.Optional(Type.Array(Type.String())),
  resources: Type.Optional(Type.Array(StepNeed)),
  progress: Type.Optional(CommandProgress),
  steps: Type.Optional(Type.Array(ListedStep)),
  history: Type.Optional(Type.Array(RecentAction)),
  path: Type.Optional(PathAnalysis),
  guidance: Type.Optional(StepGuidance),
  suggestion: Type.Optional(Suggestion),
  options: Type.Optional(Type.Array(NavigationOption)),
  decision_options: Type.Optional(Type.Array(OptionOutlook)),
  timers: Type.Optional(Type.Array(Timer)),
  overview: Type.Optional(NavigationContext),
  /** The run as it is afterwards, where something was changed. */
  execution: Type.Optional(Execution),
}

export const CommandAnswer = Type.Object(answer)
export type CommandAnswer = Static<typeof CommandAnswer>

export const VoiceAnswer = Type.Object({
  ...answer,
  speech_response: Type.String({ description: 'To be spoken: at most two sentences, no symbols.' }),
})
export type VoiceAnswer = Static<typeof VoiceAnswer>

export const GestureAnswer = Type.Object({
  success: Type.Boolean(),
  message: Type.String(),
  gesture: Type.String(),
  /** What the gesture stands for; null: nothing. */
  command: Nullable(oneOf(gestureCommands)),
  confirm: Type.Optional(Type.Boolean()),
  code: Type.Optional(Type.String()),
  guidance: Type.Optional(StepGuidance),
  overview: Type.Optional(NavigationContext),
  execution: Type.Optional(Execution),
})
export type GestureAnswer = Static<typeof GestureAnswer>
