import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('the first run', engine => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine, samples: true })
  })
  afterAll(() => app.close())

  it('saves each step at once, as often as one likes, until it is finished', async () => {
    const open = app.client()
    expect(await open.setup.state()).toEqual({ needed: true, units: 'metric' })
    const session = await open.auth.token({ body: { email: app.admin.email, password: app.admin.password } })
    const other = await open.auth.token({ body: { email: app.admin.email, password: app.admin.password } })
    const client = app.client(session.access_token)
    expect(await client.setup.progress()).toMatchObject({ display_name: 'Administrator', samples: true, needed: true })

    await client.setup.save({ body: { display_name: 'Ana', email: 'ana@example.test', password: 'my own password' } })
    await client.setup.save({ body: { workshop_name: 'Ana’s bench', locale: 'de', units: 'imperial' } })
    expect(await client.setup.progress()).toEqual({
      needed: true,
      units: 'imperial',
      display_name: 'Ana',
      email: 'ana@example.test',
      locale: 'de',
      workshop_name: 'Ana’s bench',
      samples: true,
    })
    expect((await refusalOf(await send(app, '/users/me', { method: 'GET', token: other.access_token }))).status).toBe(
      401,
    )
    await open.auth.token({ body: { email: 'ana@example.test', password: 'my own password' } })

    const { total } = await client.workflows.list()
    expect(total).toBeGreaterThan(2)
    expect((await client.setup.save({ body: { samples: false } })).samples).toBe(false)
    expect((await client.workflows.list()).total).toBe(0)
    await client.setup.save({ body: { samples: false } })
    expect((await client.setup.save({ body: { samples: true } })).samples).toBe(true)
    expect((await client.workflows.list()).total).toBe(total)

    expect((await client.setup.save({ body: { finished: true } })).needed).toBe(false)
    expect(await open.setup.state()).toEqual({ needed: false, units: 'imperial' })
    const late = await refusalOf(await send(app, '/setup', { body: { units: 'metric' } }))
    expect([late.status, late.code]).toEqual([409, 'setup.finished'])
  })

  it('takes the administrator’s password, and is over once there are others', async () => {
    const another = await startTestApp({ engine })
    const body = { display_name: 'Whoever came first' }
    expect((await refusalOf(await send(another, '/setup', { token: null, body }))).status).toBe(401)
    const user = await another.createUser()
    expect((await refusalOf(await send(another, '/setup', { token: user.token, body }))).status).toBe(403)
    expect((await another.client().setup.state()).needed).toBe(false)
    expect((await refusalOf(await send(another, '/setup', { body }))).status).toBe(409)
    await another.close()
  })
})
