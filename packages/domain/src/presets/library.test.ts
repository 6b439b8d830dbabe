import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explore, smoothRuns } from '../testing/explore.ts'
import { compile } from '../workflows/compile.ts'
import { publishingProblems } from '../workflows/publishing.ts'
import { validateDefinition } from '../workflows/validate.ts'
import { checkPreset } from './check-preset.ts'
import type { RequiredResource } from './preset.ts'
import { requiredResources } from './required-resources.ts'

const folder = new URL('../../../../presets/', import.meta.url)
const files = readdirSync(folder).filter(file => file.endsWith('.json'))

const load = (file: string) => {
  const checked = checkPreset(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if (!checked.ok) throw new Error(`${file} is refused: ${JSON.stringify(checked.errors, null, 2)}`)
  return { ...checked, workflow: compile(checked.definition) }
}

const categories = ['leatherworking', 'woodworking', 'metalworking', 'fiber arts', 'general crafting']

/** What cuts, burns, poisons or gets into the lungs: a step that uses it has to say what to mind. */
const dangerous =
  /knife|knives|\bsaw\b|chisel|\bplane\b|drill|\bawl\b|forge|grinder|hydroxide|\blye\b|cement|danish oil|sanding|mordant|alum\b|wool combs|steam iron/i

const names = (steps: readonly { readonly name: string }[]) => steps.map(({ name }) => name)
const amounts = (list: readonly RequiredResource[]) =>
  new Map(list.map(({ name, quantity, unit, is_optional }) => [name, { quantity, unit, is_optional }]))

it('is a library: every file of the folder is read, and no two presets have one name', () => {
  expect(files.length).toBeGreaterThanOrEqual(2)
  const called = files.map(file => load(file).preset.preset_info.name.toLowerCase())
  expect(new Set(called).size).toBe(files.length)
})

describe.each(files)('%s', file => {
  const { preset, definition, workflow, warnings } = load(file)
  const { preset_info: info } = preset
  const { ends, stuck, completed } = explore(workflow)
  const smooth = smoothRuns(workflow)
  const near = (stated: number | null, { minutes, elapsed }: (typeof smooth)[number]) =>
    (stated ?? 0) > 0.8 * Math.min(minutes, elapsed) && (stated ?? 0) < 1.25 * Math.max(minutes, elapsed)

  it('is valid, without a warning, and could be published', () => {
    expect(warnings).toEqual([])
    expect(validateDefinition(definition).filter(({ severity }) => severity !== 'hint')).toEqual([])
    expect(publishingProblems({ description: preset.workflow.description }, definition)).toEqual([])
  })

  it('tells in the gallery what it is, for whom, and how to find it', () => {
    expect(categories).toContain(info.category?.toLowerCase())
    expect(info.difficulty).not.toBeNull()
    expect(info.tags.length).toBeGreaterThan(2)
    expect(info.description?.length).toBeGreaterThan(80)
    expect(preset.workflow.has_multiple_outcomes).toBe(definition.outcomes.length > 1)
  })

  it('comes to an end whatever is chosen, found or failed, with what was wanted in hand', () => {
    expect(stuck).toEqual([])
    expect(ends.filter(({ status }) => status !== 'completed')).toEqual([])
  })

  it('reaches each of its outcomes, and no step is there for nothing', () => {
    const reached = new Set(ends.map(({ selected_outcome_id }) => selected_outcome_id))
    expect(names(definition.outcomes.filter(({ id }) => !reached.has(id)))).toEqual([])
    expect(names(definition.steps.filter(({ id }) => !completed.has(id)))).toEqual([])
    expect(definition.outcomes.filter(({ is_default }) => is_default)).toHaveLength(1)
  })

  it('takes about the time it states when everything goes the usual way', () => {
    expect(smooth.slice(0, 1).filter(usual => near(info.estimated_time, usual))).toHaveLength(1)
  })

  it('recommends ways by name that somebody can go, in about the time that they state', () => {
    expect(definition.paths.length).toBeGreaterThan(0)
    expect(definition.paths.filter(({ is_default }) => is_default)).toHaveLength(1)
    const impossible = definition.paths.filter(({ steps, estimated_duration }) => {
      const all = new Set(steps.map(({ step_id }) => step_id))
      const firm = steps.filter(step => !step.is_optional && step.skip_condition === null)
      return !smooth.some(
        run =>
          [...run.steps].every(id => all.has(id)) &&
          firm.every(({ step_id }) => run.steps.has(step_id)) &&
          near(estimated_duration, run),
      )
    })
    expect(names(impossible)).toEqual([])
  })

  it('tells on every step what to do and for how long', () => {
    const silent = definition.steps.filter(
      ({ instructions, description, estimated_duration }) =>
        (instructions?.length ?? 0) < 80 || !description || !estimated_duration,
    )
    expect(names(silent)).toEqual([])
  })

  it('warns wherever something cuts, burns, poisons or dusts', () => {
    const used = definition.steps.filter(({ resources }) => resources.some(({ name }) => dangerous.test(name ?? '')))
    expect(used.length).toBeGreaterThan(0)
    expect(names(used.filter(({ warnings: said }) => said.length === 0))).toEqual([])
  })

  it('asks for a decision, checks its work, and lets faults be mended', () => {
    const kinds = new Set(workflow.steps.map(({ kind }) => kind))
    expect(kinds).toContain('decision')
    expect(kinds).toContain('quality_check')
    expect(workflow.loops.length).toBeGreaterThan(0)
    const criteria = definition.outcomes.map(({ success_criteria }) => success_criteria ?? [])
    expect(criteria.filter(list => !Array.isArray(list) || list.length < 2)).toEqual([])
  })

  it('lists exactly the materials, tools and papers that its steps use', () => {
    const { materials, tools, documentation } = requiredResources(definition.steps)
    expect(amounts(preset.required_resources.materials)).toEqual(amounts(materials))
    expect(amounts(preset.required_resources.tools)).toEqual(amounts(tools))
    expect(amounts(preset.required_resources.documentation)).toEqual(amounts(documentation))
  })

  it('can be drawn: every step has its own place', () => {
    const placed = definition.steps.map(({ name, ui_position_x: x, ui_position_y: y }) => ({ name, x, y }))
    expect(placed.filter(({ x, y }) => x === null || y === null)).toEqual([])
    const close = (a: number | null, b: number | null, size: number) => Math.abs((a ?? 0) - (b ?? 0)) < size
    const onTop = placed.filter((one, i) =>
      placed.slice(i + 1).some(other => close(one.x, other.x, 160) && close(one.y, other.y, 60)),
    )
    expect(names(onTop)).toEqual([])
  })

  it('names its sources in a way that one can follow', () => {
    const { sources = [] } = preset.metadata
    expect(sources).toEqual(
      (Array.isArray(sources) ? sources : []).map(() =>
        expect.objectContaining({
          title: expect.stringMatching(/\S/),
          url: expect.stringMatching(/^https?:\/\/\S+$/),
        }),
      ),
    )
  })
})
