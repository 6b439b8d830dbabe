import { iconSets, readColorScheme, type ColorScheme } from '../themes/color-scheme.ts'
import type { JsonValue } from '../workflows/definition.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { PresetTheme } from './preset.ts'
import { textLimits } from './text-rules.ts'

/** The colours, by the rules that hold for every theme, in their words. */
function readColors(reader: ObjectReader): ColorScheme {
  const read = readColorScheme((reader.raw('color_scheme') ?? null) as JsonValue)
  const place = reader.within('color_scheme', 'Theme')
  if (read.ok) {
    for (const notice of read.notices) place.faults.notice(place.path, 'preset.theme_colors', notice)
    return read.scheme
  }
  for (const { path, message } of read.problems)
    place.faults.add(`${place.path}${path}`, 'preset.theme_colors', message)
  return { version: 1, primary: '#000000', accent: null, step_types: {} }
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
    icon_set: reader.oneOf('icon_set', iconSets) ?? 'line',
  }
  reader.finish()
  return theme
}
