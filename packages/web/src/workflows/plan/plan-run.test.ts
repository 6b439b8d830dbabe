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
  const joints = ['Cut the box joints', 'Saw and chop the tails', 'Scribe and cut the pins', 'Cut the rabbets']
  const ends = ['Oil the box', 'Oiled keepsake box', 'Paint the first coat', 'Painted storage box']
  const common = [
    'Set up the bench and check the stock',
    'Cut the parts to length',
    'Choose the corner joint',
    'Dry-fit the corners and sand the insides',
    'Glue up the box',
    'Leave the box in the clamps',
    'Check for square and gaps',
    'Flush the joints and fit the lid',
    'Choose the finish',
  ]
  const oiled = ['Oil the box', 'Oiled keepsake box']
  const own = ways.map(({ steps }) =>
    steps.map(({ name }) => name).filter(name => joints.includes(name) || ends.includes(name)),
  )
  expect(own).toEqual([
    ['Cut the rabbets', ...oiled],
    ['Cut the box joints', ...oiled],
    ['Cut the rabbets', 'Paint the first coat', 'Painted storage box'],
    ['Saw and chop the tails', 'Scribe and cut the pins', ...oiled],
  ])
  for (const { steps, minutes, at_most, work } of ways) {
    expect(steps.map(({ name }) => name).filter(name => !joints.includes(name) && !ends.includes(name))).toEqual(common)
    expect(at_most).toBeGreaterThan(minutes)
    expect(work).toBeLessThanOrEqual(minutes)
  }
  expect(ways.map(({ decisions }) => decisions.map(({ option_text }) => option_text.split(/[:,]/)[0]))).toEqual([
    ['Rabbets', 'Danish oil'],
    // Of the others, what is chosen otherwise.
    ['Box joints'],
    ['Paint'],
    ['Dovetails'],
  ])
  // Paint dries by itself for an hour before the second coat.
  expect(ways.map(({ minutes, work }) => minutes - work)).toEqual([0, 0, 60, 0])
})
