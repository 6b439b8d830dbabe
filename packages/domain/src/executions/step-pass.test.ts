import { expect, it } from 'vitest'
import { aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { isSamePass, passOf } from './step-pass.ts'

it('passOf() tells the passes of a looped step apart, and those of different steps', () => {
  const loop = aConnection(2, 1, { connection_type: 'loop', max_iterations: 2 })
  const play = new Play(aWorkflow([aStep(1), aStep(2)], [aConnection(1, 2), loop])).start()
  const first = passOf(play.state, 1)
  expect(isSamePass(first, passOf(play.complete(1).state, 1))).toBe(true)
  expect(isSamePass(first, passOf(play.state, 2))).toBe(false)
  expect(isSamePass(first, passOf(play.complete(2).state, 1))).toBe(false)
  expect(isSamePass(first, null)).toBe(false)
  expect(isSamePass(null, null)).toBe(true)
})
