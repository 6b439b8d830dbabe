import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeEachEngine, openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import type { Database } from './database.ts'

const readNumber = async (db: Database) => {
  const { value } = await db.selectFrom('settings').select('value').where('key', '=', 'n').executeTakeFirstOrThrow()
  return Number(value)
}

describeEachEngine('transactions', engine => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await openTestDatabase(engine)
    db = database.db
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await db.deleteFrom('settings').execute()
    await db.insertInto('settings').values({ key: 'n', value: '0' }).execute()
  })

  it('twenty that read, wait and write at once, four of them rolled back, count to sixteen', async () => {
    const add = (fails: boolean) =>
      db.transaction().execute(async tx => {
        const { value } = await tx
          .selectFrom('settings')
          .select('value')
          .where('key', '=', 'n')
          .forUpdate()
          .executeTakeFirstOrThrow()
        await sleep(1)
        await tx
          .updateTable('settings')
          .set({ value: JSON.stringify(Number(value) + 1) })
          .where('key', '=', 'n')
          .execute()
        if (fails) throw new Error('rolled back on purpose')
      })
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => add(index % 5 === 0)))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await readNumber(db)).toBe(16)
  })

  it('are not joined by plain queries that run meanwhile', async () => {
    let entered = () => {}
    const inside = new Promise<void>(resolve => (entered = resolve))
    const writing = db.transaction().execute(async tx => {
      await tx.updateTable('settings').set({ value: '7' }).where('key', '=', 'n').execute()
      entered()
      await sleep(20)
      throw new Error('rolled back on purpose')
    })
    await inside
    const [, seen] = await Promise.allSettled([writing, readNumber(db)])
    expect(seen).toEqual({ status: 'fulfilled', value: 0 })
    expect(await readNumber(db)).toBe(0)
  })

  it('refuse a plain query from within, and say what to do instead', async () => {
    const mistake = db.transaction().execute(async () => readNumber(db))
    await expect(mistake).rejects.toThrow('Pass the transaction (`tx`) on')
    expect(await readNumber(db)).toBe(0)
  })

  it('let plain queries through again once they are over, in code that they called', async () => {
    let later: Promise<number> = Promise.resolve(-1)
    await db.transaction().execute(async tx => {
      await tx.updateTable('settings').set({ value: '3' }).where('key', '=', 'n').execute()
      later = sleep(50).then(() => readNumber(db))
    })
    expect(await later).toBe(3)
  })

  it('fail at commit when a statement failed and nobody noticed', async () => {
    const careless = db.transaction().execute(async tx => {
      await tx.updateTable('settings').set({ value: '9' }).where('key', '=', 'n').execute()
      await sql`select 1 / 0`.execute(tx).catch(() => {})
    })
    await expect(careless).rejects.toThrow('rolled back')
    expect(await readNumber(db)).toBe(0)
  })

  it('go on from a savepoint that was rolled back to', async () => {
    const tx = await db.startTransaction().execute()
    const marked = await tx.savepoint('before').execute()
    await expect(sql`select 1 / 0`.execute(marked)).rejects.toMatchObject({ code: '22012' })
    await marked.rollbackToSavepoint('before').execute()
    await tx.updateTable('settings').set({ value: '4' }).where('key', '=', 'n').execute()
    await tx.commit().execute()
    expect(await readNumber(db)).toBe(4)
  })

  it('keep the isolation level that was asked for', async () => {
    const level = await db
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async tx => sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(tx))
    expect(level.rows).toEqual([{ level: 'serializable' }])
  })

  it('say how many rows were written', async () => {
    const [result] = await db.updateTable('settings').set({ value: '1' }).where('key', 'in', ['n', 'none']).execute()
    expect(result?.numUpdatedRows).toBe(1n)
  })

  it('a repeated query survives a change of the table that it reads', async () => {
    const read = () => sql`select * from probe where id > ${0}`.execute(db).then(({ rows }) => rows)
    await sql.raw('create table probe (id int); insert into probe values (1)').execute(db)
    for (let times = 0; times < 3; times++) expect(await read()).toEqual([{ id: 1 }])
    await sql.raw('alter table probe add column name text').execute(db)
    // The server refuses what it had prepared once, and prepares it anew.
    await read().catch(() => {})
    expect(await read()).toEqual([{ id: 1, name: null }])
  })
})
