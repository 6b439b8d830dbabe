import type { BoundText } from '@hidesync/domain/translations/bind'
import { copiedUnits, type WorkflowParts } from '@hidesync/domain/translations/copied-units'
import type { TextChange } from '@hidesync/domain/translations/merge-translations'
import type { TranslatedPart } from '@hidesync/domain/translations/text-unit'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { textRows, type TextRows } from './text-rows.ts'
import { partsOf, readTranslations, translationTables } from './translation.reader.ts'

const parts = Object.keys(translationTables) as TranslatedPart[]

/** Writes texts of one language, replacing what was there at the same places. */
export const putTexts = (tx: Transaction, locale: string, texts: readonly BoundText[]): Promise<void> =>
  putTextRows(tx, locale, textRows(texts))

/** The same, of texts that were made ready elsewhere. */
export async function putTextRows(tx: Transaction, locale: string, rows: TextRows): Promise<void> {
  for (const part of parts) {
    const texts = rows[part]
    if (texts === undefined) continue
    const { table, owner } = translationTables[part]
    await sql`
      insert into ${sql.table(table)} (${sql.ref(owner)}, locale, field_name, translated_value, source_hash)
      select t.id, ${locale}, t.field, t.text, t.source_hash
      from jsonb_to_recordset(${texts}::jsonb) as t(id bigint, field text, text text, source_hash text)
      on conflict (${sql.ref(owner)}, locale, field_name)
      do update set translated_value = excluded.translated_value, source_hash = excluded.source_hash`.execute(tx)
  }
}

/** Writes what becomes of texts, some of which go. */
export async function changeTexts(
  tx: Transaction,
  workflowId: number,
  changes: readonly Pick<TextChange, 'locale' | 'unit' | 'after'>[],
): Promise<void> {
  for (const locale of new Set(changes.map(change => change.locale))) {
    const ofLocale = changes.filter(change => change.locale === locale)
    await putTexts(
      tx,
      locale,
      ofLocale.flatMap(({ unit: { part, id, field }, after }) =>
        after === null ? [] : [{ part, id, field, ...after }],
      ),
    )
    const gone = ofLocale.flatMap(({ unit, after }) => (after === null ? [unit] : []))
    for (const part of parts) {
      const rows = gone.filter(unit => unit.part === part)
      if (rows.length === 0) continue
      const { table, owner } = translationTables[part]
      await sql`delete from ${sql.table(table)} t
        using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id bigint, field text)
        where t.${sql.ref(owner)} = g.id and t.locale = ${locale} and t.field_name = g.field`.execute(tx)
    }
  }
  if (changes.length > 0) await refreshLocales(tx, workflowId)
}

/** Removes the texts of one language. */
export async function removeTexts(tx: Transaction, workflowId: number, locale: string): Promise<void> {
  for (const part of parts) {
    const { table, owner } = translationTables[part]
    await sql`delete from ${sql.table(table)} t
      where t.locale = ${locale} and t.${sql.ref(owner)} in ${partsOf(part, workflowId)}`.execute(tx)
  }
}

/** Brings `workflows.locales` to what there is, in the transaction that changed it. */
export async function refreshLocales(tx: Transaction, workflowId: number): Promise<void> {
  const selects = parts.map(part => {
    const { table, owner } = translationTables[part]
    return sql`select t.locale from ${sql.table(table)} t where t.${sql.ref(owner)} in ${partsOf(part, workflowId)}`
  })
  await sql`update workflows set locales = (
      select coalesce(array_agg(distinct l.locale order by l.locale), '{}') from (${sql.join(selects, sql` union `)}) l)
    where id = ${workflowId}`.execute(tx)
}

/**
 * Gives a copy the translations of its original, outdated marks included. Both graphs have the same parts in the same order, as
 * `copyDefinition` makes them.
 */
export async function copyTranslations(tx: Transaction, from: WorkflowParts, to: WorkflowParts): Promise<void> {
  const translations = await readTranslations(tx, from.id)
  const units = copiedUnits(from, to)
  for (const [locale, translation] of translations) {
    const texts = units.flatMap(({ key, unit }) => {
      // A name of its own is not called as the original is.
      if (unit.part === 'workflow' && unit.field === 'name' && from.name !== to.name) return []
      const found = translation.get(key)
      return found === undefined ? [] : [{ ...unit, ...found }]
    })
    await putTexts(tx, locale, texts)
  }
  if (translations.size > 0) await refreshLocales(tx, to.id)
}
