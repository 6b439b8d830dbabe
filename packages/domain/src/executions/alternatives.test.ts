import { expect, it } from 'vitest'
import { aConnection, aStep, aDecision, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'

const joined = (connection_type: 'choice' | 'parallel') =>
  aWorkflow(
    [connection_type === 'choice' ? aDecision(1, [{}, {}]) : aStep(1), aStep(2), aStep(3), aStep(4)],
    [
      aConnection(1, 2, { connection_type }),
      aConnection(1, 3, { connection_type }),
      aConnection(2, 4),
      aConnection(3, 4),
    ],
  )

it.each([
  ['choice', true, /waits for “Step 2” or “Step 3”/],
  ['parallel', false, /waits for “Step 2” and “Step 3”/],
] as const)('what joins ways of a %s waits for one of them alone: %s', (type, one_of, message) => {
  const tried = new Play(joined(type)).start().try({ type: 'complete', step_id: 4 })
  expect(tried).toMatchObject({ ok: false, refusal: { detail: { type: 'step_closed', waits_for: [2, 3], one_of } } })
  expect(tried.ok ? '' : tried.refusal.message).toMatch(message)
})
