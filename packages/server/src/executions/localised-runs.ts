import { chosenLocales } from '@hidesync/domain/translations/locale'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A run as lists show it, with what its workflow was written in, and what that was translated into. */
interface LocalisableRun {
  readonly workflow_id: number
  readonly workflow_name: string
  readonly current_step_id: number | null
  readonly current_step_name: string | null
  readonly default_locale: string
  readonly locales: readonly string[]
}

type Named = Pick<LocalisableRun, 'workflow_id' | 'current_step_id'>

interface Name {
  readonly part: 'workflow' | 'step'
  readonly id: number
  readonly locale: string
  readonly name: string
}

const readNames = async (db: Database, rows: readonly Named[], locales: readonly string[]) => {
  const workflows = rows.map(row => row.workflow_id)
  const steps = rows.map(row => row.current_step_id).filter(id => id !== null)
  const wanted = sql`t.field_name = 'name' and t.locale = any(${[...locales]}::text[])`
  const names = await sql<Name>`
    select 'workflow' as part, t.workflow_id as id, t.locale, t.translated_value as name from workflow_translations t
    where t.workflow_id = any(${workflows}::bigint[]) and ${wanted}
    union all
    select 'step', t.step_id, t.locale, t.translated_value from workflow_step_translations t
    where t.step_id = any(${steps}::bigint[]) and ${wanted}`.execute(db)
  return new Map(names.rows.map(({ part, id, locale, name }) => [`${part} ${id} ${locale}`, name]))
}

/** The runs with what is done and where it stands as the caller reads it; asks for nothing where none was translated. */
export async function localiseRuns<T extends LocalisableRun>(
  db: Database,
  rows: readonly T[],
  languages: readonly string[],
): Promise<readonly Omit<T, 'default_locale' | 'locales'>[]> {
  const runs = rows.map(({ default_locale, locales, ...run }) => ({
    run,
    layers: chosenLocales(languages, { default_locale, locales }),
  }))
  const translated = runs.filter(({ layers }) => layers.length > 0)
  if (translated.length === 0) return runs.map(({ run }) => run)
  const names = await readNames(
    db,
    translated.map(({ run }) => run),
    [...new Set(translated.flatMap(({ layers }) => layers))],
  )
  return runs.map(({ run, layers }) => {
    const read = (part: Name['part'], id: number | null) =>
      layers.flatMap(locale => names.get(`${part} ${id} ${locale}`) ?? [])[0]
    return {
      ...run,
      workflow_name: read('workflow', run.workflow_id) ?? run.workflow_name,
      current_step_name: read('step', run.current_step_id) ?? run.current_step_name,
    }
  })
}
