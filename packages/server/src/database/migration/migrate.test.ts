import { sql } from 'kysely'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import {
  copyEmbeddedTemplate,
  createPostgresDatabase,
  describeEachEngine,
  engines,
  openTestDatabase,
  type TestDatabase,
} from '../../testing/test-database.ts'
import { takeOwnerLock } from '../embedded/owner-lock.ts'
import { migrations } from '../generated/migrations.ts'
import { openDatabase } from '../open-database.ts'
import { migrate } from './migrate.ts'

const next = migrations.length + 1
const addition = { version: next, name: 'add_probe', sql: 'create table probe (id int); insert into probe values (1);' }

describeEachEngine('migrate()', engine => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())
  afterEach(() =>
    sql.raw(`drop table if exists probe; delete from schema_migrations where version = ${next}`).execute(database.db),
  )

  const applied = async () =>
    (
      await sql<{ version: number }>`select version from schema_migrations order by version`.execute(database.db)
    ).rows.map(({ version }) => version)

  it('records what it applied, and does nothing the second time', async () => {
    const before = await applied()
    await migrate(database.db)
    expect(await applied()).toEqual(before)
    expect(before).toEqual(migrations.map(({ version }) => version))
  })

  it('brings an older database forward', async () => {
    await migrate(database.db, [...migrations, addition])
    expect(await applied()).toContain(next)
    expect((await sql`select id from probe`.execute(database.db)).rows).toEqual([{ id: 1 }])
  })

  it('leaves nothing of a migration that fails', async () => {
    const broken = { ...addition, sql: 'create table probe (id int); select 1 / 0;' }
    await expect(migrate(database.db, [...migrations, broken])).rejects.toMatchObject({ code: '22012' })
    expect(await applied()).not.toContain(next)
    expect((await sql`select to_regclass('probe') as found`.execute(database.db)).rows).toEqual([{ found: null }])
  })

  it('applies each migration once when several start at the same time', async () => {
    const all = [...migrations, addition]
    await Promise.all(Array.from({ length: 5 }, () => migrate(database.db, all)))
    expect((await sql`select id from probe`.execute(database.db)).rows).toEqual([{ id: 1 }])
  })

  it('refuses a database that is newer than the program, naming both versions', async () => {
    await migrate(database.db, [...migrations, addition])
    await expect(migrate(database.db)).rejects.toMatchObject({
      name: 'NewerSchemaError',
      databaseVersion: next,
      programVersion: migrations.length,
      message: expect.stringMatching(`schema version ${next}.*knows up to ${migrations.length}`) as string,
    })
  })

  it('refuses a migration that was changed after it had been applied', async () => {
    await migrate(database.db, [...migrations, addition])
    const changed = { ...addition, sql: 'create table probe (id bigint)' }
    await expect(migrate(database.db, [...migrations, changed])).rejects.toThrow(
      `Migration ${next} (add_probe) of this program differs`,
    )
  })
})

it.each(engines)('openDatabase() refuses a newer database and lets go of it (%s)', async engine => {
  const made = engine === 'embedded' ? { dataDir: copyEmbeddedTemplate() } : await createPostgresDatabase()
  const where = 'dataDir' in made ? made : { databaseUrl: made.url }
  const newer = await openDatabase(where)
  await migrate(newer.db, [...migrations, addition])
  await newer.close()
  await expect(openDatabase(where)).rejects.toThrow('Start the newer version')
  if ('dataDir' in made) (await takeOwnerLock(made.dataDir)).release()
  if ('dataDir' in made) rmSync(made.dataDir, { recursive: true })
  else await made.drop()
})
