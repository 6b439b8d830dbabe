import type { StepResource } from '@hidesync/domain/workflows/definition'
import { expect, test } from 'vitest'
import { needsOf, piecesFrom, quantityFor } from './needs.ts'

const resource = (changes: Partial<StepResource>): StepResource => ({
  id: 1,
  resource_type: 'material',
  name: 'Thread',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: 'm',
  notes: null,
  is_optional: false,
  ...changes,
})
const steps = (...resources: StepResource[]) =>
  resources.map(one => ({ resources: [one], scales_with_quantity: false }))

test('needsOf() adds up a material over the steps that use it', () => {
  expect(needsOf(steps(resource({ quantity: 0.1 }), resource({ quantity: 0.2 })), 'material')).toEqual([
    { name: 'Thread', quantity: 0.3, per_piece: 0, unit: 'm', is_optional: false },
  ])
})

test('needsOf() never adds up unlike units', () => {
  const lines = needsOf(steps(resource({}), resource({ unit: 'ft' })), 'material')
  expect(lines.map(({ quantity, unit }) => [quantity, unit])).toEqual([
    [1, 'm'],
    [1, 'ft'],
  ])
})

test('needsOf() lists a tool once, however many steps use it', () => {
  const tool = resource({ resource_type: 'tool', name: 'Awl', quantity: 1, unit: null })
  expect(needsOf(steps(tool, { ...tool, name: 'awl' }, resource({})), 'tool')).toEqual([
    { name: 'Awl', quantity: 1, per_piece: 0, unit: null, is_optional: false },
  ])
})

test('needsOf() says optional only where every step says so', () => {
  const lines = needsOf(steps(resource({ is_optional: true }), resource({ quantity: null })), 'material')
  expect(lines).toEqual([{ name: 'Thread', quantity: 1, per_piece: 0, unit: 'm', is_optional: false }])
})

test('quantityFor() multiplies only what steps say that they need for each piece', () => {
  const [thread] = needsOf(
    [
      { resources: [resource({ quantity: 2 })], scales_with_quantity: true },
      { resources: [resource({ quantity: 1 })], scales_with_quantity: false },
    ],
    'material',
  )
  expect(thread && [1, 2, 2.5].map(pieces => quantityFor(thread, pieces))).toEqual([3, 5, 6])
})

test.each([
  { quantity: 100, per_piece: 100, have: 140, pieces: 1.4 },
  { quantity: 3, per_piece: 2, have: 5, pieces: 2 },
  { quantity: 3, per_piece: 0, have: 5, pieces: null },
  { quantity: null, per_piece: 0, have: 5, pieces: null },
  { quantity: 5, per_piece: 1, have: 2, pieces: 0 },
])('piecesFrom() of $have, where one piece takes $quantity, is $pieces', ({ have, pieces, ...of }) => {
  expect(piecesFrom({ name: 'Leather', unit: 'dm2', is_optional: false, ...of }, have)).toBe(pieces)
})
