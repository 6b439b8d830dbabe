import { executionCan } from '../../executions/allowed-in.ts'
import type { CommandRequest } from '../../executions/command.ts'
import { availableSteps, stepTiming } from '../../executions/view.ts'
import type { CompiledStep } from '../../workflows/compiled.ts'
import { linesOf, progressIn } from '../context.ts'
import { outlookOf } from '../guidance.ts'
import type { Intent, Slots } from '../language/intent.ts'
import { navigationOptions } from '../options.ts'
import { nameOf, namesOf, optionOf, refusalNames, textsFor, type Run } from '../run.ts'
import { bestOpenStep, standingInView } from '../standing.ts'
import { act } from './act.ts'
import type { Asked, Part, Talk } from './answer.ts'
import { ask, asked, decline, joined, openNames, refusal, tell, whyNot } from './parts.ts'
import { whatIsNext } from './progress-answers.ts'
import { show } from './step-answers.ts'
import { namedStep, stepBefore, stepToWorkOn, type Target } from './target.ts'

const commands = (intent: Intent, yes: readonly Asked[], no: readonly Asked[] = []) =>
  ({ type: 'commands', intent, yes, no }) as const

/** A name that was said and is none. */
const unknownName = (run: Run, { text }: Slots): Part | null =>
  text === undefined || text.trim() === '' ? null : decline(run, textsFor(run).answers.noStepNamed(text.slice(0, 100)))

/** What can be chosen at a decision. */
export function showOptions(run: Run, stepId: number, success: boolean): Part {
  const options = outlookOf(run, stepId)
  const message = textsFor(run).answers.options(
    nameOf(run, stepId),
    options.map(({ text }) => text),
  )
  return { success, message, data: { decision_options: options, options: navigationOptions(run) }, run }
}

function completion({ id: step_id }: CompiledStep, verdict?: 'pass' | 'fail', override?: true): Asked {
  const stated = { ...(verdict === undefined ? {} : { data: { verdict } }), ...(override ? { override } : {}) }
  return asked({ type: 'complete', step_id, ...stated }, stated)
}

/** A verdict is on the step that is named, else on a check: the one in view or the only one that is open. */
function stepJudged(run: Run, slots: Slots): Target {
  const meant = stepToWorkOn(run, slots)
  const isNamed = namedStep(run, slots) !== null
  if (slots.verdict === undefined || isNamed || (meant.ok && meant.step.kind === 'quality_check')) return meant
  const checks = availableSteps(run.workflow, run.state, run.at)
    .flatMap(id => run.workflow.compiledStep(id) ?? [])
    .filter(({ kind }) => kind === 'quality_check')
  const [only] = checks
  if (only !== undefined && checks.length === 1) return { ok: true, step: only }
  return { ok: false, part: decline(run, textsFor(run).answers.noCheck) }
}

export function* complete(run: Run, slots: Slots): Talk<Part> {
  const unknown = namedStep(run, slots) === null ? unknownName(run, slots) : null
  if (unknown !== null) return unknown
  const target = stepJudged(run, slots)
  if (!target.ok) return target.part
  const { step } = target
  // Of a step that is no check, that it is good tells that it is done.
  const verdict = step.kind === 'quality_check' ? slots.verdict : undefined
  const first = completion(step, verdict)
  const why = whyNot(run, first.command)
  const { questions } = textsFor(run)
  const name = nameOf(run, step.id)
  switch (why?.detail.type) {
    case 'choose_first':
      return { ...showOptions(run, step.id, false), code: why.code }
    case 'verdict_first': {
      const question = commands('complete', [completion(step, 'pass')], [completion(step, 'fail')])
      return { ...ask(run, questions.verdict(name), question), code: why.code }
    }
    case 'time_runs':
    case 'lag_runs': {
      if (step.kind === 'quality_check' && verdict === undefined) {
        const early = commands('complete', [completion(step, 'pass', true)], [completion(step, 'fail', true)])
        return { ...ask(run, `${refusal(run, why).message} ${questions.verdict(name)}`, early), code: why.code }
      }
      const left = stepTiming(run.workflow, run.state, step.id, run.at)?.wait ?? why.minutes_left ?? 0
      const question = commands('complete', [completion(step, verdict, true)])
      return { ...ask(run, questions.early(name, left), question), code: why.code }
    }
    default:
      return yield* act(run, first)
  }
}

export function* skip(run: Run, slots: Slots): Talk<Part> {
  const target = stepToWorkOn(run, slots)
  if (!target.ok) return target.part
  const { id: step_id } = target.step
  const reason = namedStep(run, slots) === null ? (slots.text ?? null) : null
  const first = asked({ type: 'skip', step_id, reason }, reason === null ? {} : { reason })
  const why = whyNot(run, first.command)
  if (why !== null) return refusal(run, why)
  const open = run.state.open[String(step_id)]
  const wouldLose = open?.notes !== undefined || open?.data !== undefined
  if (wouldLose) return ask(run, textsFor(run).questions.skip(nameOf(run, step_id)), commands('skip', [first]))
  return yield* act(run, first)
}

export function* fail(run: Run, slots: Slots): Talk<Part> {
  const target = stepJudged(run, slots)
  if (!target.ok) return target.part
  const { step } = target
  if (step.kind === 'quality_check') return yield* complete(run, { ...slots, step_id: step.id, verdict: 'fail' })
  const reason = slots.text ?? null
  const first = asked({ type: 'fail', step_id: step.id, reason }, reason === null ? {} : { reason })
  const why = whyNot(run, first.command)
  if (why !== null) return refusal(run, why)
  return ask(run, textsFor(run).questions.fail(nameOf(run, step.id)), commands('fail', [first]))
}

/** Goes to a step; what would be skipped on the way is asked first. */
function* travel(run: Run, { id: step_id }: CompiledStep): Talk<Part> {
  const why = whyNot(run, { type: 'navigate', step_id })
  if (why === null) return yield* act(run, asked({ type: 'navigate', step_id }))
  if (why.detail.type !== 'would_skip') return refusal(run, why)
  const jump = asked({ type: 'navigate', step_id, skip: true }, { skip: true })
  if (why.detail.skipped.length === 0) return yield* act(run, jump)
  const { questions } = textsFor(run)
  const question = questions.jump(nameOf(run, step_id), namesOf(run, why.detail.skipped))
  return { ...ask(run, question, commands('goto', [jump])), code: why.code }
}

export function* goTo(run: Run, slots: Slots): Talk<Part> {
  const named: Target | null = namedStep(run, slots)
  if (named === null) {
    const { answers } = textsFor(run)
    const open = openNames(run)
    return unknownName(run, slots) ?? decline(run, open.length === 0 ? answers.nowhere : answers.stepsOpen(open))
  }
  return named.ok ? yield* travel(run, named.step) : named.part
}

/** On to another step that is open, or on with a run that rests; where there is nothing to go on to, what comes next. */
export function* next(run: Run, slots: Slots): Talk<Part> {
  const { current_step_id } = run.state
  if (slots.offset === 1) return whatIsNext(run)
  if (executionCan('resume', run.state)) return yield* act(run, asked({ type: 'resume' }))
  const other = bestOpenStep(run, current_step_id)
  if (run.state.status === 'active' && other !== null) return yield* travel(run, other)
  if (run.state.status !== 'active' && current_step_id !== null) {
    const why = whyNot(run, { type: 'navigate', step_id: current_step_id })
    if (why !== null) return refusal(run, why)
  }
  return whatIsNext(run, whatIsMissing(run))
}

/** What the step in view still takes: a verdict, time, or being done. */
function whatIsMissing(run: Run): string {
  const here = run.workflow.compiledStep(run.state.current_step_id)
  if (here === undefined || !availableSteps(run.workflow, run.state, run.at).includes(here.id)) return ''
  const texts = textsFor(run)
  return here.kind === 'quality_check' || here.kind === 'time'
    ? linesOf(texts, standingInView(run).situation).message
    : texts.answers.finishFirst(nameOf(run, here.id))
}

export function* previous(run: Run, slots: Slots): Talk<Part> {
  const step = stepBefore(run, Math.max(1, Math.floor(slots.count ?? 1)))
  if (step === null) return decline(run, textsFor(run).answers.nothingBefore)
  return slots.offset === -1 ? show(run, step.id) : yield* travel(run, step)
}

export function* choose(run: Run, slots: Slots): Talk<Part> {
  const { answers, refusals } = textsFor(run)
  const option = slots.option_id === undefined ? undefined : optionOf(run, slots.option_id)
  if (option !== undefined) {
    const command: CommandRequest = { type: 'decide', step_id: option.step_id, option_id: option.id }
    return yield* act(run, asked(command, { decision_option_id: option.id }))
  }
  const open = availableSteps(run.workflow, run.state, run.at).flatMap(id => run.workflow.compiledStep(id) ?? [])
  const decisions = open.filter(({ kind }) => kind === 'decision')
  const decision = decisions.find(({ id }) => id === run.state.current_step_id) ?? decisions[0]
  if (decision === undefined) return decline(run, joined(answers.noDecision))
  const shown = showOptions(run, decision.id, false)
  if (slots.text === undefined) return shown
  const detail = { type: 'no_such_option', step_id: decision.id } as const
  return { ...shown, message: refusals.no_such_option(detail, refusalNames(run)), code: 'execution.option_not_found' }
}

export function* selectOutcome(run: Run, slots: Slots): Talk<Part> {
  const { answers } = textsFor(run)
  const { outcomes } = run.definition
  if (slots.outcome_id === undefined) {
    const names = outcomes.map(({ name }) => name)
    return names.length < 2 ? tell(run, answers.noOutcomes) : decline(run, answers.whichOutcome(names))
  }
  const { outcome_id } = slots
  return yield* act(run, asked({ type: 'select_outcome', outcome_id }, { selected_outcome_id: outcome_id }))
}

/** Ends the run for good: always asked before. */
export function cancel(run: Run, slots: Slots): Part {
  const reason = slots.text ?? null
  const first = asked({ type: 'cancel', reason }, reason === null ? {} : { reason })
  const why = whyNot(run, first.command)
  if (why !== null) return refusal(run, why)
  const { completed_steps, total_steps } = progressIn(run)
  return ask(run, textsFor(run).questions.cancel(completed_steps, total_steps), commands('cancel', [first]))
}

/** More than this is not taken back at once. */
const mostUndone = 20

export function* undo(run: Run, slots: Slots): Talk<Part> {
  const count = Math.min(mostUndone, Math.max(1, Math.floor(slots.count ?? 1)))
  const one = asked({ type: 'undo', last: null })
  if (run.state.undo_head === null) {
    const why = whyNot(run, one.command)
    if (why !== null) return refusal(run, why)
  }
  if (count === 1) return yield* act(run, one)
  const all = Array.from({ length: count }, () => one)
  return ask(run, textsFor(run).questions.undo(count), commands('undo', all))
}
