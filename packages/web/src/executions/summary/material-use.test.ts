import type { JsonObject, StepDefinition } from '@hidesync/domain/workflows/definition'
import { expect, test } from 'vitest'
import { smallWorkflow } from '../../testing/small-workflow.ts'
import { materialUses, unrecorded, usedMark } from './material-use.ts'

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
const done = (definition: StepDefinition, data: JsonObject | null) => ({ definition, data, notes: null, minutes: null })
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

test('one record for two lines of a step that name the same thing of the inventory counts once', () => {
  const [thread] = cut.resources
  if (thread === undefined) throw new Error('It has a resource.')
  const twice = { ...cut, resources: [10, 11].map(id => ({ ...thread, id, dynamic_material_id: 42 })) }
  const record = { resource_usage: { materials: { 42: { actual_quantity: 5 } } } }
  expect(materialUses([done(twice, record)], 1)).toEqual([{ name: 'Thread', unit: 'm', planned: 4, used: 5 }])
})

test('each pass of a step uses its own', () => {
  expect(materialUses([done(sew, used(20, 1.8)), done(sew, used(20, 2.5))], 1)[0]).toMatchObject({
    planned: 4,
    used: 4.3,
  })
})

test('what was left for later is not recorded until a note says it', () => {
  const later = done(sew, { resource_usage: null })
  expect(unrecorded([later])).toEqual([later])
  expect(unrecorded([{ ...later, notes: 'The scales ⚖ were off' }])).toHaveLength(1)
  expect(unrecorded([{ ...later, notes: `nice\n${usedMark} Im Nachhinein: 2 m Thread` }])).toEqual([])
  expect(unrecorded([done(sew, null)])).toEqual([])
})

test('of several passes each has to be recorded; the lines of it stand in the notes of the last', () => {
  const later = done(sew, { resource_usage: null })
  const line = `${usedMark} 2 m Thread`
  expect(unrecorded([later, later])).toHaveLength(2)
  expect(unrecorded([later, { ...later, notes: line }])).toHaveLength(1)
  expect(unrecorded([later, { ...later, notes: `${line}\n${line}` }])).toEqual([])
})
