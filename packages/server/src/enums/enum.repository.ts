import type { EnumType } from '@hidesync/domain/workflows/enum-types'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { enumTables, type EnumText } from './enum.reader.ts'

export interface NewEnumRow extends EnumText {
  readonly code: string
  /** Null: after all others. */
  readonly display_order: number | null
}

/** Adds a value that is not the system's; false if there is one of that code. */
export async function insertEnumValue(tx: Transaction, type: EnumType, row: NewEnumRow): Promise<boolean> {
  const table = sql.table(enumTables[type])
  const { rows } = await sql`
    insert into ${table} (code, display_text, description, display_order, is_system)
    values (${row.code}, ${row.display_text}, ${row.description},
      coalesce(${row.display_order}::int, (select coalesce(max(v.display_order), 0) + 1 from ${table} v)), false)
    on conflict (code) do nothing returning code`.execute(tx)
  return rows.length > 0
}

export async function updateEnumValue(
  tx: Transaction,
  type: EnumType,
  code: string,
  row: Omit<NewEnumRow, 'code'>,
): Promise<void> {
  await sql`update ${sql.table(enumTables[type])}
    set display_text = ${row.display_text}, description = ${row.description},
      display_order = coalesce(${row.display_order}::int, display_order)
    where code = ${code}`.execute(tx)
}

/** Writes a value's texts in other languages; null removes one. */
export async function putEnumTexts(
  tx: Transaction,
  { type, code }: { readonly type: EnumType; readonly code: string },
  texts: Readonly<Record<string, EnumText | null>>,
): Promise<void> {
  for (const [locale, text] of Object.entries(texts)) {
    if (text === null) {
      await sql`delete from enum_value_texts
        where enum_type = ${type} and code = ${code} and locale = ${locale}`.execute(tx)
      continue
    }
    await sql`
      insert into enum_value_texts (enum_type, code, locale, display_text, description)
      values (${type}, ${code}, ${locale}, ${text.display_text}, ${text.description})
      on conflict (enum_type, code, locale)
      do update set display_text = excluded.display_text, description = excluded.description`.execute(tx)
  }
}

export async function deleteEnumValue(tx: Transaction, type: EnumType, code: string): Promise<void> {
  await sql`delete from enum_value_texts where enum_type = ${type} and code = ${code}`.execute(tx)
  await sql`delete from ${sql.table(enumTables[type])} where code = ${code}`.execute(tx)
}

/** Keeps new steps from taking a value while it is looked whether any has it. */
export async function lockEnumValue(tx: Transaction, type: EnumType, code: string): Promise<void> {
  await sql`select code from ${sql.table(enumTables[type])} where code = ${code} for update`.execute(tx)
}
