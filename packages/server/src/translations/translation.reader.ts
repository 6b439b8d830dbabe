import type { TranslatedText, Translation } from '@hidesync/domain/translations/completeness'
import { unitKey, type TranslatedPart } from '@hidesync/domain/translations/text-unit'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Where the texts of each kind of part are kept, and how its row names the part. */
export const translationTables = {
  workflow: { table: 'workflow_translations', owner: 'workflow_id' },
  step: { table: 'workflow_step_translations', owner: 'step_id' },
  resource: { table: 'workflow_step_resource_translations', owner: 'resource_id' },
  outcome: { table: 'workflow_outcome_translations', owner: 'outcome_id' },
  decision_option: { table: 'workflow_decision_option_translations', owner: 'decision_option_id' },
  path: { table: 'workflow_path_translations', owner: 'path_id' },
} as const satisfies Record<TranslatedPart, { readonly table: string; readonly owner: string }>

interface Row {
  readonly locale: string
  readonly part: TranslatedPart
  readonly id: number
  readonly field: string
  readonly text: string
  readonly source_hash: string | null
}

/** Ids of the parts of a workflow, hidden ones included, by kind. */
export const partsOf = (part: TranslatedPart, workflowId: number) => {
  switch (part) {
    case 'workflow':
      return sql`(select ${workflowId}::bigint)`
    case 'step':
      return sql`(select s.id from workflow_steps s where s.workflow_id = ${workflowId})`
    case 'resource':
      return sql`(select r.id from workflow_step_resources r join workflow_steps s on s.id = r.step_id
        where s.workflow_id = ${workflowId})`
    case 'outcome':
      return sql`(select o.id from workflow_outcomes o where o.workflow_id = ${workflowId})`
    case 'decision_option':
      return sql`(select d.id from workflow_decision_options d join workflow_steps s on s.id = d.step_id
        where s.workflow_id = ${workflowId})`
    case 'path':
      return sql`(select p.id from workflow_paths p where p.workflow_id = ${workflowId})`
  }
}

const parts = Object.keys(translationTables) as TranslatedPart[]

/** The texts of a workflow in other languages, by language; `locales`: in these alone. */
export async function readTranslations(
  db: Database,
  workflowId: number,
  locales?: readonly string[],
): Promise<ReadonlyMap<string, Translation>> {
  const wanted = locales === undefined ? sql`true` : sql`t.locale = any(${[...locales]}::text[])`
  const selects = parts.map(part => {
    const { table, owner } = translationTables[part]
    return sql`select t.locale, ${sql.lit(part)} as part, t.${sql.ref(owner)} as id, t.field_name as field,
      t.translated_value as text, t.source_hash
      from ${sql.table(table)} t where t.${sql.ref(owner)} in ${partsOf(part, workflowId)} and ${wanted}`
  })
  const { rows } = await sql<Row>`${sql.join(selects, sql` union all `)}`.execute(db)
  const byLocale = new Map<string, Map<string, TranslatedText>>()
  for (const { locale, part, id, field, text, source_hash } of rows) {
    const texts = byLocale.get(locale) ?? new Map<string, TranslatedText>()
    byLocale.set(locale, texts.set(unitKey({ part, id, field }), { text, source_hash }))
  }
  return byLocale
}
