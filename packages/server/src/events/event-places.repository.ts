import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** How many events get their place in one transaction. */
const batch = 1000

const anyUnplaced = async (db: Database): Promise<boolean> =>
  (await sql`select from outbox where position is null limit 1`.execute(db)).rows.length > 0

/** Under a lock, so that whoever comes next sees the places that this one gave. Answers with how many there were. */
const placeBatch = (db: Database): Promise<number> =>
  db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(hashtextextended('event places', 0))`.execute(tx)
    const { rows } = await sql`
      with unplaced as (select id from outbox where position is null order by id limit ${batch})
      update outbox o set position = p.position
      from (
        select u.id, (select coalesce(max(position), 0) from outbox) + row_number() over (order by u.id) as position
        from unplaced u) p
      where p.id = o.id
      returning o.id`.execute(tx)
    return rows.length
  })

/**
 * Gives every committed event that has none yet its place behind all others, once and for all. So the order of places is an order in which
 * events became visible, and nothing ever turns up before a place that somebody has seen. Of one execution ids go up with its versions
 * (both are taken under its row's lock), and so do places.
 */
export async function placeEvents(db: Database): Promise<void> {
  if (!(await anyUnplaced(db))) return
  while ((await placeBatch(db)) === batch);
}

/** Forgets events older than that, but for the last one, from which places go on. */
export async function forgetEvents(db: Database, before: Date): Promise<void> {
  await placeEvents(db)
  await sql`
    delete from outbox where created_at < ${before} and position < (select max(position) from outbox)`.execute(db)
}
