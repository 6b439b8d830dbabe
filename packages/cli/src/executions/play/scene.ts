import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { timersOf } from '@hidesync/domain/executions/timer'
import { availableSteps, waitingSteps } from '@hidesync/domain/executions/view'
import { linesOf } from '@hidesync/domain/navigation/context'
import { listTimers } from '@hidesync/domain/navigation/converse/timer-commands'
import { needWords } from '@hidesync/domain/navigation/converse/step-answers'
import { stepGuidance, type StepGuidance } from '@hidesync/domain/navigation/guidance'
import { nameOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { standingInView } from '@hidesync/domain/navigation/standing'
import type { Situation } from '@hidesync/domain/navigation/texts/situation'
import { type Exit, exitsOf } from './exits.ts'
import { momentOf } from './moment.ts'
import { playTexts } from './texts/texts-in.ts'

/** All that is shown of a moment of a run, in words, before it is laid out. */
export interface Scene {
  readonly run: Run
  /** Which workflow and run. */
  readonly title: string
  readonly done: { readonly completed: number; readonly total: number }
  /** How far it is and how long still, shortest first. */
  readonly standing: readonly string[]
  readonly step: StepGuidance | null
  /** “milestone”, how long it takes, which time it is done. */
  readonly facts: readonly string[]
  /** By when it has to be begun. */
  readonly deadline: string | null
  readonly needs: readonly string[]
  /** What is to be minded beside the step itself: what else is open, timers that run, what others did. */
  readonly beside: readonly { readonly heading: string; readonly items: readonly string[] }[]
  /** What to do now, where that is not simply to do the step. */
  readonly advice: string | null
  readonly exits: readonly Exit[]
}

export interface SceneParts {
  readonly run: Run
  readonly execution: Pick<Execution, 'progress'>
  /** What others did since. */
  readonly meanwhile: readonly string[]
  /** Whether times of the clock may be shown: not to scripts, which would get another text each time. */
  readonly clock: boolean
  /** What was said right before, and needs no saying again. */
  readonly said: string
}

/** How a situation is told in a scene: by how it stands, by what to do, or not at all, where the step says enough itself. */
const toldBy: Readonly<Record<Situation['type'], readonly ('primary' | 'message')[]>> = {
  begin: [],
  working: [],
  milestone: [],
  decision: [],
  ready: [],
  last: [],
  waiting: ['primary'],
  deadline: ['primary'],
  lag: ['primary'],
  check: ['message'],
  goal: ['message'],
  wait_over: ['message'],
  looking_back: ['message'],
  stuck: ['message'],
  paused: ['message'],
  timeout: ['primary', 'message'],
  completed: [],
  failed: [],
  cancelled: [],
}

function adviceFor(run: Run, said: string): string | null {
  const { situation } = standingInView(run)
  const lines = linesOf(textsFor(run), situation)
  const advice = toldBy[situation.type].map(how => lines[how]).filter(line => !said.includes(line))
  return advice.length === 0 ? null : advice.join(' ')
}

function standing({ run, execution, clock }: SceneParts): string[] {
  const texts = playTexts(run.language)
  const { progress_percentage, estimated_remaining_time: left, expected_finish_at: end } = execution.progress
  const until = end === null ? left : (Date.parse(end) - run.at) / 60_000
  const waits = until > 5 + left * 1.25
  const percent = new Intl.NumberFormat(run.language, { style: 'percent', maximumFractionDigits: 0 })
  return [
    texts.done(percent.format(progress_percentage / 100)),
    ...(left < 1 ? [] : [waits ? texts.leftWithWaits(left, until) : texts.left(left)]),
    ...(left >= 1 && clock && end !== null ? [texts.until(momentOf(Date.parse(end), run.at, run.locale))] : []),
  ]
}

function factsOf(run: Run, step: StepGuidance): string[] {
  const texts = playTexts(run.language)
  const takes = step.estimated_duration
  return [
    ...(step.is_milestone ? [texts.milestone] : []),
    ...(step.iteration > 1 ? [texts.round(step.iteration)] : []),
    ...(takes === null || takes <= 0 ? [] : [texts.takes(takes)]),
    ...(step.status === 'active' || step.status === 'ready' ? [] : [textsFor(run).stepStatuses[step.status]]),
  ]
}

function deadlineOf(run: Run, step: StepGuidance): string | null {
  const texts = playTexts(run.language)
  const deadline = step.timing?.deadline ?? null
  if (deadline === null) return null
  const moment = momentOf(deadline, run.at, run.locale)
  return deadline < run.at ? texts.shouldBeBegunBy(moment) : texts.beginBy(moment)
}

function beside({ run, meanwhile }: SceneParts): Scene['beside'] {
  const texts = playTexts(run.language)
  const { workflow, state, at } = run
  const { words } = textsFor(run)
  const goesOn = state.status === 'active'
  const open = goesOn ? availableSteps(workflow, state, at).filter(id => id !== state.current_step_id) : []
  const waiting = goesOn ? waitingSteps(workflow, state, at).filter(one => one.step_id !== state.current_step_id) : []
  return [
    {
      heading: texts.alsoOpen,
      items: [
        ...open.map(id => words.quoted(nameOf(run, id))),
        ...waiting.map(one => texts.opensIn(nameOf(run, one.step_id), (one.not_before - at) / 60_000)),
      ],
    },
    { heading: texts.timers, items: timersOf(state).length === 0 ? [] : listTimers(run).message.split('\n') },
    { heading: texts.meanwhile, items: meanwhile },
  ].filter(({ items }) => items.length > 0)
}

export function sceneOf(parts: SceneParts): Scene {
  const { run, execution } = parts
  const texts = playTexts(run.language)
  const here = run.state.current_step_id
  const step = here === null ? null : stepGuidance(run, here)
  return {
    run,
    title: texts.run(run.workflow_name, run.execution_id),
    done: { completed: execution.progress.completed_steps, total: execution.progress.total_steps },
    standing: standing(parts),
    step,
    facts: step === null ? [] : factsOf(run, step),
    deadline: step === null || !parts.clock ? null : deadlineOf(run, step),
    needs: step === null ? [] : step.resources.map(need => needWords(run, need)),
    beside: beside(parts),
    advice: adviceFor(run, parts.said),
    exits: exitsOf(run),
  }
}
