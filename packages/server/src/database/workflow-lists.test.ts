import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertEmptyContent, insertUser } from '../testing/sample-rows.ts'
import { describeEachEngine, openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import type { Database } from './database.ts'

const makeWorkflows = (db: Database, owner: number, { count, visibility }: { count: number; visibility: string }) =>
  sql`
    insert into workflows (name, created_by, content_hash, visibility, updated_at)
    select ${visibility} || ' ' || n, ${owner}::int8, 'empty', ${visibility}, now() - make_interval(secs => n)
    from generate_series(1, ${count}::int) n
  `.execute(db)

const keptCounts = async (db: Database, owner: number) => {
  const rows = await db.selectFrom('workflow_counts').selectAll().where('created_by', '=', owner).execute()
  return Object.fromEntries(rows.filter(({ count }) => count !== 0).map(({ visibility, count }) => [visibility, count]))
}

describeEachEngine('lists of workflows', engine => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await openTestDatabase(engine)
    db = database.db
    await insertEmptyContent(db)
  })
  afterAll(() => database.close())

  it('have their totals kept through inserting, publishing, deleting, restoring and removing', async () => {
    const [owner, other] = [await insertUser(db), await insertUser(db)]
    await makeWorkflows(db, owner, { count: 5, visibility: 'private' })
    await makeWorkflows(db, owner, { count: 2, visibility: 'public' })
    expect(await keptCounts(db, owner)).toEqual({ private: 5, public: 2 })

    const mine = db.updateTable('workflows').where('created_by', '=', owner)
    await mine.set({ visibility: 'public' }).where('name', 'in', ['private 1', 'private 2']).execute()
    expect(await keptCounts(db, owner)).toEqual({ private: 3, public: 4 })
    await mine
      .set({ deleted_at: sql`now()` })
      .where('name', 'in', ['private 3', 'public 1'])
      .execute()
    expect(await keptCounts(db, owner)).toEqual({ private: 2, public: 3 })
    await mine.set({ deleted_at: null }).where('name', '=', 'public 1').execute()
    await mine.set({ description: 'Nothing that is counted' }).execute()
    expect(await keptCounts(db, owner)).toEqual({ private: 2, public: 4 })
    await mine.set({ created_by: other }).where('name', '=', 'public 2').execute()
    expect([await keptCounts(db, owner), await keptCounts(db, other)]).toEqual([
      { private: 2, public: 3 },
      { public: 1 },
    ])
    await db.deleteFrom('workflows').where('created_by', '=', owner).execute()
    expect(await keptCounts(db, owner)).toEqual({})
  })

  it('keep no count of what was rolled back', async () => {
    const owner = await insertUser(db)
    const undone = db.transaction().execute(async tx => {
      await makeWorkflows(tx, owner, { count: 3, visibility: 'private' })
      throw new Error('rolled back on purpose')
    })
    await expect(undone).rejects.toThrow('on purpose')
    expect(await keptCounts(db, owner)).toEqual({})
  })

  it('of own, public and shared ones are index scans among 10,000', { timeout: 120_000 }, async () => {
    const [owner, reader] = [await insertUser(db), await insertUser(db)]
    // Searching is not what is looked at here, and would take longest.
    await sql`alter table workflows disable trigger workflow_searched_on_insert`.execute(db)
    await makeWorkflows(db, owner, { count: 5000, visibility: 'public' })
    await makeWorkflows(db, owner, { count: 4000, visibility: 'private' })
    await makeWorkflows(db, reader, { count: 1000, visibility: 'private' })
    await sql`alter table workflows enable trigger workflow_searched_on_insert`.execute(db)
    await sql`
      insert into workflow_shares (workflow_id, user_id, permission)
      select id, ${reader}::int8, 'read' from workflows where created_by = ${owner} and visibility = 'private' limit 30
    `.execute(db)
    await sql`analyze`.execute(db)
    const live = db.selectFrom('workflows').select(['id', 'updated_at']).where('deleted_at', 'is', null)
    const newest = (query: typeof live) =>
      db.selectFrom(query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(50).as('part')).selectAll()
    const shared = db.selectFrom('workflow_shares').select('workflow_id').where('user_id', '=', reader)
    const list = newest(live.where('created_by', '=', reader))
      .unionAll(newest(live.where('visibility', '=', 'public')))
      .unionAll(newest(live.where('id', 'in', shared)))
    const plan = JSON.stringify(await list.explain('json'))
    expect(plan).toContain('idx_workflow_owner_updated')
    expect(plan).toContain('idx_workflow_visibility_updated')
    expect(plan).not.toMatch(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"workflows"/)
    expect((await list.execute()).length).toBe(130)
  })

  it('know how many are shared with whom, whatever is shared, taken back, hidden or removed', async () => {
    const [owner, other, reader] = [await insertUser(db), await insertUser(db), await insertUser(db)]
    const { id: workshop_id } = await db
      .insertInto('workshops')
      .values({ name: `Counted ${reader}` })
      .returning('id')
      .executeTakeFirstOrThrow()
    await makeWorkflows(db, owner, { count: 3, visibility: 'shared' })
    await makeWorkflows(db, owner, { count: 1, visibility: 'private' })
    await makeWorkflows(db, other, { count: 1, visibility: 'shared' })
    const counts = async () => {
      const rows = await db
        .selectFrom('workflow_share_counts')
        .select(['grantee', 'created_by', 'count'])
        .where('created_by', 'in', [owner, other])
        .where('count', '<>', 0)
        .execute()
      return Object.fromEntries(
        rows.map(row => [`${row.grantee} ${row.created_by === owner ? 'owner' : 'other'}`, row.count]),
      )
    }
    await sql`insert into workflow_shares (workflow_id, user_id, permission)
      select id, ${reader}::int8, 'read' from workflows where created_by in (${owner}, ${other})`.execute(db)
    await sql`insert into workflow_shares (workflow_id, workshop_id, permission)
      select id, ${workshop_id}::int8, 'read' from workflows where created_by = ${owner} and name in ('shared 1', 'private 1')`.execute(
      db,
    )
    expect(await counts()).toEqual({ 'user owner': 3, 'user other': 1, 'workshop owner': 1 })

    const theirs = db.updateTable('workflows').where('created_by', '=', owner)
    await theirs.set({ visibility: 'shared' }).where('name', '=', 'private 1').execute()
    expect(await counts()).toEqual({ 'user owner': 4, 'user other': 1, 'workshop owner': 2 })
    await theirs
      .set({ deleted_at: sql`now()` })
      .where('name', '=', 'shared 1')
      .execute()
    expect(await counts()).toEqual({ 'user owner': 3, 'user other': 1, 'workshop owner': 1 })
    await sql`update workflow_shares set user_id = null, workshop_id = ${workshop_id}
      where workflow_id in (select id from workflows where created_by = ${owner} and name = 'shared 2')`.execute(db)
    await db
      .deleteFrom('workflow_shares')
      .where('user_id', '=', reader)
      .where(
        'workflow_id',
        'in',
        db.selectFrom('workflows').select('id').where('name', '=', 'shared 3').where('created_by', '=', owner),
      )
      .execute()
    expect(await counts()).toEqual({ 'user owner': 1, 'user other': 1, 'workshop owner': 2 })
    await db.deleteFrom('workflows').where('created_by', '=', other).execute()
    await db.deleteFrom('workshops').where('id', '=', workshop_id).execute()
    expect(await counts()).toEqual({ 'user owner': 1 })
  })

  it('find words by their stems, beginnings and without accents, in each language', async () => {
    const owner = await insertUser(db)
    const texts = [
      ['fr', 'Étui à lunettes', 'cuir tanné, coutures à la main'],
      ['de', 'Häuser aus Holz', 'für Füllfederhalter'],
      ['es', 'Caja de roble', 'uniones encoladas'],
      ['en', 'Boxes for knives', "C:\\\\temp/some-thing 'quoted' \\"],
    ] as const
    for (const [default_locale, name, description] of texts)
      await db
        .insertInto('workflows')
        .values({ name, description, default_locale, created_by: owner, content_hash: 'empty' })
        .execute()
    const found = async (words: string[], locale = 'en') => {
      const { rows } = await sql<{ name: string }>`
        select w.name from workflows w join workflow_search s on s.workflow_id = w.id
        where w.created_by = ${owner} and s.document @@ search_query(${words}::text[], ${[locale]}::text[])`.execute(db)
      return rows.map(row => row.name)
    }
    expect(await found(['etui'])).toEqual(['Étui à lunettes'])
    expect(await found(['tannées'], 'fr')).toEqual(['Étui à lunettes'])
    expect(await found(['Haus'], 'de-AT')).toEqual(['Häuser aus Holz'])
    expect(await found(['FULLFED', 'holz'])).toEqual(['Häuser aus Holz'])
    expect(await found(['encolada'], 'es')).toEqual(['Caja de roble'])
    expect(await found(['box'], 'en')).toEqual(['Boxes for knives'])
    expect(await found(['thing'])).toEqual(['Boxes for knives'])
    expect(await found(['wallet'])).toEqual([])
    expect(await found(['walet|holz'])).toEqual(['Häuser aus Holz'])
  })
})
