import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { describe, expect, it } from 'vitest'
import { contentOf } from './workflow-content.ts'

const step = {
  id: 7,
  name: 'Cut',
  description: null,
  instructions: 'Slowly.',
  detailed_instructions: null,
  step_type: 'instruction',
  display_order: 1,
  estimated_duration: 12.5,
  parent_step_id: null,
  is_milestone: false,
  is_decision_point: false,
  is_outcome: false,
  outcome_id: null,
  condition_logic: { all: [{ a: 1, b: { gte: 2, lt: 5 } }] },
  ui_position_x: null,
  ui_position_y: null,
  tips: ['Sharp blade'],
  warnings: [],
  scales_with_quantity: false,
  resources: [],
  decision_options: [],
}
const definition: WorkflowDefinition = { steps: [step], connections: [], outcomes: [], paths: [] }

/** The same JSON with the keys of every object the other way round. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, child]) => [key, reversed(child)]),
        )
      : value

describe('contentOf', () => {
  it('gives JSON that reads back as the definition, under a SHA-256', () => {
    const { content, content_hash } = contentOf(definition)
    expect({ ...JSON.parse(content), paths: [] }).toEqual(definition)
    expect(content_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('does not depend on the order of keys, nor on fields that are none', () => {
    expect(contentOf(reversed(definition) as WorkflowDefinition)).toEqual(contentOf(definition))
    const extended = { ...definition, steps: [{ ...step, draft: true }] } as unknown as WorkflowDefinition
    expect(contentOf(extended)).toEqual(contentOf(definition))
  })

  it('changes with every value', () => {
    const hash = (change: object) => contentOf({ ...definition, steps: [{ ...step, ...change }] }).content_hash
    const hashes = [{}, { id: 8 }, { tips: [] }, { condition_logic: '{"a":1}' }, { estimated_duration: 12 }].map(hash)
    expect(new Set(hashes).size).toBe(5)
  })
})
