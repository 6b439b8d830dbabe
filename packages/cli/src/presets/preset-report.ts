import { checkPreset } from '@hidesync/domain/presets/check-preset'
import type { PresetFinding } from '@hidesync/domain/presets/preset'
import type { ReadJson } from './strict-json.ts'

/** The same that the server answers when asked to validate. */
export interface PresetReport {
  readonly valid: boolean
  readonly errors: readonly PresetFinding[]
  readonly warnings: readonly PresetFinding[]
}

/** All findings of what a file holds, without a server: its text, its form, and whether its graph could run. */
export function presetReport(read: ReadJson): PresetReport {
  if (!read.ok) {
    const { message, line, column } = read.problem
    const finding = { path: '', code: 'preset.malformed', message: `Line ${line}, column ${column}: ${message}` }
    return { valid: false, errors: [finding], warnings: [] }
  }
  const { ok, errors, warnings } = checkPreset(read.value)
  return { valid: ok, errors, warnings }
}
