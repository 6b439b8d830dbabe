import { chosenLocales } from '@hidesync/domain/translations/locale'
import type { Database } from '../database/database.ts'
import { readTexts } from '../translations/shown-texts.ts'
import type { ExecutionListRow, LocalisableRun } from './execution-list.reader.ts'

/** The runs with what is done and where it stands as the caller reads it; asks for nothing where none was translated. */
export async function localiseRuns(
  db: Database,
  rows: readonly LocalisableRun[],
  languages: readonly string[],
): Promise<readonly ExecutionListRow[]> {
  const runs = rows.map(({ default_locale, locales, ...run }) => ({
    run,
    layers: chosenLocales(languages, { default_locale, locales }),
  }))
  const translated = runs.filter(({ layers }) => layers.length > 0)
  if (translated.length === 0) return runs.map(({ run }) => run)
  const read = await readTexts(db, {
    workflows: translated.map(({ run }) => run.workflow_id),
    steps: translated.flatMap(({ run }) => run.current_step_id ?? []),
    locales: translated.flatMap(({ layers }) => layers),
  })
  return runs.map(({ run, layers }) => ({
    ...run,
    workflow_name: read(layers, 'workflow', run.workflow_id) ?? run.workflow_name,
    current_step_name: read(layers, 'step', run.current_step_id) ?? run.current_step_name,
  }))
}
