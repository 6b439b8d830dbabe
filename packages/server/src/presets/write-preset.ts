import { withWords, type PresetWords } from '@hidesync/domain/presets/preset-words'
import { exportFormats } from './formats/export-formats.ts'
import { presetOf, type Exportable } from './workflow-preset.ts'

export interface WritePreset {
  readonly exportable: Exportable
  readonly format: 'json' | keyof typeof exportFormats
  /** What it is called instead. */
  readonly words?: PresetWords
}

/** The text of a workflow's file. */
export async function writePreset({ exportable, format, words = {} }: WritePreset): Promise<string> {
  const preset = withWords(presetOf(exportable), words)
  if (format === 'json') return JSON.stringify(preset)
  return exportFormats[format].write(preset, exportable.language?.locale ?? exportable.workflow.default_locale)
}
