import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let names = 0
const newName = () => `Idempotent ${++names}`

describeEachEngine('Idempotency-Key', engine => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine })
  })
  afterAll(() => app.close())

  const create = (name: string, key: string, token?: string) =>
    send(app, '/workshops', { body: { name }, headers: { 'idempotency-key': key }, ...(token && { token }) })
  const howMany = async (name: string) =>
    (await app.client(app.admin.token).workshops.list({ query: { limit: 100 } })).items.filter(
      workshop => workshop.name === name,
    ).length

  it('gives the first answer again, without a second effect', async () => {
    const name = newName()
    const first = await create(name, 'replay')
    const second = await create(name, 'replay')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect(await howMany(name)).toBe(1)
  })

  it('refuses the key for another body', async () => {
    await create(newName(), 'mismatch')
    expect(await refusalOf(await create(newName(), 'mismatch'))).toMatchObject({
      status: 409,
      code: 'request.idempotency_mismatch',
      detail: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
    })
  })

  it('belongs to the user: somebody else with the same key makes their own', async () => {
    const other = await app.createUser({ is_superuser: true })
    const [mine, theirs] = [newName(), newName()]
    expect((await create(mine, 'shared')).status).toBe(201)
    expect((await create(theirs, 'shared', other.token)).status).toBe(201)
  })

  it('has one effect when eight requests come at once', async () => {
    const name = newName()
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(name, 'at-once')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    const bodies = await Promise.all(answers.map(answer => answer.text()))
    expect(new Set(bodies).size).toBe(1)
    expect(await howMany(name)).toBe(1)
  })

  it('a refused request leaves nothing, so the key can be tried again', async () => {
    const name = newName()
    await create(name, 'first-come')
    expect((await create(name, 'retry')).status).toBe(409)
    await app.context.db
      .updateTable('workshops')
      .set({ name: `${name} moved` })
      .where('name', '=', name)
      .execute()
    expect((await create(name, 'retry')).status).toBe(201)
  })

  it('works where a request changes nothing', async () => {
    const validate = (body: unknown) =>
      send(app, '/workflows/import/validate', { body, headers: { 'idempotency-key': 'no-effect' } })
    const first = await validate({ preset_info: {} })
    const text = await first.text()
    expect(first.status).toBe(200)
    expect(await (await validate({ preset_info: {} })).text()).toBe(text)
    expect(await refusalOf(await validate({ other: 1 }))).toMatchObject({ code: 'request.idempotency_mismatch' })
  })

  it('never stores the value of an API token, and yet gives it again', async () => {
    const make = () =>
      send(app, '/users/me/tokens', { body: { name: 'sensor' }, headers: { 'idempotency-key': 'token' } })
    const first = (await (await make()).json()) as { token: string }
    const second = (await (await make()).json()) as { token: string }
    expect(second).toEqual(first)
    expect((await send(app, '/users/me', { method: 'GET', token: second.token })).status).toBe(200)
    const rows = await app.context.db.selectFrom('idempotency_keys').select('body').execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ body }) => body.includes(first.token))).toEqual([])
  })

  it('refuses a key that is none', async () => {
    expect(await refusalOf(await create(newName(), 'two words'))).toMatchObject({
      status: 422,
      errors: [{ path: 'Idempotency-Key' }],
    })
  })
})

describe('Idempotency-Key on a server with several connections', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine: 'postgres' })
  })
  afterAll(() => app.close())

  it('is told to come back while the first request with it is still under way', async () => {
    const route = 'POST /workshops'
    const attempt = () => send(app, '/workshops', { body: { name: 'Slow' }, headers: { 'idempotency-key': 'slow' } })
    const late = await app.context.db.transaction().execute(async tx => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${app.admin.id} ${route} slow`}, 0))`.execute(tx)
      return attempt()
    })
    const told = await refusalOf(late)
    expect(told).toMatchObject({
      status: 409,
      code: 'request.idempotency_in_progress',
      detail: 'The first request with this Idempotency-Key is still under way. Try again in a moment.',
    })
    expect(told.headers.get('retry-after')).toBe('1')
    expect((await attempt()).status).toBe(201)
  })
})
