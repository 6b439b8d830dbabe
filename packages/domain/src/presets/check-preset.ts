import type { WorkflowDefinition } from '../workflows/definition.ts'
import type { Finding } from '../workflows/finding.ts'
import { validateDefinition } from '../workflows/validate.ts'
import { firstOf } from './faults.ts'
import { presetToDefinition } from './preset-to-definition.ts'
import type { Preset, PresetFinding } from './preset.ts'
import { readPreset } from './read-preset.ts'

/** What a preset is and what is wrong with it. With errors there is nothing to import; warnings can wait until publishing. */
export type CheckedPreset = {
  readonly errors: readonly PresetFinding[]
  readonly warnings: readonly PresetFinding[]
} & ({ readonly ok: true; readonly preset: Preset; readonly definition: WorkflowDefinition } | { readonly ok: false })

/** How the preset calls what the definition calls otherwise. */
const presetNames: ReadonlyMap<string, string> = new Map([
  ['source_step_id', 'source_step'],
  ['target_step_id', 'target_step'],
  ['parent_step_id', 'parent_step'],
  ['outcome_id', 'outcome'],
])

const inPreset = ({ path, code, message }: Finding): PresetFinding => ({
  path: `/workflow${path
    .split('/')
    .map(part => presetNames.get(part) ?? part)
    .join('/')}`,
  code,
  message,
})

/** What an installation adds to what presets may say. */
export interface PresetContext {
  /** Codes of the step types that there are; those of the system unless stated. */
  readonly step_types?: readonly string[] | undefined
}

/**
 * All findings of a preset at once: its form, and whether its graph could run. The definition has provisional ids, from 1 for
 * each kind of part: `copyDefinition` gives it others.
 */
export function checkPreset(value: unknown, { step_types }: PresetContext = {}): CheckedPreset {
  const reading = readPreset(value, step_types)
  if (!reading.ok) return reading
  const next: Record<string, number> = {}
  const definition = presetToDefinition(reading.preset, kind => (next[kind] = (next[kind] ?? 0) + 1))
  const findings = validateDefinition(definition).filter(({ severity }) => severity !== 'hint')
  const errors = firstOf(findings.filter(({ fatal }) => fatal === true).map(inPreset))
  const warnings = firstOf([...reading.warnings, ...findings.filter(({ fatal }) => fatal !== true).map(inPreset)])
  return errors.length > 0
    ? { ok: false, errors, warnings }
    : { ok: true, preset: reading.preset, definition, errors, warnings }
}
