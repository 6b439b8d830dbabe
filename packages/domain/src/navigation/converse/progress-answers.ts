import { whatFollows } from '../../executions/outlook.ts'
import { elapsedTime } from '../../executions/progress.ts'
import { stepStatus } from '../../executions/view.ts'
import { navigationContext, progressIn, recentActions, remainingIn } from '../context.ts'
import { navigationOptions } from '../options.ts'
import { nameOf, namesOf, numberOf, textsFor, type Run } from '../run.ts'
import { standingInView } from '../standing.ts'
import { suggestion } from '../suggestion.ts'
import { linesOf } from '../context.ts'
import type { ListedStep, Part } from './answer.ts'
import { joined, lines, tell } from './parts.ts'

const progressData = (run: Run) => {
  const progress = progressIn(run)
  return { progress: { ...progress, current_step: progress.current_step_name } }
}

export function help(run: Run): Part {
  const { answers } = textsFor(run)
  const commands = answers.helpLines.map(([say, does]) => `${say} - ${does}`)
  const { message } = linesOf(textsFor(run), standingInView(run).situation)
  const speech = `${answers.help} ${answers.helpLines
    .slice(1, 6)
    .map(([say]) => say)
    .join(', ')}.`
  return tell(run, lines(answers.help, ...commands, message), { commands, options: navigationOptions(run) }, speech)
}

/** What is left, in a sentence; empty where nothing goes on. */
export function timeLeft(run: Run): string {
  const { answers } = textsFor(run)
  const { work, until } = remainingIn(run)
  const { p50, p90 } = work
  if (run.state.status !== 'active' && run.state.status !== 'paused') return ''
  if (until !== null) return answers.leftWithWaits(p50, until.p50)
  if (p50 < 1) return answers.nothingLeft
  return p90 > p50 * 1.25 ? answers.leftAtMost(p50, Math.ceil(p90 / 5) * 5) : answers.left(p50)
}

export function status(run: Run): Part {
  const { answers } = textsFor(run)
  const data = progressData(run)
  const { completed_steps, total_steps, progress_percentage, current_step_id } = data.progress
  const said = answers.status({
    workflow: run.workflow_name,
    done: completed_steps,
    total: total_steps,
    percent: Math.round(progress_percentage),
  })
  const goesOn = run.state.status === 'active'
  const here =
    goesOn && current_step_id !== null
      ? answers.youAreAt(nameOf(run, current_step_id), numberOf(run, current_step_id))
      : linesOf(textsFor(run), standingInView(run).situation).primary
  return tell(run, joined(said, here, goesOn && timeLeft(run)), data)
}

export function whereAmI(run: Run): Part {
  const { answers } = textsFor(run)
  const { primary } = linesOf(textsFor(run), standingInView(run).situation)
  const { current_step_id, status: runStatus } = run.state
  if (current_step_id === null) return tell(run, joined(answers.nowhere, primary), progressData(run))
  const here = answers.youAreAt(nameOf(run, current_step_id), numberOf(run, current_step_id))
  return tell(run, joined(here, runStatus === 'active' ? '' : primary), {
    ...progressData(run),
    options: navigationOptions(run),
  })
}

export function timeRemaining(run: Run): Part {
  const { answers } = textsFor(run)
  const { situation } = standingInView(run)
  const waits = situation.type === 'waiting' && answers.waitLeft(situation.step, situation.left)
  const left = timeLeft(run) || answers.nothingLeft
  const elapsed = elapsedTime(run.state, run.at)
  return tell(
    run,
    joined(waits, left, elapsed >= 1 && answers.elapsed(elapsed)),
    progressData(run),
    joined(waits, left),
  )
}

/** All steps in their order. */
export function listedSteps({ workflow, state, at, ...run }: Run): ListedStep[] {
  return workflow.steps.map(({ id, index }) => ({
    step_id: id,
    number: index + 1,
    name: nameOf(run, id),
    type: workflow.step(id)?.step_type ?? '',
    status: stepStatus(workflow, state, id, at),
    is_current: state.current_step_id === id,
    estimated_duration: workflow.step(id)?.estimated_duration ?? null,
  }))
}

/** No more are written out in the message; the data has all. */
const mostLines = 60

export function listSteps(run: Run): Part {
  const { answers, stepStatuses } = textsFor(run)
  const steps = listedSteps(run)
  const written = steps.map(({ number, name, status: is }) => `${number}. ${name} (${stepStatuses[is]})`)
  const speech = joined(answers.steps(run.workflow_name, steps.length).replace(/\s*:$/, '.'), whereAmI(run).message)
  return tell(
    run,
    lines(answers.steps(run.workflow_name, steps.length), ...written.slice(0, mostLines)),
    { steps },
    speech,
  )
}

export function overview(run: Run): Part {
  const said = status(run)
  return { ...said, data: { ...said.data, overview: navigationContext(run), steps: listedSteps(run) } }
}

export function history(run: Run): Part {
  const { answers } = textsFor(run)
  const entries = recentActions(run, 10)
  if (entries.length === 0) return tell(run, answers.historyEmpty, { history: entries })
  const said = entries.map(({ message }) => message)
  return tell(run, lines(answers.history, ...said), { history: entries }, `${said.slice(0, 2).join('. ')}.`)
}

export function suggest(run: Run): Part {
  const advice = suggestion(run)
  return tell(run, advice.message, {
    suggestion: advice,
    ...(advice.decision_options === undefined ? {} : { decision_options: advice.decision_options }),
  })
}

/** What comes after the step in view, without going there. */
export function whatIsNext(run: Run, ...hint: readonly string[]): Part {
  const { answers } = textsFor(run)
  const { workflow, state, at } = run
  const here = state.current_step_id
  if (here === null) return suggest(run)
  const name = nameOf(run, here)
  const data = { suggestion: suggestion(run), options: navigationOptions(run) }
  if (workflow.compiledStep(here)?.kind === 'decision') return tell(run, answers.afterDecision(name), data)
  const next = namesOf(run, whatFollows(workflow, state, here, at))
  return tell(run, joined(next.length === 0 ? answers.nothingAfter(name) : answers.after(name, next), ...hint), data)
}
