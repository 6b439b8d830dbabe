import { difficultyLevels } from '../workflows/definition.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { PresetPath, PresetPathStep } from './preset.ts'
import { partLimits, textLimits } from './text-rules.ts'

function readPathStep(place: Place, value: unknown, position: number): PresetPathStep {
  const reader = new ObjectReader(place, value)
  const step = reader.localId('step')
  if ((reader.raw('step') ?? null) === null)
    reader.fault('step', 'preset.missing_field', `${place.label} must have a step: the id of a step.`)
  const read: PresetPathStep = {
    step: step ?? '',
    step_order: reader.order('step_order') ?? position,
    is_optional: reader.flag('is_optional', false),
    skip_condition: reader.source('skip_condition'),
  }
  reader.finish()
  return read
}

/** Reads one named way through the workflow; its steps come in their order, whatever the order of the file. */
export function readPath(place: Place, value: unknown): PresetPath {
  const reader = new ObjectReader(place, value)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `${place.label} must have a name.`)
  const path: PresetPath = {
    id: reader.localId('id'),
    name: name ?? '',
    description: reader.text('description', textLimits.description),
    is_default: reader.flag('is_default', false),
    difficulty_level: reader.oneOf('difficulty_level', difficultyLevels),
    estimated_duration: reader.minutes('estimated_duration'),
    steps: reader.list('steps', partLimits.steps).map((step, i) => {
      const label = `Step ${i + 1} of ${place.label.replace('Path', 'path')}`
      return readPathStep(reader.within(`steps/${i}`, label), step, i + 1)
    }),
  }
  reader.finish()
  return path
}
