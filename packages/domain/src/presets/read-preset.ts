import { difficultyLevels, type JsonObject } from '../workflows/definition.ts'
import { checkReferences } from './check-references.ts'
import { checkTranslations } from './check-translations.ts'
import { Faults, shown } from './faults.ts'
import { jsonProblems } from './json-check.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import {
  exportFormatVersion,
  type Preset,
  type PresetFinding,
  type PresetInfo,
  type RequiredResource,
  type RequiredResources,
  type ResourceSection,
} from './preset.ts'
import { readWorkflow } from './read-graph.ts'
import { textLimits } from './text-rules.ts'

/** What reading a preset finds; the preset only if nothing is wrong with it. */
export type PresetReading = {
  readonly errors: readonly PresetFinding[]
  readonly warnings: readonly PresetFinding[]
} & ({ readonly ok: true; readonly preset: Preset } | { readonly ok: false })

function readInfo(place: Place, value: unknown): PresetInfo {
  const reader = new ObjectReader(place, value)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', 'Preset info must include a name.')
  const info: PresetInfo = {
    name: name ?? '',
    description: reader.text('description', textLimits.description),
    difficulty: reader.oneOf('difficulty', difficultyLevels),
    estimated_time: reader.minutes('estimated_time'),
    tags: reader.texts('tags', { each: textLimits.tag, count: 50, lines: 'one line' }),
    category: reader.text('category', textLimits.category, 'one line'),
  }
  reader.finish()
  return info
}

/** One needed thing; its name alone will do. */
function readRequired(place: Place, value: unknown): RequiredResource {
  const reader = new ObjectReader(place, typeof value === 'string' ? { name: value } : value)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `${place.label} must have a name.`)
  const resource: RequiredResource = {
    name: name ?? '',
    quantity: reader.number('quantity', { min: 0, max: 1e12, what: 'a number' }),
    unit: reader.text('unit', textLimits.unit, 'one line'),
    is_optional: reader.flag('is_optional', false),
    notes: reader.text('notes', textLimits.note),
  }
  reader.finish()
  return resource
}

function readRequiredResources(place: Place, value: unknown): RequiredResources {
  const reader = new ObjectReader(place, value ?? {})
  const section = (key: ResourceSection) =>
    reader
      .list(key, 1000)
      .map((entry, i) => readRequired(reader.within(`${key}/${i}`, `Entry ${i + 1} of \`${key}\``), entry))
  const resources = {
    materials: section('materials'),
    tools: section('tools'),
    documentation: section('documentation'),
  }
  reader.finish()
  return resources
}

function readMetadata(place: Place, value: unknown): JsonObject {
  if (value === undefined || value === null) return {}
  const isObject = typeof value === 'object' && !Array.isArray(value)
  if (!isObject) place.faults.add(place.path, 'preset.type', 'Metadata must be an object; it may hold anything.')
  return isObject ? (value as JsonObject) : {}
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** A workflow has one description: the one under which the preset is offered, or that of the graph where it has none. */
const descriptionOf = ({ preset_info, workflow }: Preset): string | null =>
  isBlank(preset_info.description) ? workflow.description : preset_info.description

/** With that description in both places, so that what is shown, translated and exported is the same. */
function describedOnce(preset: Preset): Preset {
  const description = descriptionOf(preset)
  const { preset_info, workflow } = preset
  return { ...preset, preset_info: { ...preset_info, description }, workflow: { ...workflow, description } }
}

function warningsOf(preset: Preset): PresetFinding[] {
  const warnings: PresetFinding[] = []
  const { description } = preset.workflow
  if (!isBlank(description) && description !== descriptionOf(preset))
    warnings.push({
      path: '/workflow/description',
      code: 'preset.two_descriptions',
      message:
        'The preset is described twice, in different words. The description in `preset_info` is what is shown and translated: leave this one out, or make it the same.',
    })
  const version = preset.metadata['export_format_version']
  if (version !== undefined && version !== exportFormatVersion)
    warnings.push({
      path: '/metadata/export_format_version',
      code: 'preset.format_version',
      message: `The preset says it is of format ${shown(version)}; it is read as format ${exportFormatVersion}.`,
    })
  return warnings
}

function readSections(faults: Faults, value: unknown, stepTypes?: readonly string[]): Preset {
  const reader = new ObjectReader({ faults, path: '', label: 'The preset' }, value)
  const required = (key: 'preset_info' | 'workflow') => {
    const section = reader.raw(key)
    if (section === undefined) reader.fault(key, 'preset.missing_section', `Missing required section: ${key}.`)
    return section
  }
  const info = required('preset_info')
  const workflow = required('workflow')
  const nothing = new Faults()
  const preset: Preset = {
    // A missing section is one finding, not one for every field that it would have.
    preset_info: readInfo(
      { faults: info === undefined ? nothing : faults, path: '/preset_info', label: 'Preset info' },
      info,
    ),
    workflow: readWorkflow(
      { faults: workflow === undefined ? nothing : faults, path: '/workflow', label: 'Workflow' },
      workflow,
      stepTypes,
    ),
    required_resources: readRequiredResources(
      reader.within('required_resources', 'Required resources'),
      reader.raw('required_resources'),
    ),
    metadata: readMetadata(reader.within('metadata', 'Metadata'), reader.raw('metadata')),
  }
  reader.finish()
  return preset
}

/**
 * Reads a preset, whatever JSON it is given, and finds every fault at once: each with the place in the file, a stable code
 * and a sentence. `stepTypes`: the codes that there are, those of the system unless stated. What a condition says is checked with the graph: see `checkPreset`.
 */
export function readPreset(value: unknown, stepTypes?: readonly string[]): PresetReading {
  const faults = new Faults()
  const problems = jsonProblems(value, '')
  const tooDeep = problems.find(({ code }) => code === 'preset.too_deep')
  // Nothing else looks at JSON that is nested too deeply.
  if (tooDeep !== undefined) return { ok: false, errors: [tooDeep], warnings: [] }
  const preset = readSections(faults, value, stepTypes)
  checkReferences(faults, preset.workflow)
  checkTranslations(faults, preset)
  const told = new Set(faults.list().map(({ path }) => path))
  for (const { path, code, message } of problems) if (!told.has(path)) faults.add(path, code, message)
  const warnings = [...warningsOf(preset), ...faults.notices]
  if (faults.count > 0) return { ok: false, errors: faults.list(), warnings }
  return { ok: true, preset: describedOnce(preset), errors: [], warnings }
}
