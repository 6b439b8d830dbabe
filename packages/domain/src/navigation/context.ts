import { progressOf, type ProgressView } from '../executions/progress.ts'
import type { ExecutionStatus, StepStatus } from '../executions/state.ts'
import type { HistoryType } from '../executions/command-type.ts'
import type { DurationRange } from '../insights/durations.ts'
import { stepStatus } from '../executions/view.ts'
import { deedOf } from './deed.ts'
import { navigationOptions, type NavigationOption } from './options.ts'
import { nameOf, numberOf, optionOf, stepOf, textsFor, type HistoryLine, type Run } from './run.ts'
import { standingInView, type Standing } from './standing.ts'
import type { Situation } from './texts/situation.ts'
import type { Lines, Texts } from './texts/texts.ts'
import type { Tone } from './words.ts'

export interface RecentAction {
  /** Epoch milliseconds. */
  readonly timestamp: number
  readonly action_type: HistoryType
  readonly step_id: number | null
  readonly step_name: string | null
  readonly actor: { readonly id: number; readonly name: string } | null
  /** The same as a sentence. */
  readonly message: string
}

export interface NavigationContext {
  readonly execution_id: number
  readonly workflow_name: string
  readonly status: ExecutionStatus
  readonly current_step: {
    readonly id: number
    readonly number: number
    readonly name: string
    readonly type: string
    readonly description: string | null
    readonly status: StepStatus
    readonly is_milestone: boolean
    readonly is_decision_point: boolean
  } | null
  readonly navigation_options: readonly NavigationOption[]
  readonly progress: ProgressView
  readonly guidance: { readonly primary: string; readonly secondary: string; readonly tone: Tone }
  readonly recent_history: readonly RecentAction[]
}

const toneOf: Readonly<Record<Situation['type'], Tone>> = {
  begin: 'encouraging',
  working: 'supportive',
  last: 'encouraging',
  goal: 'celebratory',
  milestone: 'encouraging',
  decision: 'thoughtful',
  check: 'careful',
  waiting: 'patient',
  wait_over: 'supportive',
  deadline: 'careful',
  looking_back: 'supportive',
  ready: 'supportive',
  lag: 'patient',
  stuck: 'neutral',
  paused: 'calm',
  timeout: 'calm',
  completed: 'celebratory',
  failed: 'consoling',
  cancelled: 'neutral',
}

/** A situation in words. */
export function linesOf(texts: Texts, situation: Situation): Lines {
  const say = texts.situations[situation.type] as (of: Situation) => Lines
  return say(situation)
}

/** Work that has something to mind is done with care. */
function toneIn(run: Run, { situation, step_id }: Standing): Tone {
  const tone = toneOf[situation.type]
  const minds = tone === 'supportive' && (stepOf(run, step_id)?.warnings.length ?? 0) > 0
  return minds ? 'careful' : tone
}

/** What an entry of the history decided. */
function chosenBy(run: Run, { decision_option_id: id }: HistoryLine['action_data']): string | null {
  return typeof id === 'number' ? (optionOf(run, id)?.option_text ?? null) : null
}

/** What was done, as one reads it: the sentence says when, seen from now. */
export function recentActions(run: Run, count: number): RecentAction[] {
  const { happened, when, words } = textsFor(run)
  const told = ({ at, action_type, action_data, step_id, actor }: HistoryLine): RecentAction => {
    const step_name = step_id === null ? null : nameOf(run, step_id)
    const ago = words.ago(Math.max(0, (run.at - at) / 60_000))
    return {
      timestamp: at,
      action_type,
      step_id,
      step_name,
      actor,
      message: when(happened[deedOf(action_type, action_data)](step_name, chosenBy(run, action_data)), ago),
    }
  }
  return run.history.slice(0, count).map(told)
}

/** How far the run is, with the name of the step in view as the reader knows it. */
export function progressIn(run: Run): ProgressView {
  const progress = progressOf(run.workflow, run.state, run.at, run.durations)
  const { current_step_id } = progress
  return { ...progress, current_step_name: current_step_id === null ? null : nameOf(run, current_step_id) }
}

/** What is left of a run; minutes. */
export interface Remaining {
  readonly work: DurationRange
  /** Until it is done, where waiting between steps makes that much later than the work does; null: it doesn't, or nobody can tell. */
  readonly until: DurationRange | null
}

export function remainingIn(run: Run): Remaining {
  const { remaining_range: work, expected_finish_at, latest_finish_at } = progressIn(run)
  if (expected_finish_at === null || latest_finish_at === null) return { work, until: null }
  const until = { p50: (expected_finish_at - run.at) / 60_000, p90: (latest_finish_at - run.at) / 60_000 }
  return { work, until: until.p50 > 5 + work.p50 * 1.25 ? until : null }
}

/**
 * Everything that somebody needs to find their way, whatever the run's state: while it is paused or over, the step in view stays the
 * one that was last in view, and the options say how it can go on.
 */
export function navigationContext(run: Run): NavigationContext {
  const { workflow, state, at } = run
  const step = stepOf(run, state.current_step_id)
  const standing = standingInView(run)
  const { primary, message } = linesOf(textsFor(run), standing.situation)
  return {
    execution_id: run.execution_id,
    workflow_name: run.workflow_name,
    status: state.status,
    current_step:
      step === undefined
        ? null
        : {
            id: step.id,
            number: numberOf(run, step.id),
            name: step.name,
            type: step.step_type,
            description: step.description,
            status: stepStatus(workflow, state, step.id, at),
            is_milestone: step.is_milestone,
            is_decision_point: workflow.compiledStep(step.id)?.kind === 'decision',
          },
    navigation_options: navigationOptions(run),
    progress: progressIn(run),
    guidance: { primary, secondary: message, tone: toneIn(run, standing) },
    recent_history: recentActions(run, 5),
  }
}
