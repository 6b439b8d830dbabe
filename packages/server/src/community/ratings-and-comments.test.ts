import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

interface Person {
  readonly id: number
  readonly client: Client
}

let made = 0

describeEachEngine('ratings and comments', engine => {
  let app: TestApp
  let admin: Client
  let maker: Person
  let people: Person[]

  const newPerson = async (): Promise<Person> => {
    const { id, token } = await app.createUser()
    return { id, client: app.client(token) }
  }
  const newWorkflow = async (visibility: 'private' | 'shared' | 'public' = 'public') =>
    (await maker.client.workflows.create({ body: { name: `Rated piece ${++made}`, visibility } })).id
  const statuses = (attempts: readonly Promise<unknown>[]) =>
    Promise.all(attempts.map(async attempt => (await refusal(attempt)).status))
  const person = (index: number): Person => people[index] ?? maker

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    maker = await newPerson()
    people = []
    for (let i = 0; i < 5; i++) people.push(await newPerson())
  })
  afterAll(() => app.close())

  it('keeps one rating a person, their average and their number', async () => {
    const params = { id: await newWorkflow() }
    expect(await person(0).client.community.rating({ params })).toEqual({
      stars: null,
      rating_average: null,
      rating_count: 0,
    })
    await person(0).client.community.rate({ params, body: { stars: 5 } })
    const second = await person(1).client.community.rate({ params, body: { stars: 2 } })
    expect(second).toEqual({ stars: 2, rating_average: 3.5, rating_count: 2 })
    await person(1).client.community.rate({ params, body: { stars: 4 } })
    const shown = await maker.client.workflows.get({ params })
    expect(shown).toMatchObject({ rating_average: 4.5, rating_count: 2, version: 1 })
    await person(0).client.community.unrate({ params })
    await person(1).client.community.unrate({ params })
    expect(await maker.client.workflows.get({ params })).toMatchObject({ rating_average: null, rating_count: 0 })
    const nothing = await refusal(person(1).client.community.unrate({ params }))
    expect([nothing.status, nothing.code]).toEqual([404, 'rating.not_found'])
  })

  it('adds up exactly when many rate at once, change their minds, and take it back', async () => {
    const params = { id: await newWorkflow() }
    const rate = (index: number, stars: number) => person(index).client.community.rate({ params, body: { stars } })
    await Promise.all([0, 1, 2, 3, 4].flatMap(i => [rate(i, 1), rate(i, 3), rate(i, 5)]))
    await Promise.all([rate(0, 1), rate(1, 2), rate(2, 4), rate(3, 4), person(4).client.community.unrate({ params })])
    expect(await maker.client.community.rating({ params })).toEqual({
      stars: null,
      rating_average: 11 / 4,
      rating_count: 4,
    })
  })

  it('takes the ratings of somebody who is deleted out of the sum', async () => {
    const params = { id: await newWorkflow() }
    const leaver = await newPerson()
    await leaver.client.community.rate({ params, body: { stars: 1 } })
    await person(0).client.community.rate({ params, body: { stars: 5 } })
    await admin.users.delete({ params: { id: leaver.id } })
    expect(await maker.client.community.rating({ params })).toMatchObject({ rating_average: 5, rating_count: 1 })
  })

  it('refuses to rate one’s own, what is not public, what one does not see, and anything but 1 to 5 stars', async () => {
    const open = { id: await newWorkflow() }
    const shared = { id: await newWorkflow('shared') }
    await maker.client.sharing.put({ params: shared, body: { user_id: person(0).id, permission: 'edit' } })
    const rate = (client: Client, params: { id: number }, stars = 3) =>
      client.community.rate({ params, body: { stars } })
    expect(
      await statuses([
        rate(maker.client, open),
        rate(person(0).client, shared),
        rate(person(1).client, shared),
        rate(person(0).client, open, 0),
        rate(person(0).client, open, 6),
        rate(person(0).client, open, 2.5),
        rate(app.client(), open),
        person(1).client.community.rating({ params: shared }),
        person(1).client.community.unrate({ params: shared }),
      ]),
    ).toEqual([403, 403, 404, 422, 422, 422, 401, 404, 404])
    expect((await refusal(rate(maker.client, open))).message).toContain('It is your own.')
    expect((await refusal(rate(person(0).client, shared))).message).toContain('It is shared')
    expect(await maker.client.community.rating({ params: open })).toMatchObject({ rating_count: 0 })
  })

  it('refuses to rate one’s own at a station, too, where nobody owns anything', async () => {
    const workshop = await admin.workshops.create({ body: { name: `Raters ${engine}` } })
    const station = await admin.stations.create({ params: { id: workshop.id }, body: { name: 'Bench' } })
    const owner = await app.createUser({ workshop_id: workshop.id })
    const atDesk = app.client(owner.token)
    await atDesk.stations.setPin({ body: { pin: '1234' } })
    const body = { station_token: station.token, user_id: owner.id, pin: '1234' }
    const atBench = app.client((await app.client().stations.signIn({ body })).access_token)
    const { id } = await atDesk.workflows.create({ body: { name: `Praised ${engine}`, visibility: 'public' } })
    const told = await refusal(atBench.community.rate({ params: { id }, body: { stars: 5 } }))
    expect([told.status, told.code]).toEqual([403, 'access.forbidden'])
    expect(told.message).toContain('It is your own.')
    expect(await atDesk.community.rating({ params: { id } })).toMatchObject({ rating_count: 0 })
    const others = { id: await newWorkflow() }
    expect(await atBench.community.rate({ params: others, body: { stars: 4 } })).toMatchObject({ rating_count: 1 })
  })

  it('lists comments with their authors, the newest first, in pages, and keeps their number', async () => {
    const params = { id: await newWorkflow() }
    const texts = ['First!', 'Zweite\nZeile <b>nicht</b> fett', 'Third']
    for (const [index, text] of texts.entries())
      await person(index).client.community.comment({ params, body: { text } })
    const page = await maker.client.community.comments({ params, query: { limit: 2 } })
    expect(page.items.map(({ text, author_id }) => [text, author_id])).toEqual([
      ['Third', person(2).id],
      [texts[1], person(1).id],
    ])
    expect(page).toMatchObject({ total: 3, has_more: true })
    expect(page.items[0]?.author_name).toMatch(/^user-/)
    expect(await maker.client.community.comments({ params, query: { limit: 2, offset: 2 } })).toMatchObject({
      items: [{ text: 'First!' }],
      has_more: false,
    })
    expect(await maker.client.workflows.get({ params })).toMatchObject({ comment_count: 3, version: 1 })
  })

  it('lets authors, the owner and superusers take a comment away, and nobody else', async () => {
    const params = { id: await newWorkflow() }
    const say = async (index: number) =>
      (await person(index).client.community.comment({ params, body: { text: 'Hm.' } })).id
    const remove = (client: Client, comment_id: number, id = params.id) =>
      client.community.deleteComment({ params: { id, comment_id } })
    const [own, moderated, superseded] = [await say(0), await say(0), await say(0)]
    const elsewhere = await newWorkflow()
    expect(
      await statuses([
        remove(person(1).client, own),
        remove(app.client(), own),
        remove(person(0).client, own, elsewhere),
        remove(person(0).client, 999_999),
      ]),
    ).toEqual([403, 401, 404, 404])
    await remove(person(0).client, own)
    await remove(maker.client, moderated)
    await remove(admin, superseded)
    expect(await maker.client.community.comments({ params })).toMatchObject({ items: [], total: 0 })
    const gone = await refusal(remove(person(0).client, own))
    expect([gone.status, gone.code]).toEqual([404, 'comment.not_found'])
  })

  it('takes comments on public workflows alone, with something in them', async () => {
    const open = { id: await newWorkflow() }
    const shared = { id: await newWorkflow('shared') }
    await maker.client.sharing.put({ params: shared, body: { user_id: person(0).id, permission: 'read' } })
    const say = (client: Client, params: { id: number }, text = 'Well made.') =>
      client.community.comment({ params, body: { text } })
    expect(
      await statuses([
        say(person(0).client, shared),
        say(maker.client, shared),
        say(person(1).client, shared),
        say(app.client(), open),
        say(person(0).client, open, ' \n '),
        say(person(0).client, open, 'x'.repeat(2001)),
        say(person(0).client, open, 'bell \u0007'),
        person(1).client.community.comments({ params: shared }),
      ]),
    ).toEqual([403, 403, 404, 401, 422, 422, 422, 404])
    await say(maker.client, open)
    await say(person(0).client, open, 'x'.repeat(2000))
    expect(await person(0).client.community.comments({ params: shared })).toMatchObject({ total: 0 })
  })

  it('keeps comments of somebody who is deleted, under no name of theirs', async () => {
    const params = { id: await newWorkflow() }
    const leaver = await newPerson()
    await leaver.client.community.comment({ params, body: { text: 'Goodbye.' } })
    await admin.users.delete({ params: { id: leaver.id } })
    const { items } = await maker.client.community.comments({ params })
    expect(items).toMatchObject([{ text: 'Goodbye.', author_id: leaver.id }])
    expect(items[0]?.author_name).not.toMatch(/^user-/)
  })
})
