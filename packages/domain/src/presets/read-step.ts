import { builtInStepTypes, resourceTypes } from '../workflows/definition.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { PresetOption, PresetResource, PresetStep } from './preset.ts'
import { textLimits } from './text-rules.ts'

const quantityRange = { min: 0, max: 1e12, what: 'a number' }
const canvasRange = { min: -1e9, max: 1e9, what: 'a number' }

/** “name” where there is one, for labels. */
const quoted = (value: unknown, key: string): string => {
  const name = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return typeof name === 'string' && name.trim() !== '' ? ` “${name.trim().slice(0, 60).replaceAll(/\s+/g, ' ')}”` : ''
}

function readResource(place: Place, value: unknown): PresetResource {
  const reader = new ObjectReader(place, value)
  const type = reader.oneOf('resource_type', resourceTypes)
  if ((reader.raw('resource_type') ?? null) === null) {
    const message = `${place.label} must have a resource_type: ${resourceTypes.join(', ')}.`
    reader.fault('resource_type', 'preset.missing_field', message)
  }
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `${place.label} must have a name.`)
  const resource: PresetResource = {
    id: reader.localId('id'),
    resource_type: type ?? 'material',
    name: name ?? '',
    quantity: reader.number('quantity', quantityRange),
    unit: reader.text('unit', textLimits.unit, 'one line'),
    is_optional: reader.flag('is_optional', false),
    notes: reader.text('notes', textLimits.note),
  }
  reader.finish()
  return resource
}

function readOption(place: Place, value: unknown, position: number): PresetOption {
  const reader = new ObjectReader(place, value)
  const text = reader.text('option_text', textLimits.option)
  if (text === null || text.trim() === '')
    reader.fault('option_text', 'preset.missing_field', `${place.label} must have an option_text.`)
  const option: PresetOption = {
    id: reader.localId('id'),
    option_text: text ?? '',
    result_action: reader.source('result_action'),
    display_order: reader.order('display_order') ?? position,
    is_default: reader.flag('is_default', false),
  }
  reader.finish()
  return option
}

/** What a step is called in findings: its place in the file, from 1, and its name. */
export const stepLabel = (value: unknown, index: number): string => `Step ${index + 1}${quoted(value, 'name')}`

/** Reads one step; what is missing or wrong is noted and read as its default. */
export function readStep(
  place: Place,
  value: unknown,
  index: number,
  stepTypes: readonly string[] = builtInStepTypes,
): PresetStep {
  const reader = new ObjectReader(place, value)
  const id = reader.localId('id')
  if ((reader.raw('id') ?? null) === null)
    reader.fault('id', 'preset.missing_field', `${place.label} must have an id, by which connections can name it.`)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `Step ${index + 1} must have a name.`)
  if (reader.text('step_type', textLimits.name) === null)
    reader.fault('step_type', 'preset.missing_field', `${place.label} must have a step_type.`)
  const type = reader.oneOf('step_type', stepTypes, 'preset.unknown_step_type') ?? 'instruction'

  const resources = reader.list('resources', 200).map((resource, i) => {
    const label = `Resource ${i + 1}${quoted(resource, 'name')} of ${place.label.replace('Step', 'step')}`
    return readResource(reader.within(`resources/${i}`, label), resource)
  })
  const options = reader.list('decision_options', 100).map((option, i) => {
    const label = `Option ${i + 1}${quoted(option, 'option_text')} of ${place.label.replace('Step', 'step')}`
    return readOption(reader.within(`decision_options/${i}`, label), option, i + 1)
  })
  const step: PresetStep = {
    id: id ?? '',
    name: name ?? '',
    description: reader.text('description', textLimits.description),
    instructions: reader.text('instructions', textLimits.instructions),
    detailed_instructions: reader.text('detailed_instructions', textLimits.instructions),
    step_type: type,
    display_order: reader.order('display_order') ?? index + 1,
    estimated_duration: reader.minutes('estimated_duration'),
    parent_step: reader.localId('parent_step'),
    is_milestone: reader.flag('is_milestone', type === 'milestone'),
    is_decision_point: reader.flag('is_decision_point', type === 'decision'),
    is_outcome: reader.flag('is_outcome', type === 'outcome'),
    outcome: reader.localId('outcome'),
    condition_logic: reader.source('condition_logic'),
    ui_position_x: reader.number('ui_position_x', canvasRange),
    ui_position_y: reader.number('ui_position_y', canvasRange),
    tips: reader.texts('tips', { each: textLimits.note, count: 50 }),
    warnings: reader.texts('warnings', { each: textLimits.note, count: 50 }),
    scales_with_quantity: reader.flag('scales_with_quantity', false),
    resources,
    decision_options: options,
  }
  reader.finish()
  return step
}
