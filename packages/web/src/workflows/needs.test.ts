import type { StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'
import { expect, test } from 'vitest'
import { needsOf } from './needs.ts'

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
  resources.map(one => ({ resources: [one] }) as unknown as StepDefinition)

test('needsOf() adds up a material over the steps that use it', () => {
  expect(needsOf(steps(resource({ quantity: 0.1 }), resource({ quantity: 0.2 })), 'material')).toEqual([
    { name: 'Thread', quantity: 0.3, unit: 'm', is_optional: false },
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
    { name: 'Awl', quantity: 1, unit: null, is_optional: false },
  ])
})

test('needsOf() says optional only where every step says so', () => {
  const lines = needsOf(steps(resource({ is_optional: true }), resource({ quantity: null })), 'material')
  expect(lines).toEqual([{ name: 'Thread', quantity: 1, unit: 'm', is_optional: false }])
})
