import { describe, expect, test } from 'vitest'
import type { RefusalDetail } from '../../executions/refusal-detail.ts'
import { refusalCodes, type RefusalCode } from '../../executions/refusal.ts'
import { languages } from '../../text/language.ts'
import { refusalText } from './refusal-text.ts'

const step_id = 5
const timer = { label: 'Glue', is_over: false }
const waits = { waits_for: [6], one_of: false, named_by: [], open: [6] }
const closed = { type: 'step_closed', step_id, status: 'pending', ...waits } as const

/** Everything that each code can be about. */
const details: Readonly<Record<RefusalCode, readonly RefusalDetail[]>> = {
  'execution.already_started': [{ type: 'begun_already' }],
  'execution.not_active': [
    { type: 'not_begun' },
    { type: 'wrong_status', command: 'complete', status: 'cancelled', needs: ['active'] },
    { type: 'is_timed_out', command: 'complete' },
    { type: 'under_way' },
  ],
  'execution.paused': [{ type: 'is_paused', command: 'skip' }],
  'execution.step_not_found': [{ type: 'no_such_step', step_id }],
  'execution.step_not_ready': [
    closed,
    { ...closed, waits_for: [6, 7], one_of: true },
    { ...closed, status: 'completed', waits_for: [], open: [] },
  ],
  'execution.step_not_reachable': [
    { type: 'target_done', step_id, target_id: 6 },
    { type: 'ruled_out', step_id },
    { type: 'no_way_there', step_id },
    { type: 'way_unknown', step_id, at_step_id: 6 },
  ],
  'execution.jump_not_confirmed': [{ type: 'would_skip', step_id, skipped: [6, 7] }],
  'execution.not_skippable': [
    { type: 'cannot_skip', step_id, is_check: true },
    { type: 'cannot_skip', step_id, is_check: false },
  ],
  'execution.not_a_decision': [{ type: 'nothing_to_decide', step_id }],
  'execution.option_not_found': [{ type: 'no_such_option', step_id }, { type: 'no_such_choice' }],
  'execution.outcome_not_found': [{ type: 'no_such_outcome' }],
  'execution.decision_required': [{ type: 'choose_first', step_id }],
  'execution.verdict_required': [{ type: 'verdict_first', step_id }],
  'execution.time_not_elapsed': [{ type: 'time_runs', step_id, minutes: 12 }],
  'execution.lag_not_elapsed': [{ type: 'lag_runs', step_id, minutes: 12 }],
  'execution.loop_limit_reached': [{ type: 'way_used_up', step_id, target_id: 6, limit: 3 }],
  'execution.nothing_to_undo': [
    { type: 'nothing_to_undo' },
    { type: 'not_the_last' },
    { type: 'undo_of_nothing' },
    { type: 'undo_out_of_reach' },
  ],
  'execution.timer_not_found': [{ type: 'no_such_timer' }],
  'execution.timer_exists': [{ type: 'timer_id_taken', label: 'Glue' }],
  'execution.timer_limit': [{ type: 'too_many_timers', most: 20 }],
  'execution.timer_out_of_range': [{ type: 'timer_too_long', most: 1440 }],
  'execution.timer_not_running': [{ type: 'timer_not_running', ...timer }],
  'execution.timer_not_paused': [{ type: 'timer_not_paused', ...timer }],
  'workflow.no_steps': [{ type: 'no_steps' }],
}
const names = { step: (id: number) => `Étape ${id}`, options: () => ['Thread', 'Rivets'] }

describe.each(refusalCodes)('%s', code => {
  test.each(details[code])('has its own sentence in every language: $type', detail => {
    const sentences = languages.map(language => refusalText({ detail }, names, language))
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}“„«].+[.!?]$/su)
    expect(new Set(sentences).size).toBe(languages.length)
    expect(sentences.join()).not.toMatch(/undefined|NaN|\[object/)
  })
})
