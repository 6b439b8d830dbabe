import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPreset } from './check-preset.ts'

const preset = (connections: readonly object[], steps?: readonly object[]) => ({
  preset_info: { name: 'Fob' },
  workflow: {
    steps: steps ?? [
      { id: 'a', name: 'Cut', step_type: 'instruction' },
      { id: 'b', name: 'Punch', step_type: 'instruction' },
      { id: 'c', name: 'Sew', step_type: 'instruction' },
    ],
    connections,
    outcomes: [{ name: 'Fob', is_default: true }],
  },
})
const chain = [
  { source_step: 'a', target_step: 'b' },
  { source_step: 'b', target_step: 'c' },
]

describe('checkPreset', () => {
  it('tells 500 findings of each kind and how many more there are', () => {
    const steps = Array.from({ length: 600 }, (_, id) => ({ id, name: `Step ${id}`, step_type: 'instruction' }))
    const { errors, warnings } = checkPreset(preset([], steps))
    expect(errors).toEqual([])
    expect(warnings).toHaveLength(501)
    expect(warnings.at(-1)).toMatchObject({ code: 'preset.more', message: expect.stringMatching(/^\d+ more findings/) })
    const circles = checkPreset(
      preset(
        steps.map(({ id }) => ({ source_step: id, target_step: id })),
        steps,
      ),
    )
    expect(circles.errors).toHaveLength(501)
  })

  it('cuts the place of what lies beneath a name of a million letters', () => {
    const translations = { de: { steps: { ['n'.repeat(1_000_000)]: { colour: 1, size: 2 } } } }
    const { errors } = checkPreset({ ...preset(chain), workflow: { ...preset(chain).workflow, translations } })
    expect(errors.length).toBeGreaterThan(1)
    for (const { path, message } of errors) expect(path.length + message.length).toBeLessThan(2000)
  })

  it('refuses in the JSON text of a condition what it would refuse in the file itself', () => {
    for (const condition of ['{"a":1,"a":2}', '{"__proto__":1}', '{"a":1e999}']) {
      const { errors } = checkPreset(preset([{ ...chain[0], condition }]))
      expect(errors).toEqual([
        {
          path: '/workflow/connections/0/condition',
          code: 'preset.source',
          message: expect.stringContaining("can't be read"),
        },
      ])
    }
  })

  it('gives the graph of a sound preset', () => {
    const checked = checkPreset(preset(chain))
    expect(checked.errors).toEqual([])
    if (!checked.ok) throw new Error('refused')
    expect(checked.definition.connections.map(c => [c.source_step_id, c.target_step_id])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })

  it('refuses a cycle without a loop connection, in the words and places of the preset', () => {
    const checked = checkPreset(preset([...chain, { source_step: 'c', target_step: 'b' }]))
    expect(checked.ok).toBe(false)
    expect(checked.errors.map(({ code }) => code)).toContain('WF-G06')
    for (const { path } of checked.errors) expect(path).toMatch(/^\/workflow\/(steps|connections)\/\d/)
    const loop = { source_step: 'c', target_step: 'b', connection_type: 'loop', condition: { again: true } }
    expect(checkPreset(preset([...chain, loop])).ok).toBe(true)
  })

  it('refuses a condition with an unknown operator, written as an object or as text', () => {
    for (const condition of [{ size: { near: 3 } }, '{"size": {"near": 3}}']) {
      const [first, ...rest] = chain
      const checked = checkPreset(preset([{ ...first, connection_type: 'conditional', condition }, ...rest]))
      expect(checked.errors).toEqual([
        {
          path: expect.stringMatching(/^\/workflow\/connections\/0/),
          code: 'WF-C01',
          message: expect.stringContaining('near'),
        },
      ])
    }
  })

  it('takes for warnings what could run but should not be published', () => {
    const checked = checkPreset(preset(chain))
    expect(checked.ok).toBe(true)
    expect(checked.warnings.map(({ code }) => code)).toContain('WF-S02')
  })

  it('reports faults of form alone where there are some: a graph that can not be read is not judged', () => {
    const checked = checkPreset(preset([{ source_step: 'a', target_step: 'z' }]))
    expect(checked.errors.map(({ code }) => code)).toEqual(['preset.unknown_step'])
  })

  it('never throws, whatever conditions and actions say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, asText) => {
        const source = asText ? JSON.stringify(value) : value
        const steps = [
          { id: 'a', name: 'Cut', step_type: 'instruction', condition_logic: source },
          {
            id: 'b',
            name: 'Way',
            step_type: 'decision',
            decision_options: [{ option_text: 'x', result_action: source }],
          },
          { id: 'c', name: 'Sew', step_type: 'instruction' },
        ]
        const [first, ...rest] = chain
        const checked = checkPreset(preset([{ ...first, condition: source }, ...rest], steps))
        expect(checked.ok).toBe(checked.errors.length === 0)
      }),
    )
  })
})
