import { broader, chosenLocales } from '@hidesync/domain/translations/locale'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

interface Summary {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly default_locale: string
  readonly locales: readonly string[]
}

interface Words {
  readonly workflow_id: number
  readonly locale: string
  readonly field_name: string
  readonly translated_value: string
}

const readWords = async (db: Database, ids: readonly number[], locales: readonly string[]): Promise<Words[]> => {
  const { rows } = await sql<Words>`
    select t.workflow_id, t.locale, t.field_name, t.translated_value from workflow_translations t
    where t.workflow_id = any(${[...ids]}::bigint[]) and t.locale = any(${[...locales]}::text[])`.execute(db)
  return rows
}

export interface LocalisedSummaries {
  /** The JSON list, with names and descriptions in the best language that there is of each. */
  readonly items: string
  /** The languages that they are in. */
  readonly locales: readonly string[]
}

/** Names and descriptions of a JSON list of summaries in the caller's languages; costs next to nothing where none was translated. */
export async function localiseSummaries(
  db: Database,
  items: string,
  languages: readonly string[],
): Promise<LocalisedSummaries> {
  const summaries = JSON.parse(items) as Summary[]
  const chosen = summaries.map(summary => chosenLocales(languages, summary))
  const locales = [...new Set(summaries.map(({ default_locale }, index) => chosen[index]?.[0] ?? default_locale))]
  const translated = summaries.filter((_, index) => (chosen[index]?.length ?? 0) > 0)
  if (translated.length === 0) return { items, locales }
  const words = await readWords(
    db,
    translated.map(({ id }) => id),
    [...new Set(locales.flatMap(broader))],
  )
  const texts = new Map(words.map(row => [`${row.workflow_id} ${row.locale} ${row.field_name}`, row.translated_value]))
  const shown = summaries.map((summary, index) => {
    const layers = chosen[index] ?? []
    const [locale] = layers
    if (locale === undefined) return summary
    const read = (field: string) => layers.flatMap(layer => texts.get(`${summary.id} ${layer} ${field}`) ?? [])[0]
    const description = summary.description === null ? null : (read('description') ?? summary.description)
    return { ...summary, name: read('name') ?? summary.name, description, locale }
  })
  return { items: JSON.stringify(shown), locales }
}

/** The same for one summary. */
export async function localiseSummary(
  db: Database,
  summary: string,
  languages: readonly string[],
): Promise<{ readonly summary: string; readonly locale: string }> {
  const { items, locales } = await localiseSummaries(db, `[${summary}]`, languages)
  return { summary: items.slice(1, -1), locale: locales[0] ?? 'en' }
}

/** What decides in which language a workflow is read; also of one that was deleted, for the executions that go on. */
export async function readLanguages(
  db: Database,
  workflowId: number,
): Promise<{ readonly version: number; readonly default_locale: string; readonly locales: readonly string[] }> {
  return db
    .selectFrom('workflows')
    .select(['version', 'default_locale', 'locales'])
    .where('id', '=', workflowId)
    .executeTakeFirstOrThrow()
}
