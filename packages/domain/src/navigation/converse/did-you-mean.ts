import { executionCan } from '../../executions/allowed-in.ts'
import type { CommandType } from '../../executions/command-type.ts'
import { timerAt } from '../../executions/timer.ts'
import type { Intent, Meant, Slots } from '../language/intent.ts'
import { nameOf, optionOf, outcomeName, textsFor, type Run } from '../run.ts'
import { resourceOf } from './note-commands.ts'
import { suggestion } from '../suggestion.ts'
import type { Words } from '../texts/words.ts'
import type { SuggestedAction } from '../words.ts'
import type { DidYouMean } from './answer.ts'

/** What the reading is about, as one names it. */
function targetOf(run: Run, intent: Intent, slots: Slots): string | null {
  if (slots.option_id !== undefined) return optionOf(run, slots.option_id)?.option_text ?? null
  if (slots.outcome_id !== undefined) return outcomeName(run, slots.outcome_id)
  if (slots.timer_id !== undefined) return timerAt(run.state, slots.timer_id)?.label || null
  if (intent === 'add_note' || intent === 'start_timer') return slots.text ?? null
  if (slots.resource_id !== undefined) return resourceOf(run, slots.resource_id)?.name ?? null
  const stepId = slots.step_id ?? run.workflow.steps[(slots.step_number ?? 0) - 1]?.id
  return stepId === undefined || ['decide', 'what_if', 'path'].includes(intent) ? null : nameOf(run, stepId)
}

function amountOf({ quantity, unit, minutes }: Slots, words: Words): string | null {
  if (minutes !== undefined) return words.exactly(minutes)
  return quantity === undefined ? null : words.amount(quantity, unit ?? null)
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

/** Something to choose from, with what it does. */
interface Offer {
  readonly meant: Meant
  readonly words: DidYouMean
}

function offered(run: Run, meant: Meant): Offer[] {
  const { intent, slots } = meant
  if (intent === 'unknown' || isRefused(run, intent)) return []
  const texts = textsFor(run)
  const words = texts.readings[intent](targetOf(run, intent, slots), amountOf(slots, texts.words))
  if (words === null) return []
  const [label, command] = words
  return [{ meant, words: { intent, label, command } }]
}

/** More than this are not told apart at a glance. */
const mostOffers = 3

/** Readings as things to choose from, each with the sentence that says it; what the same sentence says is one thing. */
export function offeredReadings(run: Run, readings: readonly Meant[]): readonly Offer[] {
  const offers = readings.flatMap(reading => offered(run, reading))
  const first = new Map(offers.toReversed().map(offer => [offer.words.command, offer]))
  return offers.filter(offer => first.get(offer.words.command) === offer).slice(0, mostOffers)
}

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
  const choices = decision_options
    .slice(0, mostOptions)
    .map(({ id }) => ({ intent: 'decide' as const, slots: { option_id: id } }))
  const intents = new Set<Intent>([...(choices.length > 0 ? [] : [saidAs[action]]), 'list_resources', 'help'])
  const others = [...intents].map(intent => ({ intent, slots: {} }))
  return [...choices, ...others].flatMap(reading => offered(run, reading)).map(({ words }) => words)
}
