import type { ExecutionState } from '@hidesync/domain/executions/state'
import { expect, test } from 'vitest'
import { isOffered, passInView, type Exchange } from './exchange.ts'

const at = (current_step_id: number | null, iterations = {}) => ({ current_step_id, iterations }) as ExecutionState
const cut = at(1)

test.each([
  ['the same step', cut, true],
  ['the next step', at(2), false],
  ['the same step in its next pass', at(1, { 1: 2 }), false],
  ['no step', at(null), false],
])('what was offered at a step can be pressed there and nowhere else: %s', (_, now, isSo) => {
  expect(isOffered({ offered_at: passInView(cut) } as Exchange, now)).toBe(isSo)
})
