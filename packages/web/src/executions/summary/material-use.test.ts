import type { JsonObject, StepDefinition } from '@hidesync/domain/workflows/definition'
import { expect, test } from 'vitest'
import { smallWorkflow } from '../../testing/small-workflow.ts'
import { isUnrecorded, usedMark, materialUses } from './material-use.ts'

const [cut, sew] = smallWorkflow(
  [1, 2].map(id => ({
    id,
    name: `Step ${id}`,
    scales_with_quantity: id === 1,
    resources: [
      {
        id: id * 10,
        resource_type: 'material' as const,
        name: 'Thread',
        dynamic_material_id: null,
        tool_id: null,
        documentation_id: null,
        quantity: 2,
        unit: 'm',
        notes: null,
        is_optional: false,
      },
    ],
  })),
  [],
).steps as unknown as readonly [StepDefinition, StepDefinition]
const done = (definition: StepDefinition, data: JsonObject | null) => ({ definition, data, notes: null })
const used = (resource_id: number, actual_quantity: number) => ({
  resource_usage: { others: [{ resource_id, actual_quantity }] },
})

test('plan and use of a material add up over the steps, for all pieces', () => {
  expect(materialUses([done(cut, used(10, 5.5)), done(sew, used(20, 1.8))], 3)).toEqual([
    { name: 'Thread', unit: 'm', planned: 8, used: 7.3 },
  ])
})

test('where nothing was stated the plan was used; where it was left for later, nobody knows', () => {
  expect(materialUses([done(cut, null), done(sew, null)], 1)[0]?.used).toBe(4)
  expect(materialUses([done(cut, null), done(sew, { resource_usage: null })], 1)[0]?.used).toBeNull()
})

test('what was left for later is not recorded until a note says it', () => {
  const later = done(sew, { resource_usage: null })
  expect(isUnrecorded(later)).toBe(true)
  expect(isUnrecorded({ ...later, notes: 'The scales ⚖ were off' })).toBe(true)
  expect(isUnrecorded({ ...later, notes: `nice\n${usedMark} Im Nachhinein: 2 m Thread` })).toBe(false)
  expect(isUnrecorded(done(sew, null))).toBe(false)
})
