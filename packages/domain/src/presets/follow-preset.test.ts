import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareDefinitions } from '../workflows/compare.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'
import { definitionToPreset, type ExportedWorkflow } from './definition-to-preset.ts'
import { followPreset } from './follow-preset.ts'
import type { Preset, PresetWorkflow } from './preset.ts'
import { presetToDefinition } from './preset-to-definition.ts'
import { readPreset } from './read-preset.ts'

const library = new URL('../../../../presets/', import.meta.url)
const names = readdirSync(library).filter(name => name.endsWith('.json'))
const load = (name: string): Preset => {
  const read = readPreset(JSON.parse(readFileSync(new URL(name, library), 'utf8')))
  if (!read.ok) throw new Error(`${name} is no preset.`)
  return read.preset
}

/** Ids as in a database in which the lowest are those of this workflow: they look like places. */
const stored = (preset: Preset): WorkflowDefinition => {
  let last = 0
  return presetToDefinition(preset, () => (last += 1))
}

const exported = (preset: Preset, definition: WorkflowDefinition): PresetWorkflow => {
  const about: ExportedWorkflow = {
    ...preset.preset_info,
    id: 1,
    difficulty_level: preset.preset_info.difficulty,
    estimated_duration: preset.preset_info.estimated_time,
    default_locale: preset.workflow.default_locale,
    has_multiple_outcomes: preset.workflow.has_multiple_outcomes,
    metadata: {},
    required_resources: null,
    translations: {},
    theme: null,
  }
  return definitionToPreset(about, definition, '2026-01-01T00:00:00.000Z').workflow
}

const wallet = load('basic_leather_project.json')
const present = stored(wallet)
const follow = (change: (workflow: PresetWorkflow) => PresetWorkflow) => {
  const next = followPreset(change(exported(wallet, present)), present)
  return { next, changes: compareDefinitions(present, next) }
}
const stepNamed = ({ steps }: WorkflowDefinition, name: string) => steps.find(step => step.name === name)

describe('followPreset', () => {
  it.each(names)('changes nothing where nothing changed: %s', name => {
    const preset = load(name)
    const definition = stored(preset)
    const next = followPreset(exported(preset, definition), definition)
    expect(compareDefinitions(definition, next)).toMatchObject({ equal: true, changes: [] })
  })

  it.each(names)('makes the wallet into whatever the preset says: %s', name => {
    const other = load(name)
    const wanted = exported(other, stored(other))
    expect(exported(other, followPreset(wanted, present))).toEqual(wanted)
  })

  it('keeps the ids of steps that moved behind a new one, and of their parts', () => {
    const { next, changes } = follow(workflow => {
      const shift = (id: number | string | null) => (id === null ? null : Number(id) + 1)
      const [first] = workflow.steps
      if (first === undefined) throw new Error('There are no steps.')
      const steps = workflow.steps.map(step => ({
        ...step,
        id: Number(step.id) + 1,
        parent_step: shift(step.parent_step),
        decision_options: step.decision_options.map(option => ({ ...option, result_action: null })),
      }))
      return {
        ...workflow,
        steps: [{ ...first, id: 1, name: 'Lay out the tools', resources: [], decision_options: [] }, ...steps],
        connections: workflow.connections.map(way => ({
          ...way,
          source_step: Number(way.source_step) + 1,
          target_step: Number(way.target_step) + 1,
        })),
        paths: [],
      }
    })
    expect(changes.changes.filter(({ change }) => change === 'added')).toMatchObject([{ part: 'step' }])
    expect(changes.changes.filter(({ part, change }) => part !== 'path' && change === 'removed')).toEqual([])
    const added = stepNamed(next, 'Lay out the tools')?.id ?? 0
    expect(present.steps.map(({ id }) => id)).not.toContain(added)
    for (const { id, name } of present.steps) expect(stepNamed(next, name)?.id).toBe(id)
  })

  it('knows a step again that was renamed where it stands', () => {
    const [, second] = present.steps
    const { next } = follow(workflow => ({
      ...workflow,
      steps: workflow.steps.map((step, index) => (index === 1 ? { ...step, name: 'Quite another name' } : step)),
    }))
    expect(stepNamed(next, 'Quite another name')?.id).toBe(second?.id)
  })

  it('keeps what is linked to the workshop’s own stock', () => {
    const linked = {
      ...present,
      steps: present.steps.map(step => ({
        ...step,
        resources: step.resources.map(resource => ({ ...resource, tool_id: 7 })),
      })),
    }
    const count = linked.steps.flatMap(({ resources }) => resources).length
    const next = followPreset(exported(wallet, linked), linked)
    expect(next.steps.flatMap(({ resources }) => resources).filter(({ tool_id }) => tool_id === 7)).toHaveLength(count)
    expect(count).toBeGreaterThan(0)
  })
})
