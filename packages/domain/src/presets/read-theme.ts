import type { JsonObject } from '../workflows/definition.ts'
import { shown } from './faults.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { PresetTheme } from './preset.ts'
import { textLimits } from './text-rules.ts'

function readColors(reader: ObjectReader): JsonObject {
  const value = reader.raw('color_scheme') ?? null
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  const problem = `\`color_scheme\` must be an object such as {"primary": "#8A5A2B"}, not ${shown(value)}`
  reader.fault('color_scheme', 'preset.type', `${reader.place.label}: ${problem}.`)
  return {}
}

/** Reads the theme that goes with a workflow; null if there is none. */
export function readTheme(place: Place, value: unknown): PresetTheme | null {
  if (value === undefined || value === null) return null
  const reader = new ObjectReader(place, value)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `${place.label} must have a name.`)
  const theme: PresetTheme = {
    name: name ?? '',
    description: reader.text('description', textLimits.description),
    color_scheme: readColors(reader),
    icon_set: reader.text('icon_set', textLimits.category, 'one line'),
  }
  reader.finish()
  return theme
}
