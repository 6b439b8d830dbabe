import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../workflows/definition.ts'
import { readPreset } from './read-preset.ts'

const good = () => ({
  preset_info: { name: 'Key fob' },
  workflow: {
    default_locale: 'en',
    steps: [
      {
        id: 'cut',
        name: 'Cut',
        step_type: 'instruction',
        resources: [{ id: 'knife', resource_type: 'tool', name: 'Knife' }],
      },
      {
        id: 2,
        name: 'Choose the edge',
        step_type: 'decision',
        decision_options: [{ id: 'burnish', option_text: 'Burnish' }, { option_text: 'Leave raw' }],
      },
    ],
    connections: [{ source_step: 'cut', target_step: 2 }],
    outcomes: [{ id: 'fob', name: 'Finished fob', is_default: true, success_criteria: ['It shines'] }],
    paths: [
      {
        id: 'short',
        name: 'The short way',
        difficulty_level: 'beginner',
        estimated_duration: 15,
        steps: [{ step: 'cut' }, { step: '2', is_optional: true, skip_condition: { edge: 'raw' } }],
      },
    ] as JsonValue[],
    translations: {
      de: {
        name: 'Schlüsselanhänger',
        steps: { cut: { name: 'Zuschneiden', tips: ['Scharfe Klinge'] }, 2: { name: 'Kante wählen' } },
        resources: { knife: { name: 'Messer', notes: 'Scharf' } },
        outcomes: { fob: { name: 'Fertiger Anhänger', success_criteria: ['Er glänzt'] } },
        decision_options: { burnish: { option_text: 'Polieren' } },
        paths: { short: { name: 'Der kurze Weg' } },
      },
    } as JsonValue,
    theme: { name: 'Oak', color_scheme: { primary: '#8A5A2B' } } as JsonValue,
  },
})

const read = (change: (preset: ReturnType<typeof good>) => void = () => {}) => {
  const preset = good()
  change(preset)
  return readPreset(preset)
}
const faults = (change: (preset: ReturnType<typeof good>) => void) =>
  read(change).errors.map(({ path, code }) => [path, code])

const path = (more: object) => [{ name: 'Way', steps: [{ step: 'cut' }], ...more }] as JsonValue[]

describe('readPreset', () => {
  it('reads paths, translations and theme, and fills in what may be left out', () => {
    const reading = read()
    expect(reading.errors).toEqual([])
    if (!reading.ok) throw new Error('not read')
    const { paths, translations, theme } = reading.preset.workflow
    expect(paths[0]?.steps).toEqual([
      { step: 'cut', step_order: 1, is_optional: false, skip_condition: null },
      { step: '2', step_order: 2, is_optional: true, skip_condition: { edge: 'raw' } },
    ])
    expect(translations).toEqual(good().workflow.translations)
    expect(theme).toEqual({
      name: 'Oak',
      description: null,
      color_scheme: { version: 1, primary: '#8A5A2B', accent: null, step_types: {} },
      icon_set: 'line',
    })
  })

  it('reads a preset that has none of them', () => {
    const reading = readPreset({
      preset_info: { name: 'Fob' },
      workflow: { steps: [{ id: 1, name: 'Cut', step_type: 'tool' }] },
    })
    if (!reading.ok) throw new Error('not read')
    expect(reading.preset.workflow).toMatchObject({ paths: [], translations: {}, theme: null })
  })

  it.each([
    [path({ name: ' ' }), '/workflow/paths/0/name', 'preset.missing_field'],
    [path({ steps: [{ step: 'nowhere' }] }), '/workflow/paths/0/steps/0/step', 'preset.unknown_step'],
    [path({ steps: [{ step: 2 }, { step: '2' }] }), '/workflow/paths/0/steps/1/step', 'preset.duplicate_step'],
    [
      path({ steps: [{ step: 2 }, { step: 'cut', step_order: 1 }] }),
      '/workflow/paths/0/steps/1/step_order',
      'preset.duplicate_order',
    ],
    [path({ steps: [{}] }), '/workflow/paths/0/steps/0/step', 'preset.missing_field'],
    [path({ steps: [{ step: 2, skip_condition: 7 }] }), '/workflow/paths/0/steps/0/skip_condition', 'preset.type'],
    [path({ estimated_duration: 86_401 }), '/workflow/paths/0/estimated_duration', 'preset.out_of_range'],
    [path({ difficulty_level: 'easy' }), '/workflow/paths/0/difficulty_level', 'preset.unknown_value'],
    [path({ colour: 'red' }), '/workflow/paths/0/colour', 'preset.unknown_field'],
    [[...path({ id: 1 }), ...path({ id: '1' })], '/workflow/paths/1/id', 'preset.duplicate_id'],
    [Array.from({ length: 101 }, (_, i) => path({ name: `${i}` })[0] ?? null), '/workflow/paths', 'preset.too_long'],
  ])('refuses the paths %j at %s', (paths, at, code) => {
    const found = faults(preset => {
      preset.workflow.paths = paths
      preset.workflow.translations = {}
    })
    expect(found).toEqual([[at, code]])
  })

  it.each([
    [{ en: { name: 'Fob' } }, '/en', 'preset.default_locale'],
    [{ german: { name: 'Fob' } }, '/german', 'preset.unknown_value'],
    [{ '../de': { name: 'Fob' } }, '/..~1de', 'preset.unknown_value'],
    [{ de: 'Anhänger' }, '/de', 'preset.type'],
    [{ de: { title: 'Anhänger' } }, '/de/title', 'preset.unknown_field'],
    [{ de: { steps: [] } }, '/de/steps', 'preset.type'],
    [{ de: { steps: { saw: { name: 'Sägen' } } } }, '/de/steps/saw', 'preset.unknown_step'],
    [{ de: { steps: { cut: { step_type: 'tool' } } } }, '/de/steps/cut/step_type', 'preset.unknown_field'],
    [{ de: { steps: { cut: { name: 'x'.repeat(201) } } } }, '/de/steps/cut/name', 'preset.too_long'],
    [{ de: { resources: { saw: { name: 'Säge' } } } }, '/de/resources/saw', 'preset.unknown_resource'],
    [{ de: { resources: { knife: { name: '', unit: 'Stück' } } } }, '/de/resources/knife/unit', 'preset.unknown_field'],
    [{ de: { resources: { knife: { name: 'Mes\nser' } } } }, '/de/resources/knife/name', 'preset.text'],
    [{ de: { outcomes: { fob: { success_criteria: [7] } } } }, '/de/outcomes/fob/success_criteria/0', 'preset.type'],
    [{ de: { outcomes: { fob: { success_criteria: {} } } } }, '/de/outcomes/fob/success_criteria', 'preset.type'],
    [{ de: { outcomes: { box: { name: 'Kiste' } } } }, '/de/outcomes/box', 'preset.unknown_outcome'],
    [{ de: { decision_options: { 1: {} } } }, '/de/decision_options/1', 'preset.unknown_option'],
    [{ de: { paths: { constructor: {} } } }, '/de/paths/constructor', 'preset.unknown_path'],
  ])('refuses the translations %j at %s', (translations, at, code) => {
    const found = faults(preset => {
      preset.workflow.translations = translations as JsonValue
    })
    expect(found).toEqual([[`/workflow/translations${at}`, code]])
  })

  it.each([
    ['Oak', '', 'preset.type'],
    [{ color_scheme: {} }, '/name', 'preset.missing_field'],
    [{ name: 'Oak' }, '/color_scheme', 'preset.theme_colors'],
    [{ name: 'Oak', color_scheme: {} }, '/color_scheme/primary', 'preset.theme_colors'],
    [
      { name: 'Oak', color_scheme: { primary: '#8A5A2B', accent: 'red' } },
      '/color_scheme/accent',
      'preset.theme_colors',
    ],
    [
      { name: 'Oak', color_scheme: { primary: '#8A5A2B', step_types: { tool: 1 } } },
      '/color_scheme/step_types/tool',
      'preset.theme_colors',
    ],
    [{ name: 'Oak', color_scheme: { primary: '#8A5A2B' }, icon_set: 'wood' }, '/icon_set', 'preset.unknown_value'],
    [{ name: 'Oak', color_scheme: {}, css: '' }, '/css', 'preset.unknown_field'],
  ])('refuses the theme %j at %s', (theme, at, code) => {
    const found = faults(preset => {
      preset.workflow.theme = theme
    })
    expect(found.filter(([place]) => place === `/workflow/theme${at}`)).toEqual([[`/workflow/theme${at}`, code]])
  })

  it('takes the colours of older files, and tells what it took otherwise', () => {
    const color_scheme = { primary: '#8a5a2b', secondary: '#1f5fa8', background: '#fff', text: 'black' }
    const reading = read(preset => {
      preset.workflow.theme = { name: 'Oak', color_scheme }
    })
    if (!reading.ok) throw new Error('not read')
    expect(reading.preset.workflow.theme?.color_scheme).toMatchObject({ primary: '#8A5A2B', accent: '#1F5FA8' })
    const code = 'preset.theme_colors'
    expect(reading.warnings.filter(warning => warning.code === code)).toEqual(
      ['secondary', 'background', 'text'].map(key => ({
        path: '/workflow/theme/color_scheme',
        code,
        message: expect.stringContaining(`“${key}”`),
      })),
    )
  })

  it('tells of texts that translate nothing', () => {
    const reading = read(preset => {
      preset.workflow.translations = {
        de: {
          description: 'Was es ist',
          steps: { cut: { name: 'Zuschneiden', instructions: 'Zieh.', tips: ['a', 'b'] } },
        },
      } as JsonValue
    })
    const at = '/workflow/translations/de'
    const places = reading.warnings.filter(({ code }) => code === 'preset.left_out').map(({ path }) => path)
    expect(places).toContain(`${at}/steps/cut/instructions`)
    expect(places).not.toContain(`${at}/steps/cut/name`)
    expect(reading.warnings[0]?.message).toMatch(/^There is no `\w+` to translate here/)
  })

  it('takes option ids that differ only', () => {
    const found = faults(preset => {
      preset.workflow.steps[1] = {
        id: 2,
        name: 'Choose',
        step_type: 'decision',
        decision_options: [
          { id: 'burnish', option_text: 'Yes' },
          { id: 'burnish', option_text: 'No' },
        ],
      } as never
    })
    expect(found).toEqual([['/workflow/steps/1/decision_options/1/id', 'preset.duplicate_id']])
  })

  it('takes resource ids that differ only, over all steps', () => {
    const found = faults(preset => {
      preset.workflow.steps[1] = {
        id: 2,
        name: 'Burnish',
        step_type: 'tool',
        resources: [{ id: 'knife', resource_type: 'tool', name: 'Another knife' }],
      } as never
      preset.workflow.translations = {}
    })
    expect(found).toEqual([['/workflow/steps/1/resources/0/id', 'preset.duplicate_id']])
  })

  it('takes 5,000 steps and 20,000 connections at most', () => {
    const steps = Array.from({ length: 5001 }, (_, i) => ({ id: i, name: 'Cut', step_type: 'instruction' }))
    const connections = Array.from({ length: 20_001 }, () => ({ source_step: 1, target_step: 2 }))
    const preset = { preset_info: { name: 'Long' }, workflow: { steps, connections } }
    expect(readPreset(preset).errors.map(error => [error.path, error.message])).toEqual([
      ['/workflow/steps', 'Workflow: `steps` has 5001 entries; 5000 are allowed.'],
      ['/workflow/connections', 'Workflow: `connections` has 20001 entries; 20000 are allowed.'],
    ])
  })
})
