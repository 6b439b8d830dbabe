import { definitionToPreset } from '@hidesync/domain/presets/definition-to-preset'
import type { PartTranslations } from '@hidesync/domain/presets/part-translations'
import type { Preset } from '@hidesync/domain/presets/preset'
import { documentOf } from '@hidesync/domain/translations/document'
import { textUnits } from '@hidesync/domain/translations/text-unit'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import { withResourceNames } from '../workflows/own-resources.ts'
import type { WorkflowTexts } from '../workflows/workflow.reader.ts'
import { readPresetTheme } from './preset.reader.ts'

/** A workflow on its way out, with the state of its graph that goes. */
export interface Exportable {
  readonly workflow: WorkflowTexts
  readonly definition: WorkflowDefinition
}

export interface PresetOptions {
  /** Texts in other languages; with them unless false. */
  readonly translations?: boolean | undefined
  readonly theme?: boolean | undefined
  /** RFC 3339. */
  readonly exportedAt: string
}

async function translationsOf(db: Database, { workflow, definition }: Exportable): Promise<PartTranslations> {
  if (workflow.locales.length === 0) return {}
  const translations = await readTranslations(db, workflow.id)
  const units = textUnits(workflow, definition)
  const entries = [...translations].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([locale, texts]) => [locale, documentOf(units, texts)]))
}

/** The workflow as a file. */
export async function workflowPreset(
  db: Database,
  exportable: Exportable,
  { translations, theme, exportedAt }: PresetOptions,
): Promise<Preset> {
  const { workflow, definition } = exportable
  const { preset = {}, required_resources = null } = workflow.metadata
  const exported = {
    ...workflow,
    metadata: preset,
    required_resources,
    translations: translations === false ? {} : await translationsOf(db, exportable),
    theme: theme === false ? null : await readPresetTheme(db, workflow.theme_id),
  }
  return definitionToPreset(exported, await withResourceNames(db, definition), exportedAt)
}
