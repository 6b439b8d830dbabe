import { expect, it } from 'vitest'
import { aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { notesKept } from './notes-kept.ts'

it('notesKept() tells what was noted on the step that undo opens again, and on those that it closes, and nothing else', () => {
  const steps = [aStep(1), aStep(2), aStep(3)]
  const play = new Play(aWorkflow(steps, [aConnection(1, 2)])).start()
  const note = (step_id: number, text: string) => play.do({ type: 'note', step_id, text })
  const undone = () => {
    const before = play.state
    return notesKept(before, play.undo().state, 1)
  }
  play.complete(1)
  expect(undone()).toEqual([])
  note(1, 'Used: Thread, 2 m')
  note(1, 'too short')
  play.complete(1)
  note(2, 'Used: Wax, 3 g')
  note(3, 'stays open, whatever comes')
  expect(undone()).toEqual(['Used: Thread, 2 m', 'too short', 'Used: Wax, 3 g'])
})
