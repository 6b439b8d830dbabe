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

  it('of own, public and shared ones are index scans among 10,000', async () => {
    const [owner, reader] = [await insertUser(db), await insertUser(db)]
    await makeWorkflows(db, owner, { count: 5000, visibility: 'public' })
    await makeWorkflows(db, owner, { count: 4000, visibility: 'private' })
    await makeWorkflows(db, reader, { count: 1000, visibility: 'private' })
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

  it('find text without regard to case and accents', async () => {
    const owner = await insertUser(db)
    const values = {
      name: 'Étui für Füllfederhalter',
      description: 'GEPRÄGTES Leder',
      created_by: owner,
      content_hash: 'empty',
    }
    await db.insertInto('workflows').values(values).execute()
    const found = (text: string) =>
      db
        .selectFrom('workflows')
        .select('name')
        .where('created_by', '=', owner)
        .where('search_text', 'like', sql<string>`'%' || fold_text(${text}) || '%'`)
        .execute()
    expect(await found('etui FUR')).toHaveLength(1)
    expect(await found('gepragt')).toHaveLength(1)
    expect(await found('wallet')).toHaveLength(0)
  })
})
