import { compile } from '@hidesync/domain/workflows/compile'
import { expect, test } from 'vitest'
import { smallWorkflow } from '../../testing/small-workflow.ts'
import type { Execution } from '../execution.ts'
import { plannedMinutes } from './done-steps.ts'

test('the time planned is that of every pass that took time, not of what was skipped or is still open', () => {
  const statuses = ['completed', 'failed', 'skipped', 'active'] as const
  const workflow = compile(
    smallWorkflow(
      statuses.map((name, index) => ({ id: index + 1, name, estimated_duration: 10 ** index })),
      [],
    ),
  )
  const passes = statuses.map((status, index) => ({ step_id: index + 1, status }))
  const run = { step_executions: passes, earlier_passes: [{ step_id: 2, status: 'failed' }] } as unknown as Execution
  expect(plannedMinutes(run, workflow)).toBe(1 + 10 + 10)
})
