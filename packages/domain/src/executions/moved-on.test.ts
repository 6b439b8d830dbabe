import { expect, it } from 'vitest'
import { aChain } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import type { CommandRequest } from './command.ts'
import { movedOn } from './moved-on.ts'

it.each<[CommandRequest['type'], CommandRequest, boolean]>([
  ['start_timer', { type: 'start_timer', timer_id: 'tea', minutes: 4 }, false],
  ['note', { type: 'note', step_id: 1, text: 'Damp today' }, false],
  ['complete', { type: 'complete', step_id: 1 }, true],
  ['pause', { type: 'pause' }, true],
  ['cancel', { type: 'cancel' }, true],
  ['set_variables', { type: 'set_variables', variables: { glue: 'hide' } }, true],
])('movedOn() after %s', (_, request, expected) => {
  const play = new Play(aChain(3)).start()
  const before = play.state
  expect(movedOn(before, play.do(request).state)).toBe(expected)
})

it('movedOn() after a note on what is done', () => {
  const play = new Play(aChain(3)).start().complete(1)
  const before = play.state
  expect(movedOn(before, play.do({ type: 'note', step_id: 1, text: 'Damp that day' }).state)).toBe(false)
})
