import { expect, test } from 'vitest'
import type { StepResource } from '../workflows/definition.ts'
import { plannedQuantity } from './planned-quantity.ts'
import { recordedUsage, resourceUsage } from './usage.ts'

const resource = (values: Partial<StepResource>): StepResource => ({
  id: 1,
  resource_type: 'material',
  name: 'Leather',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 2,
  unit: 'sq_ft',
  notes: null,
  is_optional: false,
  ...values,
})

test.each([
  { scales: true, type: 'material', quantity: 0.1, pieces: 3, planned: 0.3 },
  { scales: false, type: 'material', quantity: 0.1, pieces: 3, planned: 0.1 },
  { scales: true, type: 'tool', quantity: 1, pieces: 3, planned: 1 },
  { scales: true, type: 'material', quantity: null, pieces: 3, planned: null },
] as const)(
  'a $type of $quantity for $pieces pieces is planned with $planned',
  ({ scales, type, quantity, pieces, planned }) => {
    expect(plannedQuantity({ scales_with_quantity: scales }, { quantity, resource_type: type }, pieces)).toBe(planned)
  },
)

test('what was used is kept by the id in the inventory, and else by the id of what the step names', () => {
  const leather = resource({ id: 1, dynamic_material_id: 42 })
  const knife = resource({ id: 2, resource_type: 'tool', name: 'Knife', tool_id: 7, unit: null })
  const thread = resource({ id: 3, name: 'Thread', unit: 'm' })
  const resource_usage = resourceUsage([
    { resource: leather, actual_quantity: 1.8, waste: 0.2 },
    { resource: knife, actual_duration: 12, condition: 'worn' },
    { resource: thread, actual_quantity: 0.1 + 0.2 },
  ])
  expect(resource_usage).toEqual({
    materials: { 42: { actual_quantity: 1.8, unit: 'sq_ft', waste: 0.2 } },
    tools: { 7: { actual_duration: 12, condition: 'worn' } },
    others: [{ resource_id: 3, resource_type: 'material', name: 'Thread', actual_quantity: 0.3, unit: 'm' }],
  })
  expect(recordedUsage({ resource_usage }, leather)).toMatchObject({ actual_quantity: 1.8 })
  expect(recordedUsage({ resource_usage }, knife)).toMatchObject({ condition: 'worn' })
  expect(recordedUsage({ resource_usage }, thread)).toMatchObject({ actual_quantity: 0.3 })
})

test('a step that names the same material twice keeps both amounts', () => {
  const [panel, lining] = [1, 2].map(id => resource({ id, dynamic_material_id: 42 }))
  if (panel === undefined || lining === undefined) throw new Error('There are two.')
  const resource_usage = resourceUsage([
    { resource: panel, actual_quantity: 1.8 },
    { resource: lining, actual_quantity: 0.5 },
  ])
  expect(recordedUsage({ resource_usage }, panel)).toMatchObject({ actual_quantity: 1.8, unit: 'sq_ft' })
  expect(recordedUsage({ resource_usage }, lining)).toMatchObject({ actual_quantity: 0.5, dynamic_material_id: 42 })
})

test('what was left for later, or never stated, is not recorded', () => {
  expect(recordedUsage({ resource_usage: null }, resource({}))).toBeNull()
  expect(recordedUsage({}, resource({}))).toBeNull()
  expect(recordedUsage(null, resource({}))).toBeNull()
  expect(recordedUsage({ resource_usage: { others: [{ resource_id: 9 }] } }, resource({}))).toBeNull()
})
