import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { Play } from '../testing/play.ts'
import { stepsAhead } from './ahead.ts'

/** Does something with the first open step that lets it: completes it, passes it or takes an option. */
function goOn(play: Play, pick: number): boolean {
  const [id] = play.available
  const step = play.workflow.compiledStep(id ?? null)
  if (id === undefined || step === undefined) return false
  if (step.kind === 'decision') {
    const options = step.options.map(({ definition }) => definition.id)
    const turned = [...options.slice(pick % options.length), ...options.slice(0, pick % options.length)]
    return turned.some(option_id => play.try({ type: 'decide', step_id: id, option_id }).ok)
  }
  const data = step.kind === 'quality_check' ? { data: { verdict: 'pass' } } : {}
  return play.try({ type: 'complete', step_id: id, override: true, ...data }).ok
}

it('what is certain is done on whatever way a run comes to its end, and nothing is done that was not said to be possible', () => {
  let ended = 0
  fc.assert(
    fc.property(arbitraryWorkflow, fc.array(fc.nat(5), { minLength: 60, maxLength: 60 }), (workflow, picks) => {
      const play = new Play(workflow).start({ wood: 1 })
      const { certain, possible } = stepsAhead(play)
      const said = new Set([...certain, ...possible].map(({ id }) => id))
      for (const pick of picks) {
        play.wait(60 * 24 * 7)
        const before = play.available
        for (const id of before) expect(said.has(id), `step ${id}`).toBe(true)
        if (!goOn(play, pick)) break
      }
      if (play.state.status !== 'completed') return
      ended += 1
      for (const { id } of certain) expect(['completed', 'skipped'], `step ${id}`).toContain(play.status(id))
    }),
    { numRuns: 300 },
  )
  expect(ended).toBeGreaterThan(100)
})
