import type { Database } from '../database/database.ts'

/** The hash of the content that a workflow had at a version (its ETag); null where that is not kept any more. */
export async function contentAtVersion(db: Database, workflowId: number, version: number): Promise<string | null> {
  const row = await db
    .selectFrom('workflow_versions')
    .select('content_hash')
    .where('workflow_id', '=', workflowId)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.content_hash ?? null
}
