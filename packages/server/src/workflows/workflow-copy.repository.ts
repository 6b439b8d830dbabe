import type { Languages } from '@hidesync/domain/translations/merge-translations'
import type { PartMap } from '@hidesync/domain/workflows/part-map'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import { languagesFrom, storedLanguages } from '../translations/stored-languages.ts'

/** What a copy was made from, part by part. */
export interface CopyOrigin {
  readonly workflow_id: number
  readonly original_id: number
  readonly base_revision: number
  readonly base_content_hash: string
  readonly parts: PartMap
  /** The original's translations at that time. */
  readonly base_translations: Languages
}

/** As its row has it. */
const rowOf = <T extends Pick<CopyOrigin, 'parts' | 'base_translations'>>({
  parts,
  base_translations,
  ...origin
}: T) => ({
  ...origin,
  parts: JSON.stringify(parts),
  base_translations: storedLanguages(base_translations),
})

/** Remembers the origin, says it on the copy, and counts the copy on the original. */
export async function recordCopy(
  tx: Transaction,
  origin: CopyOrigin,
  original: { readonly name: string },
): Promise<void> {
  await tx.insertInto('workflow_copies').values(rowOf(origin)).execute()
  const from = { workflow_id: origin.original_id, name: original.name, revision: origin.base_revision }
  await tx
    .updateTable('workflows')
    .set({ copied_from: JSON.stringify(from) })
    .where('id', '=', origin.workflow_id)
    .execute()
  await tx
    .updateTable('workflows')
    .set({ copy_count: sql`copy_count + 1` })
    .where('id', '=', origin.original_id)
    .execute()
}

/** Null: the workflow is no copy. */
export async function readOrigin(db: Database, workflowId: number): Promise<CopyOrigin | null> {
  const row = await db
    .selectFrom('workflow_copies')
    .select(['workflow_id', 'original_id', 'base_revision', 'base_content_hash', 'parts', 'base_translations'])
    .where('workflow_id', '=', workflowId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, parts: row.parts as unknown as PartMap, base_translations: languagesFrom(row.base_translations) }
}

/** The base moves on: what of the original the copy holds now. */
export async function moveOrigin(tx: Transaction, { workflow_id, ...base }: CopyOrigin): Promise<void> {
  await tx.updateTable('workflow_copies').set(rowOf(base)).where('workflow_id', '=', workflow_id).execute()
}
