import { expect, test } from 'vitest'
import type { StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'
import { smallWorkflow } from '../../../testing/small-workflow.ts'
import { gatherByKind, gatherByStep } from './gather-groups.ts'

let ids = 0
const resource = (name: string, values: Partial<StepResource> = {}): StepResource => ({
  id: ++ids,
  resource_type: 'material',
  name,
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: 'm',
  notes: null,
  is_optional: false,
  ...values,
})
const tool = { resource_type: 'tool', quantity: 1, unit: 'piece' } as const

const steps = smallWorkflow(
  [
    {
      id: 1,
      name: 'Cut',
      scales_with_quantity: true,
      resources: [resource('Thread', { quantity: 0.1 }), resource('Knife', tool)],
    },
    { id: 2, name: 'Rest' },
    { id: 3, name: 'Sew', resources: [resource('thread', { quantity: 0.2, notes: 'waxed' }), resource('Knife', tool)] },
  ],
  [],
).steps as unknown as readonly StepDefinition[]

test('by kind each thing stands once: materials add up for all pieces, tools do not', () => {
  const [materials, tools] = gatherByKind(steps, 3)
  expect(materials?.lines).toMatchObject([{ name: 'Thread', quantity: 0.5, unit: 'm', notes: ['waxed'] }])
  expect(materials?.lines[0]?.ids).toHaveLength(2)
  expect(tools).toMatchObject({ key: 'tool', lines: [{ name: 'Knife', quantity: 1 }] })
})

test('by step each step that needs something has its own lines', () => {
  expect(gatherByStep(steps, 1).map(({ key, lines }) => [key, lines.length])).toEqual([
    ['1', 2],
    ['3', 2],
  ])
})
