import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CommandRecord } from '../executions/event.ts'
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

/** The steps that were completed or skipped by these: a way back may have opened them again, and passed them by then. */
function doneIn(records: readonly CommandRecord[]): ReadonlySet<number> {
  const changes = records.flatMap(({ events }) => events.flatMap(event => (event.type === 'step_changed' ? event : [])))
  return new Set(changes.filter(({ to }) => ['completed', 'skipped'].includes(to.status)).map(one => one.step_id))
}

const arbitraryPicks = fc.array(fc.nat(5), { minLength: 60, maxLength: 60 })

it('what is certain is done on whatever way a run comes to its end, and nothing is done that was not said to be possible', () => {
  let ended = 0
  fc.assert(
    fc.property(arbitraryWorkflow, fc.nat(6), arbitraryPicks, (workflow, soFar, picks) => {
      const play = new Play(workflow).start({ wood: 1 })
      const goFurther = (pick: number) => goOn(play.wait(60 * 24 * 7), pick)
      picks.slice(0, soFar).every(goFurther)
      const { certain, possible } = stepsAhead(play)
      const asked = play.records.length
      const said = new Set([...doneIn(play.records), ...[...certain, ...possible].map(({ id }) => id)])
      picks.every(pick => {
        for (const id of play.available) expect(said.has(id), `step ${id} was not said to be possible`).toBe(true)
        return goFurther(pick)
      })
      if (play.state.status !== 'completed') return
      ended += 1
      const done = doneIn(play.records.slice(asked))
      for (const { id } of certain) expect(done.has(id), `step ${id} was said to be certain`).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(ended).toBeGreaterThan(100)
})
