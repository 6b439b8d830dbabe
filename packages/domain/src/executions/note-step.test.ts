import { expect, test } from 'vitest'
import { aConnection, aDecision, aStep, aWorkflow, goto } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { noteStep } from './note-step.ts'

/** 1, then the decision 2, which leads to 3 or 4, and from both of them to 5. */
const workflow = aWorkflow(
  [aStep(1), aDecision(2, [goto(3), goto(4)]), aStep(3), aStep(4), aStep(5)],
  [aConnection(1, 2), aConnection(3, 5), aConnection(4, 5)],
)

const begun = (...completed: readonly number[]) =>
  new Play(workflow)
    .start()
    .complete(1)
    .choose(2, 21)
    .complete(...completed)

test.each<[string, Play, number | null, number]>([
  ['on itself, while it is open', begun(), 3, 3],
  ['on itself, once it is done', begun(), 1, 1],
  ['on the one in view, where it has been ruled out', begun(), 4, 3],
  ['on the one in view, while it is still to come', begun(), 5, 3],
  ['on the one in view, where it is about no step', begun(), null, 3],
  ['on the last that was done, once the run has ended', begun(3, 5), 4, 5],
])('a note about a step is written %s, and is taken there', (_, play, about, step_id) => {
  expect(noteStep(play.workflow, play.state, about)).toBe(step_id)
  play.do({ type: 'note', step_id, text: 'dull blade' })
})
