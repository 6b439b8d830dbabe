import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { copyDefinition } from '@hidesync/domain/presets/copy-definition'
import type { Preset } from '@hidesync/domain/presets/preset'
import { presetToDefinition } from '@hidesync/domain/presets/preset-to-definition'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arbitraryPreset } from '../../testing/arbitrary-preset.ts'
import { hidesyncBpmn } from '../formats/bpmn-extension.ts'
import { writeBpmn } from '../formats/write-bpmn.ts'
import { readSource } from './read-source.ts'

const folder = new URL('../../../../../presets/', import.meta.url)
const library = readdirSync(folder).filter(name => name.endsWith('.json'))

const presetOf = (value: unknown): Preset => {
  const checked = checkPreset(value)
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors.slice(0, 3)))
  return checked.preset
}
const sample = (file: string): Preset => presetOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))

async function throughBpmn(xml: string): Promise<{ readonly preset: Preset; readonly leftOut: readonly string[] }> {
  const bytes = new TextEncoder().encode(xml)
  const { value, warnings } = await readSource({ bytes, type: 'application/bpmn+xml', format: null, name: null })
  return { preset: presetOf(value), leftOut: warnings.map(({ message }) => message) }
}

/** All of a workflow that BPMN can hold, with ids that count on, so that equal workflows are equal. */
function held(preset: Preset) {
  const { preset_info, workflow } = preset
  const { default_locale, has_multiple_outcomes } = workflow
  const counter =
    (last = 0) =>
    () =>
      (last += 1)
  const graph = copyDefinition(presetToDefinition(preset, counter(100)), counter())
  return { preset_info, default_locale, has_multiple_outcomes, graph: { ...graph, paths: [] } }
}

describe('a workflow taken along as BPMN', () => {
  it('comes back the same, whatever its graph and its texts', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPreset, async preset => {
        const xml = await writeBpmn(preset, 'en')
        expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([])
        const { preset: again, leftOut } = await throughBpmn(xml)
        expect(leftOut).toEqual([])
        expect(held(again)).toEqual(held(preset))
      }),
      { numRuns: 100 },
    )
  })

  it.each(library)('comes back as %s, but for what the report names', async file => {
    const preset = sample(file)
    const { preset: again, leftOut } = await throughBpmn(await writeBpmn(preset, 'en'))
    expect(held(again)).toEqual(held(preset))
    const { paths, translations } = preset.workflow
    const named = [...paths.map(({ name }) => name.slice(0, 60)), ...Object.keys(translations)]
    for (const name of named) expect(leftOut.join('\n')).toContain(`“${name}”`)
  })

  it('leaves out what BPMN has no place for, and the report of importing it names each', async () => {
    const box = sample('simple_woodworking.json')
    const theme = {
      name: 'Timber',
      description: null,
      color_scheme: { version: 1, primary: '#6B4F1D', accent: null, step_types: {} },
      icon_set: 'line',
    } as const
    const apron = { name: 'Apron', quantity: null, unit: null, is_optional: true, notes: null }
    const { leftOut } = await throughBpmn(
      await writeBpmn(
        {
          ...box,
          workflow: { ...box.workflow, theme },
          required_resources: { ...box.required_resources, tools: [...box.required_resources.tools, apron] },
          metadata: { version: '1.0', safety_notes: ['Goggles'] },
        },
        'en',
      ),
    )
    const rest = 'JSON and YAML keep everything.'
    const paths = box.workflow.paths.map(({ name }) => `“${name}”`).join(', ')
    expect(leftOut).toEqual([
      `BPMN has no place for the named paths (${paths}): ${rest}`,
      `BPMN has no place for the translations (“de”, “fr”, “es”): ${rest}`,
      `BPMN has no place for the theme (“Timber”): ${rest}`,
      `BPMN has no place for the resources that no step needs (“Apron”): ${rest}`,
      `BPMN has no place for the metadata (“safety_notes”): ${rest}`,
    ])
  })

  it('shows the words of every option to other tools, also of one that only sets a variable', async () => {
    const xml = await writeBpmn(sample('simple_woodworking.json'), 'en')
    const { elementsById } = await new BpmnModdle().fromXML(xml)
    const words = ['step_3', 'step_14'].map(id =>
      (elementsById[id]?.['outgoing'] as ModdleElement[] | undefined)?.map(flow => String(flow['name'])),
    )
    expect(words).toEqual([
      [
        'Box joints: strong and straightforward, about 85 minutes',
        'Dovetails: the finest corner, about 120 minutes',
        'Rabbets: plain and quick, about 35 minutes',
      ],
      ['Paint: a storage box that can be wiped', 'Danish oil: a keepsake box that shows its wood'],
    ])
  })

  it('can be changed in another tool on the way', async () => {
    const xml = await writeBpmn(sample('simple_woodworking.json'), 'en')
    const moddle = new BpmnModdle({ hidesync: hidesyncBpmn })
    const { rootElement, elementsById } = await moddle.fromXML(xml)
    const [process] = rootElement['rootElements'] as ModdleElement[]
    const elements = process?.['flowElements'] as ModdleElement[]
    const between = (source: string, target: string) =>
      elements.find(one => one['sourceRef'] === elementsById[source] && one['targetRef'] === elementsById[target])
    // Rabbets now go where the box joints go; a new step comes before the finish; the paint is gone.
    Object.assign(between('step_3', 'step_7') ?? {}, { targetRef: elementsById['step_4'] })
    const wipe = moddle.create('bpmn:ManualTask', { id: 'wipe', name: 'Wipe off the dust' })
    Object.assign(between('step_13', 'step_14') ?? {}, { targetRef: wipe })
    elements.push(
      wipe,
      moddle.create('bpmn:SequenceFlow', { id: 'new', sourceRef: wipe, targetRef: elementsById['step_14'] }),
    )
    const paint = elementsById['step_17']
    const isGone = (one: ModdleElement) => [one, one['sourceRef'], one['targetRef']].includes(paint)
    Object.assign(process ?? {}, { flowElements: elements.filter(one => !isGone(one)) })
    const { preset } = await throughBpmn((await moddle.toXML(rootElement)).xml)
    const { steps, connections } = preset.workflow
    const step = (name: string) => steps.find(one => one.name === name)
    expect(step('Choose the corner joint')?.decision_options.map(({ result_action }) => result_action)).toEqual([
      { set_variable: { joint: 'box' }, goto_step: 'step_4' },
      { set_variable: { joint: 'dovetail' }, goto_step: 'step_5' },
      { set_variable: { joint: 'rabbet' }, goto_step: 'step_4' },
    ])
    expect(step('Choose the finish')?.decision_options).toHaveLength(2)
    expect(step('Paint the first coat')).toBeUndefined()
    const ends = connections.map(({ source_step, target_step }) => `${source_step} ${target_step}`)
    expect(ends).toEqual(expect.arrayContaining(['step_13 wipe', 'wipe step_14', 'step_14 step_15']))
    expect(ends.filter(one => one.includes('step_17'))).toEqual([])
  })
})
