import { describe, expect, it } from 'vitest'
import type { Vocabulary } from './intent.ts'
import { understandingOf } from './proposal.ts'

const vocabulary: Vocabulary = {
  steps: [
    { id: 11, name: 'Cut boards' },
    { id: 12, name: 'Choose joint' },
  ],
  current_step_id: 11,
  options: [{ id: 21, text: 'Nails' }],
  outcomes: [{ id: 31, name: 'Box' }],
  resources: [{ id: '41', name: 'Oak', unit: 'sq_ft' }],
  timers: [{ id: 'glue', label: 'Glue' }],
}
const of = (proposal: unknown, text = 'remember that the saw was blunt') =>
  understandingOf(proposal, { text, vocabulary })
const reading = (intent: string, slots: object) => ({ intent, slots, confidence: 0.5, match: 'paraphrase' })

describe('a guess from outside', () => {
  it.each([
    [{ intent: 'tips' }, {}],
    [{ intent: 'instructions', slots: { step_id: 12 } }, { step_id: 12 }],
    [{ intent: 'path', slots: { outcome_id: 31 } }, { outcome_id: 31 }],
    [{ intent: 'what_if', slots: { option_id: 21, step_id: null } }, { option_id: 21 }],
  ])('is taken where it only tells something: %j', (proposal, slots) => {
    expect(of(proposal)).toEqual({ kind: 'understood', readings: [reading(proposal.intent, slots)] })
  })

  it.each([
    [{ intent: 'complete' }, {}],
    [{ intent: 'cancel', slots: {} }, {}],
    [{ intent: 'decide', slots: { option_id: 21 } }, { option_id: 21 }],
    [{ intent: 'start_timer', slots: { minutes: 5 } }, { minutes: 5 }],
    [{ intent: 'stop_timer', slots: { timer_id: 'glue' } }, { timer_id: 'glue' }],
    [{ intent: 'add_note', slots: { text: 'the saw was blunt' } }, { text: 'the saw was blunt' }],
    [
      { intent: 'record_usage', slots: { resource_id: '41', quantity: 2, unit: 'sq_ft' } },
      { resource_id: '41', quantity: 2, unit: 'sq_ft' },
    ],
  ])('becomes a question where it would do something: %j', (proposal, slots) => {
    expect(of(proposal)).toEqual({ kind: 'unclear', readings: [reading(proposal.intent, slots)] })
  })

  it.each([
    [null],
    ['complete'],
    [[{ intent: 'tips' }]],
    [{}],
    [{ intent: 'yes' }],
    [{ intent: 'no' }],
    [{ intent: 'unknown' }],
    [{ intent: 'toString' }],
    [{ intent: 'delete_everything' }],
    [{ intent: 'tips', why: 'because' }],
    [{ intent: 'tips', slots: [] }],
    [{ intent: 'tips', slots: { constructor: 1 } }],
    [{ intent: 'instructions', slots: { step_id: 99 } }],
    [{ intent: 'instructions', slots: { step_id: '11' } }],
    [{ intent: 'goto', slots: { step_number: 3 } }],
    [{ intent: 'goto', slots: { step_number: 1.5 } }],
    [{ intent: 'decide', slots: { option_id: 31 } }],
    [{ intent: 'start_timer', slots: { minutes: -5 } }],
    [{ intent: 'start_timer', slots: { minutes: 1e9 } }],
    [{ intent: 'undo', slots: { count: 1000 } }],
    [{ intent: 'complete', slots: { verdict: 'maybe' } }],
    [{ intent: 'record_usage', slots: { quantity: 0 } }],
    [{ intent: 'record_usage', slots: { unit: 'bushel' } }],
    [{ intent: 'add_note', slots: { text: 'the owner is a fool' } }],
    [{ intent: 'add_note', slots: { text: ' ' } }],
  ])('is nothing unless all of it is sound: %j', proposal => {
    expect(of(proposal)).toEqual({ kind: 'unknown' })
  })
})
