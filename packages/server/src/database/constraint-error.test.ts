import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertEmptyContent, insertUser } from '../testing/sample-rows.ts'
import { describeEachEngine, openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { constraintViolation } from './constraint-error.ts'

describeEachEngine('constraintViolation()', engine => {
  let database: TestDatabase
  let owner: number
  let content_hash: string
  beforeAll(async () => {
    database = await openTestDatabase(engine)
    owner = await insertUser(database.db)
    content_hash = await insertEmptyContent(database.db)
  })
  afterAll(() => database.close())

  const violationOf = (statement: Promise<unknown>) =>
    statement.then(
      () => null,
      (error: unknown) => constraintViolation(error),
    )
  const insert = (values: { name?: string; created_by?: number; estimated_duration?: number; deleted_at?: Date }) =>
    database.db
      .insertInto('workflows')
      .values({ name: 'Card holder', created_by: owner, content_hash, ...values })
      .execute()

  it('names the unique index when an owner uses a name twice, whatever its case, but not when the first is deleted', async () => {
    await insert({ name: 'Ölflasche' })
    expect(await violationOf(insert({ name: 'ÖLFLASCHE' }))).toEqual({
      kind: 'unique',
      constraint: 'workflows_owner_name_key',
      table: 'workflows',
    })
    await insert({ name: 'Gone', deleted_at: new Date(0) })
    expect(await violationOf(insert({ name: 'gone' }))).toBeNull()
  })

  it('names the foreign key', async () => {
    expect(await violationOf(insert({ created_by: 424_242 }))).toMatchObject({
      kind: 'foreign_key',
      constraint: 'workflows_created_by_fkey',
    })
  })

  it.each([-1, 86_401, Number.NaN, Number.POSITIVE_INFINITY])(
    'names the check that refuses %s minutes',
    async minutes => {
      expect(await violationOf(insert({ name: `W ${minutes}`, estimated_duration: minutes }))).toMatchObject({
        kind: 'check',
        constraint: 'workflows_estimated_duration_check',
      })
    },
  )

  it('refuses a share with nobody and one with two', async () => {
    const { id: workflow_id } = await database.db
      .insertInto('workflows')
      .values({ name: 'Shared', created_by: owner, content_hash })
      .returning('id')
      .executeTakeFirstOrThrow()
    const share = database.db.insertInto('workflow_shares').values({ workflow_id, permission: 'read' })
    expect(await violationOf(share.execute())).toMatchObject({ constraint: 'workflow_shares_one_grantee_check' })
  })

  it('is null for every other error', async () => {
    expect(constraintViolation(new Error('else'))).toBeNull()
    expect(constraintViolation(null)).toBeNull()
  })
})
