import { decide } from '@hidesync/domain/executions/decide'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { playOffline, takeAlong, takeOver, type DeviceRun } from '@hidesync/domain/executions/offline/device-run'
import { compile } from '@hidesync/domain/workflows/compile'
import { expect, test } from 'vitest'
import { smallWorkflow } from '../../../testing/small-workflow.ts'
import { withDevice, type HistoryEntry } from './device-entries.ts'

const minute = 60_000
const workflow = compile(
  smallWorkflow(
    [
      { id: 1, name: 'Cut' },
      { id: 2, name: 'Sew' },
    ],
    [{ source_step_id: 1, target_step_id: 2 }],
  ),
)

function after(run: DeviceRun, step_id: number, at: number): DeviceRun {
  const played = playOffline(workflow, run, { key: `k${step_id}`, at, request: { type: 'complete', step_id } })
  if (!played.ok) throw new Error(played.refusal.message)
  return played.run
}

function started(): DeviceRun {
  const fresh = newExecution(workflow)
  const start = decide(workflow, fresh, { type: 'start', selected_outcome_id: null, at: 0, actor_id: 1 })
  if (!start.ok) throw new Error(start.refusal.message)
  return takeAlong({ state: evolveAll(workflow, fresh, start.events), undo_chain: [], now: 0 }, 0)
}

/** What a device keeps that took the run along when Cut was done, and has completed Sew since. */
function onDevice(): DeviceRun {
  const { state, records } = after(started(), 1, minute)
  return after(takeAlong({ state, undo_chain: records, now: minute }, minute), 2, 2 * minute)
}

const told = (sequence: number): HistoryEntry => ({
  id: 100 + sequence,
  sequence,
  step_id: 1,
  step_name: 'Cut',
  action_type: 'complete',
  action_data: {},
  actor_id: 2,
  actor_name: 'Ada',
  timestamp: new Date(minute).toISOString(),
})

test('without the server a device knows what it did itself, and what was done when it took the run along', () => {
  const known = withDevice([], onDevice(), 1)
  expect(known.map(({ action_type, step_id, timestamp }) => [action_type, step_id, Date.parse(timestamp)])).toEqual([
    ['complete', 2, 2 * minute],
    ['complete', 1, minute],
  ])
})

test('what the server told counts, once, and what waits here comes before it', () => {
  const run = onDevice()
  const [newest] = withDevice([told(2)], run, 1)
  expect(newest).toMatchObject({ step_id: 2, actor_id: 1 })
  expect(withDevice([told(2)], run, 1).slice(1)).toEqual([told(2)])
  expect(withDevice([told(3), told(2)], run, 1)).toEqual([told(3), told(2)])
})

test('what the server took is told as it was, until the server tells of it', () => {
  const run = onDevice()
  const [waiting] = withDevice([told(2)], run, 1)
  const { state } = run
  const authority = { state: { ...state, sequence: 7 }, undo_chain: run.records, now: 3 * minute }
  const verdicts = [{ key: 'k2', status: 'applied', sequence: 7 } as const]
  const { run: taken } = takeOver(workflow, run, { authority, verdicts, now: 3 * minute })
  expect(taken.queue).toEqual([])
  expect(withDevice([told(2)], taken, 1)).toContainEqual({ ...waiting, id: -7, sequence: 7 })
  expect(withDevice([told(7), told(2)], taken, 1)[0]).toEqual(told(7))
})
