import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { compile } from './compile.ts'
import { layersOf } from './layers.ts'

test('every step stands below all that leads to it, and no two stand in one place', () => {
  let ways = 0
  fc.assert(
    fc.property(arbitraryWorkflow, definition => {
      const workflow = compile(definition)
      const places = layersOf(workflow)
      expect(places.map(({ step_id }) => step_id)).toEqual(workflow.steps.map(({ id }) => id))
      expect(new Set(places.map(({ layer, column }) => `${layer} ${column}`)).size).toBe(places.length)
      for (const { incoming, index } of workflow.steps)
        for (const at of incoming) {
          ways += 1
          const source = workflow.connections[at]?.source ?? -1
          expect(places[source]?.layer).toBeLessThan(places[index]?.layer ?? -1)
        }
    }),
  )
  expect(ways).toBeGreaterThan(100)
})

test('a step stands as deep as its longest way, side by side with what can be done meanwhile, and a loop moves nothing', () => {
  const workflow = compile(
    aWorkflow(
      [aStep(1), aStep(2), aStep(3), aStep(4), aStep(5)],
      [
        aConnection(1, 2),
        aConnection(1, 3),
        aConnection(3, 4),
        aConnection(2, 5),
        aConnection(4, 5),
        aConnection(4, 3, { connection_type: 'loop' }),
      ],
    ),
  )
  expect(layersOf(workflow).map(({ layer, column }) => [layer, column])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
    [3, 0],
  ])
})
