import type { TranslationDocument } from '../translations/document.ts'
import type { DifficultyLevel } from '../workflows/definition.ts'
import type { Preset } from './preset.ts'

/** What a preset is called, and for whom it is; what is left out stays as it is. */
export interface PresetWords {
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  readonly difficulty?: DifficultyLevel | null | undefined
}

/** The preset under other words. Translations of a word that is another now go: they say something else. */
export function withWords(preset: Preset, words: PresetWords): Preset {
  const { preset_info, workflow } = preset
  const { name = preset_info.name, description = preset_info.description, difficulty = preset_info.difficulty } = words
  const keepsName = name === preset_info.name
  const keepsDescription = description === preset_info.description
  const kept = ({ name: called, description: described, ...parts }: TranslationDocument): TranslationDocument => ({
    ...(keepsName && called !== undefined && { name: called }),
    ...(keepsDescription && described !== undefined && { description: described }),
    ...parts,
  })
  const translations = Object.entries(workflow.translations).map(([locale, texts]) => [locale, kept(texts)])
  return {
    ...preset,
    preset_info: { ...preset_info, name, description, difficulty },
    workflow: { ...workflow, name, description, translations: Object.fromEntries(translations) },
  }
}
