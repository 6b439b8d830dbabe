import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { statusesFor } from './allowed-in.ts'
import type { Command } from './command.ts'
import { commandTypes } from './command-type.ts'
import { executionCan } from './allowed-in.ts'
import type { Draft } from './draft.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ExecutionState } from './state.ts'
import { inWords, listed, stepLabel } from './wording.ts'

const namesOf = (workflow: CompiledWorkflow, steps: readonly number[]): string[] =>
  steps.map(index => workflow.steps[index]?.definition.name ?? '')

const about = (step: CompiledStep, code: RefusalCode, message: string): Refusal => ({ code, message, step_id: step.id })

/** The command does not suit what the execution is at all. */
export function statusRefusal(state: ExecutionState, command: Command): Refusal | null {
  if (executionCan(command.type, state)) return null
  const allowed = commandTypes.filter(type => executionCan(type, state))
  if (state.sequence === 0)
    return { code: 'execution.not_active', message: 'The execution has not begun: start it first.', allowed }
  if (command.type === 'start')
    return { code: 'execution.already_started', message: 'The execution has begun already.', allowed }
  if (state.status === 'paused')
    return {
      code: 'execution.paused',
      message: `The execution is paused: resume it before you ${wish[command.type]}.`,
      allowed,
    }
  const message = `The execution is ${statusInWords[state.status]}: to ${wish[command.type]} it has to be ${statusesFor(
    command.type,
  )
    .map(status => statusInWords[status])
    .join(' or ')}.`
  return { code: 'execution.not_active', message, allowed }
}

export const statusInWords = {
  active: 'active',
  paused: 'paused',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  timeout: 'out of time',
} as const

const wish = {
  start: 'start it',
  navigate: 'go to another step',
  complete: 'complete a step',
  decide: 'decide',
  skip: 'skip a step',
  fail: 'report a step as failed',
  undo: 'undo',
  pause: 'pause it',
  resume: 'resume it',
  cancel: 'cancel it',
  time_out: 'time it out',
  set_variables: 'set variables',
  select_outcome: 'select an outcome',
  note: 'add a note',
  start_timer: 'start a timer',
  pause_timer: 'pause a timer',
  resume_timer: 'resume a timer',
  extend_timer: 'change a timer',
  stop_timer: 'stop a timer',
} as const

export const stepNotFound = (id: number): Refusal => ({
  code: 'execution.step_not_found',
  message: `There is no step ${id} in this execution's workflow.`,
  step_id: id,
})

/** Why a step that is neither ready nor active can't be worked on. */
export function notReady(draft: Draft, step: CompiledStep): Refusal {
  const { workflow } = draft
  const status = draft.status(step.index)
  const open = Object.keys(draft.now.open).flatMap(id => workflow.step(Number(id))?.name ?? [])
  const awaited = step.incoming
    .filter(connection => draft.connection(connection) === 'unresolved')
    .flatMap(connection => workflow.connections[connection]?.source ?? [])
  const jumpedFrom = listed(namesOf(workflow, step.jumpSources), 'or')
  const waitsFor =
    awaited.length > 0
      ? `it waits for ${listed(namesOf(workflow, [...new Set(awaited)]))}`
      : `only a decision in ${jumpedFrom} leads there`
  const why = {
    pending: `is not open yet: ${waitsFor}`,
    dead: 'has been ruled out by what was chosen before',
    completed: 'is completed already',
    skipped: 'was skipped',
    failed: 'has failed already',
    ready: 'is ready',
    active: 'is active',
  }[status]
  const instead = open.length > 0 ? ` Open now: ${listed(open)}.` : ''
  return { ...about(step, 'execution.step_not_ready', `${stepLabel(step)} ${why}.${instead}`), allowed: open }
}

export const lagNotElapsed = (step: CompiledStep, minutesLeft: number): Refusal => ({
  ...about(
    step,
    'execution.lag_not_elapsed',
    `${stepLabel(step)} has to wait for another ${inWords(minutesLeft)}; to go on earlier, ask with override.`,
  ),
  minutes_left: minutesLeft,
})

export const timeNotElapsed = (step: CompiledStep, minutesLeft: number): Refusal => ({
  ...about(
    step,
    'execution.time_not_elapsed',
    `${stepLabel(step)} takes another ${inWords(minutesLeft)}; to complete it earlier, ask with override.`,
  ),
  minutes_left: minutesLeft,
})

const optionTexts = (step: CompiledStep): string[] => step.options.map(option => option.definition.option_text)

export const decisionRequired = (step: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.decision_required',
    `${stepLabel(step)} asks for a decision: choose ${listed(optionTexts(step), 'or')}.`,
  ),
  allowed: optionTexts(step),
})

export const verdictRequired = (step: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.verdict_required',
    `${stepLabel(step)} is a quality check: say whether it passed or failed (data.verdict is pass or fail).`,
  ),
  allowed: ['pass', 'fail'],
})

export const notSkippable = (step: CompiledStep): Refusal =>
  about(
    step,
    'execution.not_skippable',
    step.kind === 'decision'
      ? `${stepLabel(step)} can't be skipped: a decision has to be made. Choose ${listed(optionTexts(step), 'or')}.`
      : `${stepLabel(step)} can't be skipped: a quality check has to be made. Complete it with the verdict pass or fail.`,
  )

export const notADecision = (step: CompiledStep): Refusal =>
  about(step, 'execution.not_a_decision', `${stepLabel(step)} has nothing to decide: complete it instead.`)

export const optionNotFound = (step: CompiledStep, optionId: number): Refusal => ({
  ...about(
    step,
    'execution.option_not_found',
    `${stepLabel(step)} has no option ${optionId}: choose ${listed(optionTexts(step), 'or')}.`,
  ),
  allowed: optionTexts(step),
})

export const outcomeNotFound = (id: number): Refusal => ({
  code: 'execution.outcome_not_found',
  message: `This execution's workflow has no outcome ${id}.`,
})

export const limitReached = (step: CompiledStep, target: CompiledStep, limit: number): Refusal =>
  about(
    step,
    'execution.loop_limit_reached',
    `The way from ${stepLabel(step)} back to ${stepLabel(target)} is used up: its limit is ${limit} ${limit === 1 ? 'run' : 'runs'}. Choose another option.`,
  )

export const jumpToSettled = (step: CompiledStep, target: CompiledStep): Refusal =>
  about(
    step,
    'execution.step_not_reachable',
    `${stepLabel(target)} is done and does not lie before ${stepLabel(step)}, so this option can't lead there. Choose another option.`,
  )

export const notReachable = (target: CompiledStep, why: string): Refusal =>
  about(target, 'execution.step_not_reachable', `${stepLabel(target)} can't be reached from here: ${why}.`)

export const jumpNotConfirmed = (target: CompiledStep, skipped: readonly CompiledStep[]): Refusal => ({
  ...about(
    target,
    'execution.jump_not_confirmed',
    `Going to ${stepLabel(target)} would skip ${listed(skipped.map(step => step.definition.name))}; to do so, ask with skip.`,
  ),
  allowed: skipped.map(step => step.definition.name),
})
