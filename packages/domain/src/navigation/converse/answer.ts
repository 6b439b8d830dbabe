import type { CommandRequest } from '../../executions/command.ts'
import type { CommandType } from '../../executions/command-type.ts'
import type { ProgressView } from '../../executions/progress.ts'
import type { StepStatus } from '../../executions/state.ts'
import type { Timer } from '../../executions/timer.ts'
import type { JsonObject } from '../../workflows/definition.ts'
import type { NavigationContext, RecentAction } from '../context.ts'
import type { OptionOutlook, StepGuidance, StepNeed } from '../guidance.ts'
import type { Intent, Meant, Slots } from '../language/intent.ts'
import type { NavigationOption } from '../options.ts'
import type { PathAnalysis } from '../paths/path.ts'
import type { Run } from '../run.ts'
import type { Suggestion } from '../suggestion.ts'

/** A command for the engine, with what the history keeps of it. */
export interface Asked {
  readonly command: CommandRequest
  readonly action_data: JsonObject
}

/** What came of a command: the run as it is afterwards, or why it was refused, in the words of the reader. */
export type Came =
  | {
      readonly ok: true
      readonly run: Run
      readonly skipped_steps: readonly number[]
      readonly undone: { readonly type: CommandType; readonly step_id: number | null } | null
    }
  | { readonly ok: false; readonly code: string; readonly message: string }

/**
 * A conversation is worked out without doing anything itself: it hands over a command, and is told what came of it. So server,
 * terminal and a browser without network say the same.
 */
export type Talk<T> = Generator<Asked, T, Came>

/** What was asked and waits for a yes; plain JSON, so that it can be kept between two sentences. */
export type Question =
  | {
      readonly type: 'commands'
      readonly intent: Intent
      readonly yes: readonly Asked[]
      /** Empty: a no changes nothing. */
      readonly no: readonly Asked[]
    }
  | { readonly type: 'reading'; readonly reading: Meant }
  /** The run has changed since: a yes could mean something else by now. */
  | { readonly type: 'changed' }

/** How long a question waits for its answer, milliseconds. */
export const questionLapses = 120_000

export interface ListedStep {
  readonly step_id: number
  readonly number: number
  readonly name: string
  readonly type: string
  readonly status: StepStatus
  readonly is_current: boolean
  readonly estimated_duration: number | null
}

/** What an answer shows beside its words. */
export interface AnswerData {
  readonly commands?: readonly string[]
  readonly resources?: readonly StepNeed[]
  readonly progress?: ProgressView & { readonly current_step: string | null }
  readonly steps?: readonly ListedStep[]
  readonly history?: readonly RecentAction[]
  readonly path?: PathAnalysis
  readonly guidance?: StepGuidance
  readonly suggestion?: Suggestion
  readonly options?: readonly NavigationOption[]
  readonly decision_options?: readonly OptionOutlook[]
  readonly timers?: readonly Timer[]
  readonly overview?: NavigationContext
}

/** What came of one reading. */
export interface Part {
  readonly success: boolean
  /** Lines are separated by line feeds. */
  readonly message: string
  /** The message without where one is now and what comes next, for who sees that beside. */
  readonly did?: string
  /** Where the message is not what one would say aloud. */
  readonly speech?: string
  readonly data?: AnswerData
  readonly question?: Question
  /** What may have been meant, where that is what it asks. */
  readonly did_you_mean?: readonly DidYouMean[]
  /** The engine's code of a refusal. */
  readonly code?: string
  /** The run as it is now. */
  readonly run: Run
}

export interface DidYouMean {
  readonly intent: Intent
  readonly label: string
  readonly command: string
}

/** The answer to a sentence. */
export interface Answer extends AnswerData {
  readonly success: boolean
  readonly message: string
  /** The message without where one is now and what comes next, for who sees that beside. */
  readonly did: string
  /** At most two sentences, without symbols. */
  readonly speech: string
  readonly intent: Intent
  readonly confidence: number
  readonly slots?: Slots
  readonly did_you_mean?: readonly DidYouMean[]
  readonly code?: string
  /** What waits for a yes now; null: nothing. */
  readonly question: Question | null
  /** The run as it is afterwards. */
  readonly run: Run
  /** Whether a command was taken. */
  readonly changed: boolean
}
