import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { statusesFor } from './allowed-in.ts'
import { areAlternatives } from './alternatives.ts'
import type { Command } from './command.ts'
import { commandTypes, type CommandType } from './command-type.ts'
import { executionCan } from './allowed-in.ts'
import type { Draft } from './draft.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { RefusalDetail } from './refusal-detail.ts'
import type { ExecutionState } from './state.ts'
import { inWords, listed, stepLabel } from './wording.ts'

const namesOf = (workflow: CompiledWorkflow, steps: readonly number[]): string[] =>
  steps.map(index => workflow.steps[index]?.definition.name ?? '')

const about = (step: CompiledStep, code: RefusalCode, message: string): Omit<Refusal, 'detail'> => ({
  code,
  message,
  step_id: step.id,
})

const idsOf = (workflow: CompiledWorkflow, steps: readonly number[]): number[] =>
  steps.flatMap(index => workflow.steps[index]?.id ?? [])

/** The command does not suit what the execution is at all. */
export function statusRefusal(state: ExecutionState, command: Command): Refusal | null {
  if (executionCan(command.type, state)) return null
  // Nobody times an execution out: the clock does.
  const allowed = commandTypes.filter(type => type !== 'time_out' && executionCan(type, state))
  if (state.sequence === 0)
    return {
      code: 'execution.not_active',
      message: 'The execution has not begun: start it first.',
      detail: { type: 'not_begun' },
      allowed,
    }
  if (command.type === 'start')
    return {
      code: 'execution.already_started',
      message: 'The execution has begun already.',
      detail: { type: 'begun_already' },
      allowed,
    }
  if (state.status === 'paused')
    return {
      code: 'execution.paused',
      message: `The execution is paused: resume it before you ${wish[command.type]}.`,
      detail: { type: 'is_paused', command: command.type },
      allowed,
    }
  const message = `The execution is ${statusInWords[state.status]}: to ${wish[command.type]} it has to be ${statusesFor(
    command.type,
  )
    .map(status => statusInWords[status])
    .join(' or ')}.`
  return {
    code: 'execution.not_active',
    message,
    detail: wrongStatus(state, command.type),
    allowed,
  }
}

/** What can be put right is told apart, so that one hears how. */
function wrongStatus({ status }: ExecutionState, command: CommandType): RefusalDetail {
  if (status === 'timeout') return { type: 'is_timed_out', command }
  if (status === 'active' && command === 'resume') return { type: 'under_way' }
  return { type: 'wrong_status', command, status, needs: statusesFor(command) }
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
  detail: { type: 'no_such_step', step_id: id },
  step_id: id,
})

/** Why a step that is neither ready nor active can't be worked on. */
export function notReady(draft: Draft, step: CompiledStep): Refusal {
  const { workflow } = draft
  const status = draft.status(step.index)
  const openIds = Object.keys(draft.now.open).map(Number)
  const open = openIds.flatMap(id => workflow.step(id)?.name ?? [])
  const awaited = step.incoming
    .filter(connection => draft.connection(connection) === 'unresolved')
    .flatMap(connection => workflow.connections[connection]?.source ?? [])
  const waiting = [...new Set(awaited)]
  const oneOf = areAlternatives(draft, waiting)
  const jumpedFrom = listed(namesOf(workflow, step.jumpSources), 'or')
  const waitsFor =
    awaited.length > 0
      ? `it waits for ${listed(namesOf(workflow, waiting), oneOf ? 'or' : 'and')}`
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
  return {
    ...about(step, 'execution.step_not_ready', `${stepLabel(step)} ${why}.${instead}`),
    detail: {
      type: 'step_closed',
      step_id: step.id,
      status,
      waits_for: idsOf(workflow, waiting),
      one_of: oneOf,
      named_by: idsOf(workflow, step.jumpSources),
      open: openIds,
    },
    allowed: open,
  }
}

export const lagNotElapsed = (step: CompiledStep, minutesLeft: number): Refusal => ({
  ...about(
    step,
    'execution.lag_not_elapsed',
    `${stepLabel(step)} has to wait for another ${inWords(minutesLeft)}; to go on earlier, ask with override.`,
  ),
  detail: { type: 'lag_runs', step_id: step.id, minutes: minutesLeft },
  minutes_left: minutesLeft,
})

export const timeNotElapsed = (step: CompiledStep, minutesLeft: number): Refusal => ({
  ...about(
    step,
    'execution.time_not_elapsed',
    `${stepLabel(step)} takes another ${inWords(minutesLeft)}; to complete it earlier, ask with override.`,
  ),
  detail: { type: 'time_runs', step_id: step.id, minutes: minutesLeft },
  minutes_left: minutesLeft,
})

const optionTexts = (step: CompiledStep): string[] => step.options.map(option => option.definition.option_text)

export const decisionRequired = (step: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.decision_required',
    `${stepLabel(step)} asks for a decision: choose ${listed(optionTexts(step), 'or')}.`,
  ),
  detail: { type: 'choose_first', step_id: step.id },
  allowed: optionTexts(step),
})

export const verdictRequired = (step: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.verdict_required',
    `${stepLabel(step)} is a quality check: say whether it passed or failed (data.verdict is pass or fail).`,
  ),
  detail: { type: 'verdict_first', step_id: step.id },
  allowed: ['pass', 'fail'],
})

export const notSkippable = (step: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.not_skippable',
    step.kind === 'decision'
      ? `${stepLabel(step)} can't be skipped: a decision has to be made. Choose ${listed(optionTexts(step), 'or')}.`
      : `${stepLabel(step)} can't be skipped: a quality check has to be made. Complete it with the verdict pass or fail.`,
  ),
  detail: { type: 'cannot_skip', step_id: step.id, is_check: step.kind !== 'decision' },
})

export const notADecision = (step: CompiledStep): Refusal => ({
  ...about(step, 'execution.not_a_decision', `${stepLabel(step)} has nothing to decide: complete it instead.`),
  detail: { type: 'nothing_to_decide', step_id: step.id },
})

export const optionNotFound = (step: CompiledStep, optionId: number): Refusal => ({
  ...about(
    step,
    'execution.option_not_found',
    `${stepLabel(step)} has no option ${optionId}: choose ${listed(optionTexts(step), 'or')}.`,
  ),
  detail: { type: 'no_such_option', step_id: step.id },
  allowed: optionTexts(step),
})

/** Of no decision at all. */
export const choiceNotFound = (id: number): Refusal => ({
  code: 'execution.option_not_found',
  message: `There is no option ${id} in this execution's workflow.`,
  detail: { type: 'no_such_choice' },
})

export const outcomeNotFound = (id: number): Refusal => ({
  code: 'execution.outcome_not_found',
  message: `This execution's workflow has no outcome ${id}.`,
  detail: { type: 'no_such_outcome' },
})

export const limitReached = (step: CompiledStep, target: CompiledStep, limit: number): Refusal => ({
  ...about(
    step,
    'execution.loop_limit_reached',
    `The way from ${stepLabel(step)} back to ${stepLabel(target)} is used up: its limit is ${limit} ${limit === 1 ? 'run' : 'runs'}. Choose another option.`,
  ),
  detail: { type: 'way_used_up', step_id: step.id, target_id: target.id, limit },
})

export const jumpToSettled = (step: CompiledStep, target: CompiledStep): Refusal => ({
  ...about(
    step,
    'execution.step_not_reachable',
    `${stepLabel(target)} is done and does not lie before ${stepLabel(step)}, so this option can't lead there. Choose another option.`,
  ),
  detail: { type: 'target_done', step_id: step.id, target_id: target.id },
})

const notReachable = (target: CompiledStep, why: string, detail: RefusalDetail): Refusal => ({
  ...about(target, 'execution.step_not_reachable', `${stepLabel(target)} can't be reached from here: ${why}.`),
  detail,
})

export const ruledOut = (target: CompiledStep): Refusal =>
  notReachable(target, 'what was chosen before has ruled it out', { type: 'ruled_out', step_id: target.id })

export const noWayThere = (target: CompiledStep): Refusal =>
  notReachable(target, 'no way that is still possible leads there', { type: 'no_way_there', step_id: target.id })

export const wayUnknown = (target: CompiledStep, at: CompiledStep): Refusal =>
  notReachable(target, `where ${stepLabel(at)} leads hangs on something that is not known yet, so go on step by step`, {
    type: 'way_unknown',
    step_id: target.id,
    at_step_id: at.id,
  })

export const jumpNotConfirmed = (target: CompiledStep, skipped: readonly CompiledStep[]): Refusal => ({
  ...about(
    target,
    'execution.jump_not_confirmed',
    `Going to ${stepLabel(target)} would skip ${listed(skipped.map(step => step.definition.name))}; to do so, ask with skip.`,
  ),
  detail: { type: 'would_skip', step_id: target.id, skipped: skipped.map(step => step.id) },
})
