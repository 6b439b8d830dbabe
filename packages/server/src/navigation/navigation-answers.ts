import type { CommandAnswer, GestureAnswer, VoiceAnswer } from '@hidesync/contract/navigation/command.schemas'
import { progressAnswer } from '@hidesync/contract/executions/progress-answer'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type {
  NavigationContext as ContextAnswer,
  PathAnalysis as PathAnswer,
  StepGuidance as GuidanceAnswer,
} from '@hidesync/contract/navigation/navigation.schemas'
import type { NavigationContext, RecentAction } from '@hidesync/domain/navigation/context'
import type { Answer } from '@hidesync/domain/navigation/converse/answer'
import type { GestureReply } from '@hidesync/domain/navigation/converse/gesture'
import type { StepGuidance } from '@hidesync/domain/navigation/guidance'
import type { PathAnalysis } from '@hidesync/domain/navigation/paths/path'
import { outcomeName, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { timerAnswer } from '@hidesync/contract/executions/timer-answer'

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

/** Epoch milliseconds as the contract writes times. */
const time = (at: number): string => new Date(at).toISOString()
const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at))

const recent = (entry: RecentAction) => ({ ...entry, timestamp: time(entry.timestamp) })

export const contextAnswer = (context: NavigationContext): ContextAnswer => ({
  ...context,
  progress: progressAnswer(context.progress),
  navigation_options: [...context.navigation_options],
  recent_history: context.recent_history.map(recent),
})

export const guidanceAnswer = ({ timing, ...guidance }: StepGuidance): GuidanceAnswer => ({
  ...guidance,
  tips: [...guidance.tips],
  warnings: [...guidance.warnings],
  timing:
    timing === null
      ? null
      : {
          ...timing,
          started_at: timeOrNull(timing.started_at),
          not_before: timeOrNull(timing.not_before),
          deadline: timeOrNull(timing.deadline),
        },
})

/** Where no way leads there, the lists are empty and the reason stands beside them. */
export function pathAnswer(run: Run, path: PathAnalysis): PathAnswer {
  // A copy, since what the domain answers is for reading only.
  const copied = structuredClone(path) as Mutable<PathAnalysis>
  if (copied.reachable) return copied
  const message = textsFor(run).answers.noPath(outcomeName(run, path.target_outcome_id))
  return {
    ...copied,
    reason: { ...copied.reason, message },
    optimal_path: [],
    alternative_paths: [],
    estimated_time: null,
    difficulty_score: null,
  }
}

/** What was answered, as the contract shows it; `execution` where something was changed. */
export function commandAnswer(answer: Answer, execution: Execution | null): CommandAnswer {
  const {
    speech: _,
    did: __,
    question,
    run,
    changed: ___,
    history,
    path,
    progress,
    guidance,
    overview,
    timers,
    ...rest
  } = answer
  return {
    ...(structuredClone(rest) as CommandAnswer),
    ...(question?.type === 'commands' ? { confirm: true } : {}),
    ...(history === undefined ? {} : { history: history.map(recent) }),
    ...(path === undefined ? {} : { path: pathAnswer(run, path) }),
    ...(progress === undefined
      ? {}
      : { progress: { ...progressAnswer(progress), current_step: progress.current_step } }),
    ...(guidance === undefined ? {} : { guidance: guidanceAnswer(guidance) }),
    ...(overview === undefined ? {} : { overview: contextAnswer(overview) }),
    ...(timers === undefined ? {} : { timers: timers.map(timer => timerAnswer(run.execution_id, timer, run.at)) }),
    ...(execution === null ? {} : { execution }),
  }
}

export const voiceAnswer = (answer: Answer, execution: Execution | null): VoiceAnswer => ({
  ...commandAnswer(answer, execution),
  speech_response: answer.speech,
})

export function gestureAnswer(reply: GestureReply, execution: Execution | null): GestureAnswer {
  const { success, message, gesture, command, code, guidance, overview, question } = reply
  return {
    success,
    message,
    gesture,
    command,
    ...(code === undefined ? {} : { code }),
    ...(question === null ? {} : { confirm: true }),
    ...(guidance === undefined ? {} : { guidance: guidanceAnswer(guidance) }),
    ...(overview === undefined ? {} : { overview: contextAnswer(overview) }),
    ...(execution === null ? {} : { execution }),
  }
}
