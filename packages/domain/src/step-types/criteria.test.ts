import { expect, test } from 'vitest'
import { mustAcknowledge } from './acknowledge.ts'
import { criteriaOf, keepsTolerance } from './criteria.ts'

const plain = { standard: null, tolerance: null }
const of = (quality_standards: unknown) => criteriaOf({ condition_logic: JSON.stringify({ quality_standards }) })

test.each([
  {
    standards: ['Square', 'Flat'],
    criteria: [
      { ...plain, name: 'Square' },
      { ...plain, name: 'Flat' },
    ],
  },
  { standards: { gap: 'at most 1 mm' }, criteria: [{ name: 'gap', standard: 'at most 1 mm', tolerance: null }] },
  {
    standards: { gap: { max: 0.5, unit: 'mm' } },
    criteria: [{ name: 'gap', standard: null, tolerance: { min: null, max: 0.5, unit: 'mm' } }],
  },
  {
    standards: { width: { target: 95, tolerance: 1 } },
    criteria: [{ name: 'width', standard: null, tolerance: { min: 94, max: 96, unit: null } }],
  },
  {
    standards: { gap: { target: 0.7, tolerance: 0.1, unit: 'mm' } },
    criteria: [{ name: 'gap', standard: null, tolerance: { min: 0.6, max: 0.8, unit: 'mm' } }],
  },
  { standards: { look: { front: 'even' } }, criteria: [{ name: 'look', standard: 'front: even', tolerance: null }] },
  { standards: 'good', criteria: [] },
])('standards $standards are looked at one by one', ({ standards, criteria }) => {
  expect(of(standards)).toEqual(criteria)
})

test('a step without standards, or with a condition alone, has no criteria', () => {
  expect(criteriaOf({ condition_logic: null })).toEqual([])
  expect(criteriaOf({ condition_logic: { dry: true } })).toEqual([])
  expect(criteriaOf({ condition_logic: 'no JSON' })).toEqual([])
})

test.each([
  [{ min: 1, max: 2 }, 1, true],
  [{ min: 1, max: 2 }, 2, true],
  [{ min: 1, max: 2 }, 2.1, false],
  [{ min: 0.6, max: 0.8 }, 0.7 + 0.1, true],
  [{ min: null, max: 0.3 }, 0.1 + 0.2, true],
  [{ min: 0.6, max: 0.8 }, 0.801, false],
  [{ min: null, max: 2 }, -5, true],
  [{ min: 1, max: null }, 0.9, false],
] as const)('of %j the value %d is kept: %s', (bounds, value, kept) => {
  expect(keepsTolerance({ ...bounds, unit: null }, value)).toBe(kept)
})

test.each([
  [{ step_data: { must_ack: true } }, ['Hot'], true],
  ['{"step_data": {"must_ack": true}}', ['Hot'], true],
  [{ step_data: { must_ack: true } }, [], false],
  [{ step_data: { must_ack: 'yes' } }, ['Hot'], false],
  [{ step_data: 3 }, ['Hot'], false],
  [null, ['Hot'], false],
] as const)('%j with warnings %j has to be acknowledged: %s', (condition_logic, warnings, must) => {
  expect(mustAcknowledge({ condition_logic, warnings })).toBe(must)
})
