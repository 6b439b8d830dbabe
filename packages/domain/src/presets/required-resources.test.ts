import { describe, expect, it } from 'vitest'
import type { StepDefinition, StepResource } from '../workflows/definition.ts'
import { namedByNoStep, requiredResources } from './required-resources.ts'

const resource = (part: Partial<StepResource>): StepResource => ({
  id: 1,
  resource_type: 'material',
  name: null,
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: null,
  unit: null,
  notes: null,
  is_optional: false,
  ...part,
})
const steps = (...resources: StepResource[][]) =>
  resources.map(list => ({ resources: list })) as unknown as StepDefinition[]

describe('requiredResources', () => {
  it('adds up what is used up, by name and unit, and counts a tool as often as the busiest step needs it', () => {
    const { materials, tools } = requiredResources(
      steps(
        [resource({ name: 'Thread', quantity: 2, unit: 'm', is_optional: true }), resource({ name: 'Glue' })],
        [
          resource({ name: 'thread ', quantity: 1.5, unit: 'm' }),
          resource({ name: 'Thread', quantity: 1, unit: 'piece' }),
        ],
        [
          resource({ resource_type: 'tool', name: 'Clamp', quantity: 4 }),
          resource({ resource_type: 'tool', name: 'Clamp', quantity: 2 }),
        ],
      ),
    )
    expect(materials.map(({ name, quantity, unit, is_optional }) => [name, quantity, unit, is_optional])).toEqual([
      ['Thread', 3.5, 'm', false],
      ['Glue', null, null, false],
      ['Thread', 1, 'piece', false],
    ])
    expect(tools.map(({ name, quantity }) => [name, quantity])).toEqual([['Clamp', 4]])
  })

  it('keeps what was listed for the project as a whole and no step names', () => {
    const entry = (name: string) => ({ name, quantity: 1, unit: null, is_optional: false, notes: null })
    const listed = { materials: [entry('Wax'), entry('Thread')], tools: [], documentation: [entry('Plan')] }
    const { materials, documentation } = requiredResources(steps([resource({ name: 'Thread', unit: 'm' })]), listed)
    expect(materials.map(({ name }) => name)).toEqual(['Thread', 'Wax'])
    expect(documentation.map(({ name }) => name)).toEqual(['Plan'])
    expect(namedByNoStep(steps([resource({ name: 'Thread', unit: 'm' })]), listed)).toEqual({
      materials: [entry('Wax')],
      tools: [],
      documentation: [entry('Plan')],
    })
  })

  it('names a resource that is only linked by what it is', () => {
    const { tools } = requiredResources(steps([resource({ resource_type: 'tool', tool_id: 12 })]))
    expect(tools[0]?.name).toBe('Unnamed tool')
  })
})
