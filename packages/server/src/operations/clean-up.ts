import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { forgetEvents } from '../events/event-places.repository.ts'
import { keptFiles } from '../executions/photo.repository.ts'
import type { PhotoStore } from '../executions/photo-store.ts'
import { deleteEndedLinks } from '../workflows/workflow-link.repository.ts'

const hour = 3_600_000
const day = 24 * hour

/** A device may lie in a drawer for weeks before it sends what it kept. */
const idempotencyKept = 30 * day
/** A spent or ended token is worth knowing for a while: whoever shows it ends the family. */
const tokensKept = 7 * day

/** How long after the last look somebody still goes on where they were. */
const eventsKept = 30 * day

/** How far back a refused change is told what differs: so long, and so many versions of a workflow. */
const versionsKept = { age: 30 * day, count: 100 }

/**
 * Forgets old versions of workflows, never the newest of one, and with them the contents that nothing refers to any more. A content
 * that somebody is just storing again is held (`storeContent`): then this fails as a whole, and is done the next time.
 */
async function cleanUpVersions(db: Database, before: (age: number) => Date): Promise<void> {
  await db.transaction().execute(async tx => {
    const { rows } = await sql<{ content_hash: string }>`
      delete from workflow_versions v using (
        select workflow_id, version, row_number() over (partition by workflow_id order by version desc) as place
        from workflow_versions) r
      where r.workflow_id = v.workflow_id and r.version = v.version and r.place > 1
        and (r.place > ${versionsKept.count} or v.created_at < ${before(versionsKept.age)})
      returning v.content_hash`.execute(tx)
    const hashes = [...new Set(rows.map(row => row.content_hash))]
    if (hashes.length === 0) return
    await sql`
      delete from workflow_contents c
      where c.content_hash = any(${hashes}::text[])
        and not exists (select from workflows w where w.content_hash = c.content_hash)
        and not exists (select from workflow_revisions r where r.content_hash = c.content_hash)
        and not exists (select from workflow_versions v where v.content_hash = c.content_hash)
        and not exists (select from workflow_copies o where o.base_content_hash = c.content_hash)
        and not exists (select from workflow_proposals p
          where p.content_hash = c.content_hash or p.base_content_hash = c.content_hash)`.execute(tx)
  })
}

/** Removes pictures that no photo has: of an addition that was cut short, or of a run that is gone. */
async function cleanUpPhotos(db: Database, store: PhotoStore, before: Date): Promise<void> {
  let names: string[] = []
  const sweep = async () => {
    const kept = await keptFiles(db, names)
    for (const name of names) if (!kept.has(name)) await store.remove(name)
    names = []
  }
  for await (const name of store.olderThan(before)) if (names.push(name) === 500) await sweep()
  await sweep()
}

interface CleanUpDeps {
  readonly db: Database
  readonly photos: PhotoStore
  readonly now: () => Date
}

/** Removes what has had its time; safe to run in several processes at once. */
export async function cleanUp({ db, photos, now: clock }: CleanUpDeps): Promise<void> {
  const now = clock()
  const before = (age: number) => new Date(now.getTime() - age)
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before(idempotencyKept)).execute()
  await db.deleteFrom('refresh_tokens').where('expires_at', '<', before(tokensKept)).execute()
  await db.deleteFrom('invitations').where('expires_at', '<', before(tokensKept)).execute()
  await db.deleteFrom('password_resets').where('expires_at', '<', before(tokensKept)).execute()
  await deleteEndedLinks(db, now)
  await db.deleteFrom('workflow_execution_questions').where('asked_at', '<', before(hour)).execute()
  await db.deleteFrom('workflow_execution_presence').where('seen_at', '<', before(hour)).execute()
  await forgetEvents(db, before(eventsKept))
  await cleanUpVersions(db, before)
  await cleanUpPhotos(db, photos, before(day))
}

/** Cleans up every hour; what goes wrong is told and tried again the next time. Returns what stops it. */
export function startCleanUp(deps: CleanUpDeps, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => void cleanUp(deps).catch(onError), hour)
  timer.unref()
  return () => clearInterval(timer)
}
