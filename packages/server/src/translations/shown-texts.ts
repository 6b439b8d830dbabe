import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

type Part = 'workflow' | 'step'
type Field = 'name' | 'description'

interface Text {
  readonly part: Part
  readonly id: number
  readonly field: Field
  readonly locale: string
  readonly text: string
}

interface Wanted {
  readonly workflows: readonly number[]
  readonly steps: readonly number[]
  readonly locales: readonly string[]
}

/** What a part is called in the best of the languages that it has it in; undefined: in none. */
export type ReadText = (layers: readonly string[], part: Part, id: number | null, field?: Field) => string | undefined

/** Names and descriptions of workflows and the names of steps in other languages, as lists show them. */
export async function readTexts(db: Database, { workflows, steps, locales }: Wanted): Promise<ReadText> {
  const spoken = sql`t.locale = any(${[...new Set(locales)]}::text[])`
  const { rows } = await sql<Text>`
    select 'workflow' as part, t.workflow_id as id, t.field_name as field, t.locale, t.translated_value as text
    from workflow_translations t
    where t.workflow_id = any(${[...workflows]}::bigint[]) and t.field_name in ('name', 'description') and ${spoken}
    union all
    select 'step', t.step_id, t.field_name, t.locale, t.translated_value from workflow_step_translations t
    where t.step_id = any(${[...steps]}::bigint[]) and t.field_name = 'name' and ${spoken}`.execute(db)
  const texts = new Map(rows.map(({ part, id, field, locale, text }) => [`${part} ${id} ${field} ${locale}`, text]))
  return (layers, part, id, field = 'name') =>
    layers.flatMap(locale => texts.get(`${part} ${id} ${field} ${locale}`) ?? [])[0]
}
