import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('preferences', engine => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine })
  })
  afterAll(() => app.close())

  it('are kept whatever they are, and changed entry by entry', async () => {
    const client = app.client((await app.createUser()).token)
    expect((await client.users.me()).preferences).toEqual({})
    const preferences = { theme: 'dark', later: { nested: [1, null, 'x'] } }
    expect((await client.users.updateMe({ body: { preferences } })).preferences).toEqual(preferences)
    await client.users.updateMe({ body: { preferences: { theme: null, speech: true } } })
    await client.users.updateMe({ body: { locale: 'fr' } })
    expect((await client.users.me()).preferences).toEqual({ later: preferences.later, speech: true })
  })

  it('two devices that change different things at once do not undo each other’s', async () => {
    const client = app.client((await app.createUser()).token)
    const names = Array.from({ length: 8 }, (_, n) => `n${n}`)
    await Promise.all(names.map(name => client.users.updateMe({ body: { preferences: { [name]: true } } })))
    expect((await client.users.me()).preferences).toEqual(Object.fromEntries(names.map(name => [name, true])))
  })

  it('take 16 kB and no more, and are nobody else’s business', async () => {
    const user = await app.createUser()
    const body = { preferences: { much: 'é'.repeat(8200) } }
    const told = await refusalOf(await send(app, '/users/me', { method: 'PATCH', token: user.token, body }))
    expect(told).toMatchObject({ status: 422, errors: [{ path: '/preferences' }] })
    expect((await app.client(user.token).users.me()).preferences).toEqual({})
    const seen = await app.client(app.admin.token).users.get({ params: { id: user.id } })
    expect(seen).not.toHaveProperty('preferences')
  })
})
