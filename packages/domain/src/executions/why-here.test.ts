import { expect, test } from 'vitest'
import { aConnection, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { loopAround, waitsFor, whyHere } from './why-here.ts'

const why = (play: Play, stepId: number) => whyHere(play.workflow, play.state, stepId)

test('a step is here because the workflow begins with it, or because it follows on others', () => {
  const play = new Play(aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 3), aConnection(2, 3)])).start()
  expect(why(play, 1)).toEqual([{ code: 'first' }])
  expect(waitsFor(play.workflow, play.state, 3)).toEqual([1, 2])
  play.complete(1)
  expect(waitsFor(play.workflow, play.state, 3)).toEqual([2])
  expect(why(play.complete(2), 3)).toEqual([
    { code: 'after', step_id: 1 },
    { code: 'after', step_id: 2 },
  ])
  expect(waitsFor(play.workflow, play.state, 3)).toEqual([])
})

test('a step is here because of what was chosen', () => {
  const steps = [aDecision(1, [{}, {}]), aStep(2), aStep(3)]
  const ways = [2, 3].map(id => aConnection(1, id, { connection_type: 'choice' }))
  const play = new Play(aWorkflow(steps, ways)).start().do({ type: 'decide', step_id: 1, option_id: 12 })
  expect(why(play, 3)).toEqual([{ code: 'chosen', step_id: 1 }])
  expect(why(play, 2)).toEqual([])
})

test('a step is here because a condition holds, its own or that of the way', () => {
  const ways = [
    aConnection(1, 2, { connection_type: 'conditional', condition: { method: 'power' } }),
    aConnection(2, 3),
  ]
  const steps = [aStep(1), aStep(2), aStep(3, { condition_logic: { rough: true } })]
  const play = new Play(aWorkflow(steps, ways)).start({ method: 'power', rough: true }).complete(1)
  expect(why(play, 2)).toEqual([{ code: 'condition', step_id: 1, variables: ['method'] }])
  expect(why(play.complete(2), 3)).toEqual([
    { code: 'after', step_id: 2 },
    { code: 'own_condition', variables: ['rough'] },
  ])
})

test('what a check looks at, and a condition that asks for nothing, are no reasons to be at a step', () => {
  const standards = { quality_standards: { Gap: { max: 0.5, unit: 'mm' } } }
  const steps = [aStep(1), aStep(2, { step_type: 'quality_check', condition_logic: standards })]
  const ways = [aConnection(1, 2, { connection_type: 'conditional', condition: {} })]
  const play = new Play(aWorkflow(steps, ways)).start().complete(1)
  expect(why(play, 2)).toEqual([{ code: 'after', step_id: 1 }])
})

test('a step is here because another one failed, and again because a loop led back', () => {
  const steps = [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), aStep(4)]
  const play = new Play(
    aWorkflow(steps, [
      aConnection(1, 2),
      aConnection(2, 4),
      aConnection(2, 3, { connection_type: 'fallback' }),
      aConnection(3, 2, { connection_type: 'loop', max_iterations: 5 }),
    ]),
  )
    .start()
    .complete(1)
    .do({ type: 'complete', step_id: 2, data: { verdict: 'fail' } })
  expect(why(play, 3)).toEqual([{ code: 'failed', step_id: 2 }])
  expect(why(play.complete(3), 2).at(-1)).toEqual({ code: 'again', pass: 2, passes: 5 })
  expect(loopAround(play.workflow, 2)?.body.map(index => play.workflow.steps[index]?.id)).toEqual([2, 3])
  expect(loopAround(play.workflow, 4)).toBeNull()
})
