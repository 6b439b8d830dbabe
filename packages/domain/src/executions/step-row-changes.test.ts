import type { ExecutionEvent, StepSnapshot } from './event.ts'
import { describe, expect, it } from 'vitest'
import { stepRowChanges } from './step-row-changes.ts'

const changed = (step_id: number, from: StepSnapshot, to: StepSnapshot): ExecutionEvent => ({
  type: 'step_changed',
  step_id,
  from,
  to,
})
const pending = (iteration: number): StepSnapshot => ({ status: 'pending', iteration })
const ready = (iteration: number): StepSnapshot => ({ status: 'ready', iteration, ready_at: 5 })
const active = (iteration: number): StepSnapshot => ({ status: 'active', iteration, ready_at: 5, started_at: 6 })
const completed = (iteration: number): StepSnapshot => ({
  status: 'completed',
  iteration,
  started_at: 6,
  completed_at: 7,
})

describe('stepRowChanges()', () => {
  it('writes one row for a step that changed twice', () => {
    expect(stepRowChanges([changed(1, pending(1), ready(1)), changed(1, ready(1), active(1))])).toEqual({
      put: [{ step_id: 1, iteration: 1, snapshot: active(1) }],
      remove: [],
      notes: [],
    })
  })

  it('keeps no row of what was never opened or was ruled out', () => {
    const { put, remove } = stepRowChanges([
      changed(1, pending(1), { status: 'dead', iteration: 1 }),
      changed(2, ready(1), pending(1)),
    ])
    expect(put).toEqual([])
    expect(remove).toEqual([
      { step_id: 1, iteration: 1 },
      { step_id: 2, iteration: 1 },
    ])
  })

  it('keeps a row of what waits for its time', () => {
    const waiting: StepSnapshot = { status: 'pending', iteration: 1, ready_at: 9, not_before: 9 }
    expect(stepRowChanges([changed(1, pending(1), waiting)]).put).toEqual([
      { step_id: 1, iteration: 1, snapshot: waiting },
    ])
  })

  it('leaves the finished pass alone when a loop begins the next, and removes that again on undo', () => {
    const forth = [changed(1, completed(1), pending(2)), changed(1, pending(2), active(2))]
    expect(stepRowChanges(forth)).toMatchObject({
      put: [{ step_id: 1, iteration: 2, snapshot: active(2) }],
      remove: [],
    })
    const back = [changed(1, active(2), pending(2)), changed(1, pending(2), completed(1))]
    expect(stepRowChanges(back)).toMatchObject({ put: [], remove: [{ step_id: 1, iteration: 2 }] })
  })

  it('gives up a pass that was still open when the loop returned, and puts it back on undo', () => {
    expect(stepRowChanges([changed(1, active(1), pending(2))])).toMatchObject({
      put: [],
      remove: [
        { step_id: 1, iteration: 1 },
        { step_id: 1, iteration: 2 },
      ],
    })
    expect(stepRowChanges([changed(1, pending(2), active(1))])).toMatchObject({
      put: [{ step_id: 1, iteration: 1, snapshot: active(1) }],
      remove: [{ step_id: 1, iteration: 2 }],
    })
  })

  it('adds notes as lines', () => {
    expect(stepRowChanges([{ type: 'note_added', step_id: 3, iteration: 2, text: 'knots' }]).notes).toEqual([
      { step_id: 3, iteration: 2, text: 'knots' },
    ])
  })
})
