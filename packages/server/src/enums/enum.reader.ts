import type { EnumType } from '@hidesync/domain/workflows/enum-types'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

export const enumTables = {
  workflow_step_type: 'enum_value_workflow_step_type',
  workflow_status: 'enum_value_workflow_status',
  workflow_connection_type: 'enum_value_workflow_connection_type',
  workflow_execution_status: 'enum_value_workflow_execution_status',
} as const satisfies Record<EnumType, string>

export interface EnumText {
  readonly display_text: string
  readonly description: string | null
}

export interface EnumRow extends EnumText {
  readonly code: string
  readonly display_order: number
  readonly is_system: boolean
  /** In other languages, by their code. */
  readonly texts: Readonly<Record<string, EnumText>>
}

/** All values of an enumeration with their texts, in display order. */
export async function readEnum(db: Database, type: EnumType): Promise<readonly EnumRow[]> {
  const { rows } = await sql<EnumRow>`
    select v.code, v.display_text, v.description, v.display_order, v.is_system, coalesce((
        select json_object_agg(t.locale, json_build_object('display_text', t.display_text, 'description', t.description)
          order by t.locale)
        from enum_value_texts t where t.enum_type = ${type} and t.code = v.code), '{}') as texts
    from ${sql.table(enumTables[type])} v order by v.display_order, v.code`.execute(db)
  return rows
}

/** The codes of all step types that there are. */
export async function readStepTypeCodes(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('enum_value_workflow_step_type').select('code').orderBy('display_order').execute()
  return rows.map(({ code }) => code)
}

/** Workflows whose steps are of a type, the names of some of them, and how many there are; hidden steps count. */
export async function usesOfStepType(
  db: Database,
  code: string,
): Promise<{ readonly count: number; readonly names: readonly string[] }> {
  const { rows } = await sql<{ count: number; names: string[] }>`
    select count(*)::int as count, coalesce((array_agg(u.name order by u.id))[1:3], '{}') as names
    from (select distinct w.id, w.name from workflow_steps s join workflows w on w.id = s.workflow_id
      where s.step_type = ${code}) u`.execute(db)
  return rows[0] ?? { count: 0, names: [] }
}
