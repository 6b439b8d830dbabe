import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

interface Person {
  readonly id: number
  readonly email: string
  readonly client: Client
}

let made = 0
const newName = () => `Shared piece ${++made}`

describeEachEngine('sharing', engine => {
  let app: TestApp
  let admin: Client
  let maker: Person
  let other: Person
  let stranger: Person
  /** Other belongs to it, and so does the maker; the stranger belongs to none of theirs. */
  let workshopId: number
  let foreignWorkshopId: number

  const newPerson = async (workshop_id?: number): Promise<Person> => {
    const { id, email, token } = await app.createUser(workshop_id === undefined ? {} : { workshop_id })
    return { id, email, client: app.client(token) }
  }
  const newWorkflow = async (visibility: 'private' | 'shared' | 'public' = 'private') =>
    (await maker.client.workflows.create({ body: { name: newName(), visibility } })).id
  const listed = async ({ client }: Person, search?: string) =>
    (await client.workflows.list({ query: { limit: 100, ...(search === undefined ? {} : { search }) } })).items.map(
      ({ id }) => id,
    )

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    maker = await newPerson()
    other = await newPerson()
    const foreign = await admin.workshops.create({ body: { name: 'Across the road' } })
    foreignWorkshopId = foreign.id
    stranger = await newPerson(foreign.id)
    workshopId = (await other.client.workshops.list()).items[0]?.id ?? 0
  })
  afterAll(() => app.close())

  it('with a person makes a private workflow shared, and is in lists, details and searches at once', async () => {
    const id = await newWorkflow()
    const params = { id }
    expect((await refusal(other.client.workflows.get({ params }))).status).toBe(404)
    const share = await maker.client.sharing.put({ params, body: { email: other.email, permission: 'read' } })
    expect(share).toMatchObject({ user_id: other.id, workshop_id: null, email: other.email, permission: 'read' })
    const seen = await other.client.workflows.get({ params })
    expect(seen).toMatchObject({ visibility: 'shared', version: 2, permissions: ['read', 'duplicate'] })
    expect(await listed(other)).toContain(id)
    expect(await listed(other, seen.name)).toContain(id)
    expect(await listed(stranger)).not.toContain(id)
    await maker.client.sharing.removePerson({ params: { id, user_id: other.id } })
    expect((await refusal(other.client.workflows.get({ params }))).status).toBe(404)
    expect(await listed(other)).not.toContain(id)
    expect(await listed(other, seen.name)).not.toContain(id)
  })

  it('again replaces the permission, and keeps one share', async () => {
    const params = { id: await newWorkflow() }
    for (const permission of ['read', 'edit', 'execute'] as const)
      await maker.client.sharing.put({ params, body: { user_id: other.id, permission } })
    expect(await maker.client.sharing.list({ params })).toMatchObject([{ user_id: other.id, permission: 'execute' }])
    expect((await other.client.workflows.get({ params })).permissions).toEqual(['read', 'execute', 'duplicate'])
  })

  it('with a workshop reaches its members, and ends with the share', async () => {
    const id = await newWorkflow()
    const params = { id }
    const body = { workshop_id: workshopId, permission: 'edit' } as const
    const share = await maker.client.sharing.put({ params, body })
    expect(share).toMatchObject({ user_id: null, workshop_id: workshopId, email: null })
    expect((await other.client.workflows.get({ params })).permissions).toContain('edit')
    expect((await refusal(stranger.client.workflows.get({ params }))).status).toBe(404)
    await maker.client.sharing.removeWorkshop({ params: { id, workshop_id: workshopId } })
    expect((await refusal(other.client.workflows.get({ params }))).status).toBe(404)
  })

  it('sleeps while the workflow is private, and wakes with it', async () => {
    const params = { id: await newWorkflow() }
    await maker.client.sharing.put({ params, body: { user_id: other.id, permission: 'edit' } })
    await maker.client.workflows.update({ params, body: { visibility: 'private' } })
    expect((await refusal(other.client.workflows.get({ params }))).status).toBe(404)
    expect(await maker.client.sharing.list({ params })).toHaveLength(1)
    await maker.client.workflows.update({ params, body: { visibility: 'shared' } })
    expect((await other.client.workflows.get({ params })).permissions).toContain('edit')
  })

  it('is refused where nobody, or nobody one may know, is meant, naming the field', async () => {
    const params = { id: await newWorkflow() }
    const attempt = async (body: object) => {
      const error = await refusal(maker.client.sharing.put({ params, body: { permission: 'read', ...body } }))
      return [error.status, error.body.errors?.[0]?.path]
    }
    expect(await attempt({ user_id: 999_999 })).toEqual([422, '/user_id'])
    expect(await attempt({ email: 'nobody@example.test' })).toEqual([422, '/email'])
    expect(await attempt({ user_id: maker.id })).toEqual([422, '/user_id'])
    expect(await attempt({ workshop_id: 999_999 })).toEqual([422, '/workshop_id'])
    expect(await attempt({ workshop_id: foreignWorkshopId })).toEqual([422, '/workshop_id'])
    expect(await attempt({})).toEqual([422, ''])
    expect(await attempt({ user_id: other.id, workshop_id: workshopId })).toEqual([422, ''])
    expect(await attempt({ user_id: other.id, permission: 'own' })).toEqual([422, '/permission'])
    expect(await attempt({ user_id: other.id, note: 'x' })).toEqual([422, '/note'])
    expect((await maker.client.workflows.get({ params })).visibility).toBe('private')
  })

  it('shows no addresses of people with whom one shares no workshop', async () => {
    const params = { id: await newWorkflow() }
    const share = await maker.client.sharing.put({ params, body: { user_id: stranger.id, permission: 'read' } })
    expect(share.email).toBeNull()
    expect(await admin.sharing.list({ params })).toMatchObject([{ user_id: stranger.id, email: stranger.email }])
  })

  it('is for the owner and superusers; others get 403 for what they see, and 404 for what they do not', async () => {
    const params = { id: await newWorkflow('shared') }
    const attempts = ({ client }: Person) => [
      client.sharing.list({ params }),
      client.sharing.put({ params, body: { user_id: stranger.id, permission: 'read' } }),
      client.sharing.removePerson({ params: { ...params, user_id: other.id } }),
      client.sharing.removeWorkshop({ params: { ...params, workshop_id: workshopId } }),
    ]
    await maker.client.sharing.put({ params, body: { user_id: other.id, permission: 'edit' } })
    const statuses = (person: Person) =>
      Promise.all(attempts(person).map(async attempt => (await refusal(attempt)).status))
    expect(await statuses(other)).toEqual([403, 403, 403, 403])
    expect(await statuses(stranger)).toEqual([404, 404, 404, 404])
    expect(await statuses({ id: 0, email: '', client: app.client() })).toEqual([401, 401, 401, 401])
    expect(await admin.sharing.list({ params })).toHaveLength(1)
  })

  it('answers 404 for whom a workflow was not shared with', async () => {
    const id = await newWorkflow()
    const person = await refusal(maker.client.sharing.removePerson({ params: { id, user_id: other.id } }))
    expect([person.status, person.code]).toEqual([404, 'share.not_found'])
    const workshop = await refusal(maker.client.sharing.removeWorkshop({ params: { id, workshop_id: workshopId } }))
    expect([workshop.status, workshop.code]).toEqual([404, 'share.not_found'])
  })

  it('honours If-Match and Idempotency-Key', async () => {
    const params = { id: await newWorkflow() }
    const body = { user_id: other.id, permission: 'read' } as const
    expect((await refusal(maker.client.sharing.put({ params, body }, { ifMatch: '"9"' }))).status).toBe(412)
    const key = { idempotencyKey: `share-${engine}` }
    const first = await maker.client.sharing.put({ params, body }, key)
    await maker.client.sharing.removePerson({ params: { ...params, user_id: other.id } })
    expect(await maker.client.sharing.put({ params, body }, key)).toEqual(first)
    expect(await maker.client.sharing.list({ params })).toEqual([])
  })

  it('deletes several workflows at once, each once, whatever of them can be', async () => {
    const [a, b, c] = [await newWorkflow(), await newWorkflow(), await newWorkflow('public')]
    const everything = await maker.client.workflows.deleteSeveral({ body: { workflow_ids: [b, a, b] } })
    expect(everything).toBeUndefined()
    expect((await refusal(maker.client.workflows.get({ params: { id: a } }))).status).toBe(404)
    const mine = (await other.client.workflows.create({ body: { name: newName() } })).id
    const part = await other.client.workflows.deleteSeveral({ body: { workflow_ids: [c, mine, a] } })
    expect(part).toEqual({
      deleted: [mine],
      failed: [
        { id: a, status: 404, detail: `There is no workflow ${a} that you may see.` },
        { id: c, status: 403, detail: expect.stringContaining('but not delete it') },
      ],
    })
    expect(await listed(maker)).toContain(c)
    const none = await refusal(other.client.workflows.deleteSeveral({ body: { workflow_ids: [] } }))
    expect([none.status, none.body.errors?.[0]?.path]).toEqual([422, '/workflow_ids'])
    const many = Array.from({ length: 101 }, (_, i) => i + 1)
    expect((await refusal(other.client.workflows.deleteSeveral({ body: { workflow_ids: many } }))).status).toBe(422)
  })
})
