import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPreset } from './read-preset.ts'

const good = () => ({
  preset_info: { name: 'Key fob', description: 'A first piece', difficulty: 'beginner', estimated_time: 30 },
  workflow: {
    name: 'Key fob',
    steps: [
      { id: 1, name: 'Cut', step_type: 'instruction', resources: [{ resource_type: 'tool', name: 'Knife' }] },
      {
        id: 'choose',
        name: 'Choose the edge',
        step_type: 'decision',
        decision_options: [
          { option_text: 'Burnish', result_action: '{"goto_step": 3}' },
          { option_text: 'Leave raw', result_action: { complete_with_outcome: 'raw' } },
        ],
      },
      { id: 3, name: 'Done', step_type: 'outcome', outcome: 'Finished fob' },
    ],
    connections: [
      { source_step: 1, target_step: 'choose', connection_type: 'sequential' },
      { source_step: 'choose', target_step: '3', connection_type: 'choice', condition: '{"edge": "burnished"}' },
    ],
    outcomes: [
      { name: 'Finished fob', is_default: true },
      { id: 'raw', name: 'Raw fob' },
    ],
  },
  required_resources: { materials: [{ name: 'Leather', quantity: 0.1, unit: 'm2' }], tools: ['Knife'] },
  metadata: { anything: { goes: ['here', null] }, export_format_version: '1.0' },
})

type Json = Record<string, never>

/** The preset with one part replaced; `undefined` takes the field out. */
function withChange(path: string, value: unknown): unknown {
  const preset = good() as unknown as Json
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Json>((at, key) => at[key] as unknown as Json, preset)
  if (value === undefined) delete parent[last]
  else parent[last] = value as never
  return preset
}

const found = (value: unknown) => readPreset(value).errors.map(({ path, code, message }) => [path, code, message])

describe('readPreset', () => {
  it.each([
    ['As it is offered.', null, 'As it is offered.', []],
    [null, 'As the graph says.', 'As the graph says.', []],
    [' ', 'As the graph says.', 'As the graph says.', []],
    ['The same.', 'The same.', 'The same.', []],
    ['As it is offered.', 'As the graph says.', 'As it is offered.', ['/workflow/description']],
    ['As it is offered.', ' ', 'As it is offered.', []],
    [null, null, null, []],
  ])('takes one description of %j at the preset and %j at the graph: %j', (offered, graph, description, warned) => {
    const preset = good()
    const reading = readPreset({
      ...preset,
      preset_info: { ...preset.preset_info, description: offered },
      workflow: { ...preset.workflow, description: graph },
    })
    if (!reading.ok) throw new Error('not read')
    expect(reading.preset.preset_info.description).toBe(description)
    expect(reading.preset.workflow.description).toBe(description)
    expect(reading.warnings.map(({ path }) => path)).toEqual(warned)
    expect(reading.warnings.every(({ code }) => code === 'preset.two_descriptions')).toBe(true)
  })

  it('reads a preset and fills in what may be left out', () => {
    const reading = readPreset(good())
    expect(reading.errors).toEqual([])
    expect(reading.warnings).toEqual([])
    if (!reading.ok) throw new Error('not read')
    const { preset } = reading
    expect(preset.preset_info).toMatchObject({ tags: [], category: null })
    expect(preset.workflow.steps[1]).toMatchObject({ display_order: 2, is_decision_point: true, is_outcome: false })
    expect(preset.workflow.steps[2]).toMatchObject({ is_outcome: true, outcome: 'Finished fob' })
    expect(preset.workflow.outcomes.map(({ id }) => id)).toEqual([null, 'raw'])
    expect(preset.workflow.has_multiple_outcomes).toBe(true)
    expect(preset.workflow.connections[0]).toMatchObject({ is_default: false, condition: null, max_iterations: null })
    expect(preset.required_resources.tools).toEqual([
      { name: 'Knife', quantity: null, unit: null, is_optional: false, notes: null },
    ])
    expect(preset.metadata).toEqual(good().metadata)
  })

  it.each([
    ['/preset_info', undefined, 'preset.missing_section', 'Missing required section: preset_info.'],
    ['/workflow', undefined, 'preset.missing_section', 'Missing required section: workflow.'],
    ['/preset_info/name', '', 'preset.missing_field', 'Preset info must include a name.'],
    ['/preset_info/name', undefined, 'preset.missing_field', 'Preset info must include a name.'],
    ['/workflow/steps/1/name', ' ', 'preset.missing_field', 'Step 2 must have a name.'],
    ['/workflow/steps/0/step_type', undefined, 'preset.missing_field', 'Step 1 “Cut” must have a step_type.'],
    [
      '/workflow/connections/0/source_step',
      99,
      'preset.unknown_step',
      'Invalid source step in connection: 99. Connection 1 names a step that is not in this preset.',
    ],
    [
      '/workflow/connections/1/target_step',
      'nowhere',
      'preset.unknown_step',
      'Invalid target step in connection: nowhere. Connection 2 names a step that is not in this preset.',
    ],
    [
      '/workflow/steps/0/step_type',
      'dance',
      'preset.unknown_step_type',
      'Step 1 “Cut”: `step_type` must be one of instruction, material, tool, time, decision, milestone, outcome, quality_check, documentation, not "dance".',
    ],
    ['/workflow/steps/2/id', '1', 'preset.duplicate_id', 'Step 3 has the same id "1" as step 1; ids must differ.'],
    [
      '/workflow/steps/0/estimated_duration',
      -5,
      'preset.out_of_range',
      'Step 1 “Cut”: `estimated_duration` must be a number of minutes from 0 to 86,400, not -5.',
    ],
    [
      '/preset_info/estimated_time',
      86_401,
      'preset.out_of_range',
      'Preset info: `estimated_time` must be a number of minutes from 0 to 86,400, not 86401.',
    ],
    [
      '/preset_info/difficulty',
      'easy',
      'preset.unknown_value',
      'Preset info: `difficulty` must be one of beginner, intermediate, advanced, expert, not "easy".',
    ],
    [
      '/workflow/steps/0/instructions',
      'x'.repeat(20_001),
      'preset.too_long',
      'Step 1 “Cut”: `instructions` has 20001 characters; 20000 are allowed.',
    ],
    [
      '/workflow/steps/0/instructions',
      'bell \u0007',
      'preset.text',
      'Step 1 “Cut”: `instructions` contains control characters.',
    ],
    ['/preset_info/name', 'two\nlines', 'preset.text', 'Preset info: `name` has to be a single line.'],
    [
      '/workflow/steps/1/decision_options/0/result_action',
      '{"goto_step": 7}',
      'preset.unknown_step',
      'Option 1 “Burnish” of step 2 “Choose the edge”: `goto_step` names 7, which is no step of this preset.',
    ],
    [
      '/workflow/steps/1/decision_options/1/result_action',
      { complete_with_outcome: 'gold' },
      'preset.unknown_outcome',
      'Option 2 “Leave raw” of step 2 “Choose the edge”: `complete_with_outcome` names "gold", which is no outcome of this preset.',
    ],
    [
      '/workflow/steps/1/decision_options/0/result_action',
      'goto 7',
      'preset.type',
      'Option 1 “Burnish” of step 2 “Choose the edge”: `result_action` must be an object, or JSON text that holds an object, not "goto 7".',
    ],
    [
      '/workflow/steps/2/outcome',
      'Another',
      'preset.unknown_outcome',
      'Step 3 “Done”: `outcome` names "Another", which is no outcome of this preset.',
    ],
    [
      '/workflow/steps/0/colour',
      'red',
      'preset.unknown_field',
      expect.stringMatching(/^Step 1 “Cut” has an unknown field "colour"; its fields are .*instructions/),
    ],
    [
      '/workflow/connections/0/condition',
      '[1]',
      'preset.type',
      'Connection 1: `condition` must be an object, or JSON text that holds an object, not "[1]".',
    ],
    [
      '/workflow/steps/0/is_milestone',
      'yes',
      'preset.type',
      'Step 1 “Cut”: `is_milestone` must be true or false, not "yes".',
    ],
    ['/workflow/steps/0/parent_step', 1, 'preset.parent_cycle', 'Step 1 “Cut” is, by its parents, part of itself.'],
    ['/metadata', [1], 'preset.type', 'Metadata must be an object; it may hold anything.'],
  ])('finds what is wrong when %s is %j', (path, value, code, message) => {
    const findings = found(withChange(path, value)).filter(([where]) => where === path)
    expect(findings).toEqual([[path, code, message]])
  })

  it('says once that there are no steps, whether the list is empty or absent', () => {
    const preset = { preset_info: { name: 'x' }, workflow: {} }
    expect(found(preset)).toEqual([['/workflow/steps', 'preset.no_steps', 'Workflow must include steps.']])
    expect(found({ ...preset, workflow: { steps: [] } })).toEqual(found(preset))
  })

  it('finds everything at once, each fault once', () => {
    const codes = readPreset({ preset_info: {}, workflow: { steps: [{}] }, extra: 1 }).errors.map(
      ({ path, code }) => `${path} ${code}`,
    )
    expect(codes).toEqual([
      '/preset_info/name preset.missing_field',
      '/workflow/steps/0/id preset.missing_field',
      '/workflow/steps/0/name preset.missing_field',
      '/workflow/steps/0/step_type preset.missing_field',
      '/extra preset.unknown_field',
    ])
  })

  it('does not call missing what is there and can’t be read', () => {
    expect(found(withChange('/workflow/steps/1/name', 5))).toEqual([
      ['/workflow/steps/1/name', 'preset.type', 'Step 2: `name` must be a text, not 5.'],
    ])
  })

  it('refuses nesting beyond 64 levels, in the file and inside JSON text, without looking further', () => {
    const nested = (depth: number) => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth)) as unknown
    expect(readPreset(withChange('/metadata', nested(63))).ok).toBe(true)
    expect(found(withChange('/metadata', nested(10_000)))).toEqual([
      [expect.anything(), 'preset.too_deep', expect.stringContaining('64')],
    ])
    const text = JSON.stringify(nested(65))
    expect(found(withChange('/workflow/steps/0/condition_logic', text))).toEqual([
      [
        expect.stringMatching(/^\/workflow\/steps\/0\/condition_logic/),
        'preset.too_deep',
        expect.stringContaining('64'),
      ],
    ])
  })

  it('refuses control characters and lone surrogates wherever they hide', () => {
    expect(found(withChange('/metadata', { 'a\u0000': 1 }))).toEqual([
      ['/metadata', 'preset.text', expect.stringContaining('control')],
    ])
    expect(found(withChange('/metadata', { a: ['\ud800'] }))).toEqual([
      ['/metadata/a/0', 'preset.text', expect.stringContaining('surrogate')],
    ])
  })

  it('takes prototype keys for data', () => {
    const metadata = JSON.parse('{"__proto__": {"ok": true}, "constructor": 1}') as unknown
    const reading = readPreset(withChange('/metadata', metadata))
    if (!reading.ok) throw new Error('not read')
    expect(JSON.stringify(reading.preset.metadata)).toBe('{"__proto__":{"ok":true},"constructor":1}')
    const step = JSON.parse('{"__proto__": 1}') as unknown
    expect(found(withChange('/workflow/steps/0', step)).map(([path]) => path)).toContain('/workflow/steps/0/__proto__')
  })

  it('lists no more than 500 findings and says how many there are beside', () => {
    const steps = Array.from({ length: 600 }, (_, id) => ({ id, step_type: 'time' }))
    const { errors } = readPreset({ preset_info: { name: 'x' }, workflow: { steps } })
    expect(errors).toHaveLength(501)
    expect(errors.at(-1)?.message).toContain('100 more')
  })

  it('answers any JSON with findings or a preset, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
        const reading = readPreset(value)
        expect(reading.ok).toBe(reading.errors.length === 0)
      }),
    )
  })

  it('never throws on a preset with any one part replaced by any JSON', () => {
    const paths: string[] = []
    const walk = (value: unknown, path: string): void => {
      if (path !== '') paths.push(path)
      if (typeof value === 'object' && value !== null)
        for (const [key, child] of Object.entries(value)) walk(child, `${path}/${key}`)
    }
    walk(good(), '')
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const reading = readPreset(withChange(path, value))
        expect(reading.ok).toBe(reading.errors.length === 0)
        for (const { message } of reading.errors) expect(message).toMatch(/[.…]$/)
      }),
      { numRuns: 500 },
    )
  })
})
