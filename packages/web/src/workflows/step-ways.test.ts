import { expect, test } from 'vitest'
import { sampleWorkflows } from '../testing/fake-api/samples.ts'
import { compiledOf } from './compiled-of.ts'
import { listSteps } from './step-ways.ts'

const [, box] = sampleWorkflows()
const steps = box ? listSteps(compiledOf(box)) : []

test('listSteps() numbers the steps in the author’s order', () => {
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
})

test('listSteps() says of each option of a decision which step it leads to', () => {
  const decisions = steps.filter(({ options }) => options.length > 0)
  expect(decisions.length).toBeGreaterThan(0)
  for (const { options } of decisions)
    for (const { next } of options)
      for (const { number, name } of next) expect(steps[number - 1]?.step.definition.name).toBe(name)
  expect(decisions.flatMap(({ options }) => options).every(({ next }) => next.length > 0)).toBe(true)
})

test('listSteps() says nothing of a step that simply leads to the next one', () => {
  const [first] = steps
  expect(first?.onward).toEqual([])
})
