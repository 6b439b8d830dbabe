import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let names = 0
const newName = () => `Workshop ${++names}`

describeEachEngine('users and workshops', engine => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine })
  })
  afterAll(() => app.close())

  const admin = () => app.client(app.admin.token)

  it('the first start makes a superuser who manages the first workshop', async () => {
    expect(await admin().users.me()).toMatchObject({ email: 'admin@example.test', is_superuser: true })
    const { items } = await admin().workshops.list()
    expect(items[0]).toMatchObject({ role: 'manager' })
  })

  it('a new user belongs to the first workshop, unless stated', async () => {
    const user = await app.createUser()
    const { items, total } = await app.client(user.token).workshops.list()
    expect([total, items[0]?.role]).toEqual([1, 'member'])
    const workshop = await admin().workshops.create({ body: { name: newName() } })
    const other = await app.createUser({ workshop_id: workshop.id, role: 'manager' })
    expect((await app.client(other.token).workshops.list()).items).toMatchObject([{ id: workshop.id, role: 'manager' }])
    const nowhere = await refusal(app.createUser({ workshop_id: 999_999 }))
    expect(nowhere).toMatchObject({ status: 422, message: 'There is no workshop 999999 for the user to belong to.' })
  })

  it('an address is taken whatever its case, also when two come at once', async () => {
    const email = `twin-${engine}@example.test`
    const make = (address: string) => app.createUser({ email: address })
    const answers = await Promise.allSettled([make(email), make(email.toUpperCase())])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(make(email))).body).toMatchObject({
      code: 'user.email_taken',
      detail: `There is a user with the e-mail ${email} already.`,
    })
  })

  it('users are for superusers to look after', async () => {
    const user = await app.createUser()
    expect(await refusalOf(await send(app, '/users', { method: 'GET', token: user.token }))).toMatchObject({
      status: 403,
      code: 'access.forbidden',
      detail: 'Only a superuser may do this.',
    })
  })

  it('finds users by a part of name or address, in which % and _ mean nothing', async () => {
    const user = await app.createUser({ display_name: '100%_Anna' })
    const found = (search: string) => admin().users.list({ query: { search } })
    expect((await found('100%_a')).items.map(({ id }) => id)).toEqual([user.id])
    expect((await found('100__A')).total).toBe(0)
  })

  it('the last superuser stays one, also when two give it up at once', async () => {
    const own = await admin().users.me()
    const demote = (id: number, token: string) =>
      app.client(token).users.update({ params: { id }, body: { is_superuser: false } })
    expect((await refusal(demote(own.id, app.admin.token))).code).toBe('user.last_superuser')
    const second = await app.createUser({ is_superuser: true })
    const both = await Promise.allSettled([demote(own.id, app.admin.token), demote(second.id, second.token)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await app.context.db.updateTable('users').set({ is_superuser: true }).where('id', '=', own.id).execute()
    app.context.callers.forget()
  })

  it('removes a user who has made nothing, and leaves one who has without name and access', async () => {
    const [idle, busy] = [await app.createUser(), await app.createUser()]
    await app.client(busy.token).workflows.create({ body: { name: 'Stool' } })
    for (const { id } of [idle, busy]) await admin().users.delete({ params: { id } })
    expect((await refusal(admin().users.get({ params: { id: idle.id } }))).code).toBe('user.not_found')
    expect(await admin().users.get({ params: { id: busy.id } })).toMatchObject({
      is_active: false,
      display_name: `Former member ${busy.id}`,
    })
    expect((await refusal(app.client(busy.token).users.me())).code).toBe('auth.invalid_token')
  })

  it('a workshop of others is not there, one of your own is not yours to manage', async () => {
    const workshop = await admin().workshops.create({ body: { name: newName() } })
    const member = await app.createUser({ workshop_id: workshop.id })
    const stranger = app.client((await app.createUser()).token)
    const params = { id: workshop.id }
    expect((await refusal(stranger.workshops.get({ params }))).body).toMatchObject({
      code: 'workshop.not_found',
      detail: `There is no workshop ${workshop.id} that you belong to.`,
    })
    const rename = app.client(member.token).workshops.update({ params, body: { name: newName() } })
    expect((await refusal(rename)).body).toMatchObject({
      code: 'access.forbidden',
      detail: 'Only a manager of the workshop may do this. Ask one of them.',
    })
  })

  it('X-Workshop-Id picks one of your own; another one is not there', async () => {
    const workshop = await admin().workshops.create({ body: { name: newName() } })
    const user = await app.createUser()
    const list = (token: string, id: number | string) =>
      send(app, '/workflows/executions', { method: 'GET', token, headers: { 'x-workshop-id': String(id) } })
    expect((await refusalOf(await list(user.token, workshop.id))).code).toBe('workshop.not_found')
    expect((await refusalOf(await list(user.token, 'x'))).code).toBe('workshop.not_found')
    expect((await list(app.admin.token, workshop.id)).status).toBe(200)
    expect((await refusalOf(await list(app.admin.token, 999_999))).status).toBe(404)
  })

  it('names of workshops are taken once, and who is no member can not be removed', async () => {
    const name = newName()
    const { id } = await admin().workshops.create({ body: { name } })
    const again = await refusal(admin().workshops.create({ body: { name } }))
    expect([again.status, again.code]).toEqual([409, 'workshop.name_taken'])
    expect(again.message).toContain(`“${name}”`)
    const { id: user_id } = await app.createUser()
    const gone = await refusal(admin().workshops.removeMember({ params: { id, user_id } }))
    expect([gone.status, gone.code]).toEqual([404, 'workshop.member_not_found'])
    expect(gone.message).toMatch(/[.]$/)
  })

  it('managers add, promote and remove; the last manager stays', async () => {
    const { id } = await admin().workshops.create({ body: { name: newName(), description: 'Wood and leather' } })
    const [boss, hand] = [await app.createUser({ workshop_id: id, role: 'manager' }), await app.createUser()]
    const own = app.client(boss.token).workshops
    const params = { id, user_id: hand.id }
    expect(await own.addMember({ params: { id }, body: { email: hand.email.toUpperCase() } })).toMatchObject({
      user_id: hand.id,
      role: 'member',
    })
    expect((await refusal(own.addMember({ params: { id }, body: { user_id: hand.id } }))).code).toBe(
      'workshop.already_member',
    )
    expect((await refusal(own.addMember({ params: { id }, body: { email: 'nobody@example.test' } }))).status).toBe(422)
    expect(await own.updateMember({ params, body: { role: 'manager' } })).toMatchObject({ role: 'manager' })
    await own.removeMember({ params: { id, user_id: app.admin.id } })
    await app.client(hand.token).workshops.removeMember({ params: { id, user_id: boss.id } })
    expect((await refusal(app.client(hand.token).workshops.removeMember({ params }))).body).toMatchObject({
      code: 'workshop.last_manager',
      detail: 'This is the last manager. Make somebody else a manager first.',
    })
    expect((await refusal(own.listMembers({ params: { id } }))).code).toBe('workshop.not_found')
  })

  it('a default workshop has to be one of your own', async () => {
    const workshop = await admin().workshops.create({ body: { name: newName() } })
    const user = await app.createUser()
    const choose = app.client(user.token).users.updateMe({ body: { default_workshop_id: workshop.id } })
    expect((await refusal(choose)).body.errors?.[0]?.path).toBe('/default_workshop_id')
    await admin().workshops.addMember({ params: { id: workshop.id }, body: { user_id: user.id } })
    const changed = await app
      .client(user.token)
      .users.updateMe({ body: { default_workshop_id: workshop.id, display_name: 'Anna', locale: 'de-CH' } })
    expect(changed).toMatchObject({ default_workshop_id: workshop.id, display_name: 'Anna', locale: 'de-CH' })
  })
})
