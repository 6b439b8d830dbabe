import type { Visibility, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import type { Transaction } from '../database/database.ts'
import { ensureTheme } from '../themes/theme.repository.ts'
import { putTextRows, putTexts, refreshLocales } from '../translations/translation.repository.ts'
import { insertWorkflow } from '../workflows/workflow.repository.ts'
import type { PreparedImport, PresetFacts } from './prepare-import.ts'

export interface ImportAs {
  readonly name: string
  readonly owner_id: number
  readonly status: WorkflowStatus
  readonly visibility: Visibility
  readonly is_template: boolean
  /** Whether the theme that the preset carries goes with it. */
  readonly with_theme: boolean
}

/** Writes a prepared preset as a workflow, and answers with its id. Throws `NameTakenError`. */
export async function insertPreset(
  tx: Transaction,
  facts: PresetFacts,
  { definition, translations }: PreparedImport,
  { name, owner_id, with_theme, ...as }: ImportAs,
): Promise<number> {
  const { preset_info, default_locale, has_multiple_outcomes, metadata, theme } = facts
  const id = await insertWorkflow(
    tx,
    {
      ...as,
      name,
      description: preset_info.description,
      project_id: null,
      theme_id: theme === null || !with_theme ? null : await ensureTheme(tx, owner_id, theme),
      estimated_duration: preset_info.estimated_time,
      // What a file says of its workflow; how long runs may take here is for this installation to say.
      time_limit: null,
      difficulty_level: preset_info.difficulty,
      has_multiple_outcomes,
      category: preset_info.category,
      tags: preset_info.tags,
      default_locale,
      created_by: owner_id,
      copied_from_workflow_id: null,
      metadata,
    },
    definition,
  )
  const languages = Object.entries(translations)
  for (const [locale, { words, rows }] of languages) {
    await putTexts(
      tx,
      locale,
      words.map(text => ({ ...text, id })),
    )
    await putTextRows(tx, locale, rows)
  }
  if (languages.length > 0) await refreshLocales(tx, id)
  return id
}
