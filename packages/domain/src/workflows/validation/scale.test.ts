import { describe, expect, it } from 'vitest'
import { aLargeWorkflow } from '../../testing/large-workflow.ts'
import { benchValidation } from '../../testing/validation-bench.ts'
import { aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { validateDefinition } from '../validate.ts'

describe('the cost of the validation', () => {
  it('finds nothing to say of the workflow it is measured with, which has something of everything', () => {
    const { steps, connections } = aLargeWorkflow(100)
    expect(new Set(connections.map(({ connection_type }) => connection_type)).size).toBe(6)
    expect(steps).toHaveLength(100)
    expect(validateDefinition(aLargeWorkflow(100))).toEqual([])
  })

  it('grows with the steps: 4,000 cost at most 10 times what 1,000 cost', () => {
    // oxlint-disable-next-line no-restricted-globals -- the test brings the clock that the domain has not
    const cost = (steps: number) => benchValidation(() => performance.now(), { steps, rounds: 8 }).validate
    const small = cost(1_000)
    expect(cost(4_000)).toBeLessThan(small * 10)
  })

  it('stays within bounds where thousands of branches are under way at once', () => {
    const ids = Array.from({ length: 4_998 }, (_, index) => index + 2)
    const wide = aWorkflow(
      [aStep(1), ...ids.map(id => aStep(id)), aStep(5_000)],
      ids.flatMap(id => [
        aConnection(1, id, { id, connection_type: 'parallel' }),
        aConnection(id, 5_000, { id: id + 10_000 }),
      ]),
    )
    expect(validateDefinition(wide)).toEqual([])
  })
})
