import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A published template, as far as a page of the feed has to know before it reads the rest. */
export interface PublishedRow {
  readonly id: number
  readonly version: number
  /** That of the newest revision: what was changed since is not published. */
  readonly content_hash: string
  readonly revision: number | null
  readonly author: string
  readonly created_at: Date
  readonly updated_at: Date
  /** The time exactly, as the database writes it. */
  readonly position: string
  /** Characters, about: of the content in all its languages. */
  readonly size: number
}

export interface FeedPosition {
  readonly position: string
  readonly id: number
}

/** What is published for everybody, the last changed first, along its index. */
export async function readPublished(
  db: Database,
  page: { readonly workshop_id: number | null; readonly after: FeedPosition | null; readonly limit: number },
): Promise<readonly PublishedRow[]> {
  const { workshop_id, after, limit } = page
  const within =
    workshop_id === null
      ? sql`true`
      : sql`exists (select from workshop_members m where m.workshop_id = ${workshop_id} and m.user_id = w.created_by)`
  const behind =
    after === null ? sql`true` : sql`(w.updated_at, w.id) < (${after.position}::text::timestamptz, ${after.id}::bigint)`
  const { rows } = await sql<PublishedRow>`
    select w.id, w.version, c.content_hash, r.revision, u.display_name as author, w.created_at, w.updated_at,
      to_char(w.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position,
      length(c.content) * (1 + cardinality(w.locales)) as size
    from workflows w join users u on u.id = w.created_by
      left join workflow_revisions r on r.workflow_id = w.id and r.revision = w.revision
      join workflow_contents c on c.content_hash = coalesce(r.content_hash, w.content_hash)
    where w.visibility = 'public' and w.status = 'published' and w.is_template and w.deleted_at is null
      and ${within} and ${behind}
    order by w.updated_at desc, w.id desc limit ${limit}`.execute(db)
  return rows
}
