import { expect } from 'vitest'
import type { CommandRequest } from '../executions/command.ts'
import { decide } from '../executions/decide.ts'
import { evolveAll } from '../executions/evolve.ts'
import type { RefusalCode } from '../executions/refusal.ts'
import type { Play } from './play.ts'

/** What a command is expected to lead to: the letters of all steps, or the code of a refusal. */
export type Expected = { readonly steps: string } | { readonly refused: RefusalCode; readonly text?: RegExp }

/**
 * Gives a command and holds what comes of it against the expectation. Also: deciding twice on the same input gives the same answer,
 * the events survive JSON, the state they were decided on is untouched, and a cancelled execution refuses the same command.
 */
export function expectDecision(play: Play, request: CommandRequest, expected: Expected): Play {
  const before = play.state
  const text = JSON.stringify(before)
  const decision = play.decide(request)
  expect(play.decide(request)).toEqual(decision)
  expect(JSON.stringify(before)).toBe(text)
  const cancelled = { ...before, status: 'cancelled' as const, sequence: before.sequence + 1 }
  const late = decide(play.workflow, cancelled, { ...request, at: play.at, actor_id: 1 })
  expect(late.ok).toBe(request.type === 'note' && decision.ok)
  if ('refused' in expected) {
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(expected.refused)
    if (expected.text && !decision.ok) expect(decision.refusal.message).toMatch(expected.text)
    return play
  }
  if (!decision.ok) throw new Error(`Refused: ${decision.refusal.message}`)
  const stored = JSON.parse(JSON.stringify(decision.events)) as typeof decision.events
  play.do(request)
  expect(evolveAll(play.workflow, before, stored)).toEqual(play.state)
  expect(play.letters).toBe(expected.steps)
  return play
}
