import { executionCan } from '../../executions/allowed-in.ts'
import type { CommandType } from '../../executions/command-type.ts'
import type { Intent, Reading, Slots } from '../language/intent.ts'
import { nameOf, optionOf, outcomeName, textsFor, type Run } from '../run.ts'
import { resourceOf } from './note-commands.ts'
import { suggestion } from '../suggestion.ts'
import type { SuggestedAction } from '../words.ts'
import type { DidYouMean } from './answer.ts'

/** What the reading is about, as one names it. */
function targetOf(run: Run, intent: Intent, slots: Slots): string | null {
  if (slots.option_id !== undefined) return optionOf(run, slots.option_id)?.option_text ?? null
  if (slots.outcome_id !== undefined) return outcomeName(run, slots.outcome_id)
  if (slots.resource_id !== undefined) return resourceOf(run, slots.resource_id)?.name ?? null
  const stepId = slots.step_id ?? run.workflow.steps[(slots.step_number ?? 0) - 1]?.id
  return stepId === undefined || ['decide', 'what_if', 'path'].includes(intent) ? null : nameOf(run, stepId)
}

/** What each intent has done; what is not here only tells, or is refused in words of its own. */
const doneBy: Partial<Readonly<Record<Intent, CommandType>>> = {
  complete: 'complete',
  skip: 'skip',
  fail: 'fail',
  goto: 'navigate',
  decide: 'decide',
  select_outcome: 'select_outcome',
  start_timer: 'start_timer',
  pause_timer: 'pause_timer',
  resume_timer: 'resume_timer',
  extend_timer: 'extend_timer',
  stop_timer: 'stop_timer',
  undo: 'undo',
  pause: 'pause',
  resume: 'resume',
  cancel: 'cancel',
}

/** Whether it is no use to offer, since the run as it stands would refuse it. */
function isRefused({ state }: Run, intent: Intent): boolean {
  const command = doneBy[intent]
  return command !== undefined && state.sequence > 0 && !executionCan(command, state)
}

function offered(run: Run, intent: Intent, slots: Slots): DidYouMean[] {
  if (intent === 'unknown' || isRefused(run, intent)) return []
  const texts = textsFor(run)
  const amount = slots.quantity === undefined ? null : texts.words.amount(slots.quantity, slots.unit ?? null)
  const words = texts.readings[intent](targetOf(run, intent, slots), amount)
  if (words === null) return []
  const [label, command] = words
  return [{ intent, label, command }]
}

/** Readings as things to choose from, each with the sentence that says it. */
export const offeredReadings = (run: Run, readings: readonly Reading[]): readonly DidYouMean[] =>
  readings.slice(0, 3).flatMap(({ intent, slots }) => offered(run, intent, slots))

const saidAs: Readonly<Record<SuggestedAction, Intent>> = {
  complete_step: 'complete',
  make_decision: 'suggest',
  navigate_to_step: 'next',
  resume: 'resume',
  undo: 'undo',
  wait: 'time_remaining',
  start_again: 'history',
  none: 'list_steps',
}

/** More options than this are not read out. */
const mostOptions = 2

/** What one could say instead of something that was not understood: what is suggested, and what is often asked. */
export function nearestThings(run: Run): readonly DidYouMean[] {
  const { action, decision_options = [] } = suggestion(run)
  const choices = decision_options.slice(0, mostOptions).flatMap(({ id }) => offered(run, 'decide', { option_id: id }))
  const intents = new Set<Intent>([...(choices.length > 0 ? [] : [saidAs[action]]), 'list_resources', 'help'])
  return [...choices, ...[...intents].flatMap(intent => offered(run, intent, {}))]
}
