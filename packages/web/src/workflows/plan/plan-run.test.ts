import { expect, test } from 'vitest'
import { sampleWorkflows } from '../../testing/fake-api/samples.ts'
import { compiledOf } from '../compiled-of.ts'
import { plannedWays } from './plan-run.ts'

const box = sampleWorkflows().find(({ name }) => /Box/.test(name))

test('plannedWays() finds ways that end in the outcome asked for, the quickest first', () => {
  if (box === undefined) throw new Error('no box')
  const workflow = compiledOf(box)
  expect(box.outcomes.length).toBeGreaterThan(1)
  for (const { id } of box.outcomes) {
    const ways = plannedWays(workflow, id, 0)
    expect(ways.length).toBeGreaterThan(0)
    expect(ways.every(({ outcome_id }) => outcome_id === id)).toBe(true)
    expect(ways.map(({ minutes }) => minutes)).toEqual(ways.map(({ minutes }) => minutes).toSorted((a, b) => a - b))
    expect(new Set(ways.map(way => way.id)).size).toBe(ways.length)
  }
})

test('plannedWays() knows the steps of each way, and no others', () => {
  if (box === undefined) throw new Error('no box')
  const ways = plannedWays(compiledOf(box), null, 0)
  expect(ways[0]?.steps.length).toBeGreaterThan(5)
  expect(ways[0]?.steps.length).toBeLessThan(box.steps.length)
  for (const { minutes, at_most, work } of ways) {
    expect(at_most).toBeGreaterThanOrEqual(minutes)
    expect(work).toBeGreaterThan(0)
  }
})
