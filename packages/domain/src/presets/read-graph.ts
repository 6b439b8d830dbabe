import { connectionTypes } from '../workflows/definition.ts'
import type { JsonValue } from '../workflows/definition.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { PresetConnection, PresetOutcome, PresetWorkflow } from './preset.ts'
import { readPath } from './read-path.ts'
import { readStep, stepLabel } from './read-step.ts'
import { readTheme } from './read-theme.ts'
import { readTranslations } from './read-translations.ts'
import { isLocale, partLimits, textLimits } from './text-rules.ts'

function readConnection(place: Place, value: unknown): PresetConnection {
  const reader = new ObjectReader(place, value)
  const end = (key: 'source_step' | 'target_step') => {
    const id = reader.localId(key)
    if ((reader.raw(key) ?? null) === null)
      reader.fault(key, 'preset.missing_field', `${place.label} must have a ${key}: the id of a step.`)
    return id ?? ''
  }
  const connection: PresetConnection = {
    source_step: end('source_step'),
    target_step: end('target_step'),
    connection_type: reader.oneOf('connection_type', connectionTypes, 'preset.unknown_connection_type') ?? 'sequential',
    condition: reader.source('condition'),
    display_order: reader.order('display_order'),
    is_default: reader.flag('is_default', false),
    max_iterations: reader.number('max_iterations', { min: 1, max: 1_000_000, what: 'a whole number', whole: true }),
    min_lag: reader.minutes('min_lag'),
    max_lag: reader.minutes('max_lag'),
  }
  reader.finish()
  return connection
}

function readOutcome(place: Place, value: unknown, index: number): PresetOutcome {
  const reader = new ObjectReader(place, value)
  const name = reader.text('name', textLimits.name, 'one line')
  if (name === null) reader.fault('name', 'preset.missing_field', `${place.label} must have a name.`)
  const outcome: PresetOutcome = {
    id: reader.localId('id'),
    name: name ?? '',
    description: reader.text('description', textLimits.description),
    display_order: reader.order('display_order') ?? index + 1,
    is_default: reader.flag('is_default', false),
    success_criteria: (reader.raw('success_criteria') ?? null) as JsonValue,
  }
  reader.finish()
  return outcome
}

function readLocale(reader: ObjectReader): string {
  const locale = reader.text('default_locale', textLimits.locale, 'one line') ?? 'en'
  if (isLocale(locale)) return locale
  reader.fault(
    'default_locale',
    'preset.unknown_value',
    'Workflow: `default_locale` must be a language such as en or de-AT.',
  )
  return 'en'
}

/** Reads the section `workflow`: its steps, connections, outcomes, paths, translations and theme, each by itself. */
export function readWorkflow(place: Place, value: unknown, stepTypes?: readonly string[]): PresetWorkflow {
  const reader = new ObjectReader(place, value)
  const outcomes = reader
    .list('outcomes', partLimits.outcomes)
    .map((outcome, i) => readOutcome(reader.within(`outcomes/${i}`, `Outcome ${i + 1}`), outcome, i))
  const steps = reader
    .list('steps', partLimits.steps)
    .map((step, i) => readStep(reader.within(`steps/${i}`, stepLabel(step, i)), step, i, stepTypes))
  const noSteps = (reader.raw('steps') ?? null) === null || (Array.isArray(reader.raw('steps')) && steps.length === 0)
  if (noSteps) reader.fault('steps', 'preset.no_steps', 'Workflow must include steps.')
  const default_locale = readLocale(reader)
  const workflow: PresetWorkflow = {
    name: reader.text('name', textLimits.name, 'one line'),
    description: reader.text('description', textLimits.description),
    default_locale,
    has_multiple_outcomes: reader.flag('has_multiple_outcomes', outcomes.length > 1),
    steps,
    connections: reader
      .list('connections', partLimits.connections)
      .map((connection, i) => readConnection(reader.within(`connections/${i}`, `Connection ${i + 1}`), connection)),
    outcomes,
    paths: reader
      .list('paths', partLimits.paths)
      .map((path, i) => readPath(reader.within(`paths/${i}`, `Path ${i + 1}`), path)),
    translations: readTranslations(
      reader.within('translations', 'Translations'),
      reader.raw('translations'),
      default_locale,
    ),
    theme: readTheme(reader.within('theme', 'Theme'), reader.raw('theme')),
  }
  reader.finish()
  return workflow
}
