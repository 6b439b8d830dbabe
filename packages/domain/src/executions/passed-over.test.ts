import { expect, test } from 'vitest'
import type { ExecutionEvent, StepSnapshot } from './event.ts'
import { passedOver } from './passed-over.ts'

const changed = (step_id: number, from: StepSnapshot, to: StepSnapshot): ExecutionEvent => ({
  type: 'step_changed',
  step_id,
  from,
  to,
})
const closed: StepSnapshot = { status: 'pending', iteration: 1 }
const byItsCondition = changed(2, closed, { status: 'skipped', iteration: 1, completed_at: 5 })
const bySomebody = changed(
  3,
  { status: 'ready', iteration: 1, ready_at: 1 },
  { status: 'skipped', iteration: 1, ready_at: 1, completed_at: 5 },
)

test('a step is passed over by its condition; what somebody skips, completes or takes back is not', () => {
  const completed = changed(1, closed, { status: 'completed', iteration: 1, ready_at: 1, completed_at: 5 })
  expect(passedOver('complete', [completed, byItsCondition, bySomebody])).toEqual([2])
  expect(passedOver('skip', [bySomebody])).toEqual([])
  expect(passedOver('undo', [byItsCondition])).toEqual([])
})
