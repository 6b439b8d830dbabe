import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type SecondServer, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0
/** One word that nothing else has, for searches. */
const newWord = () => `quaichbowl${'abcdefghij'[made % 10]}${'abcdefghij'[Math.floor(made++ / 10) % 10]}`

/** Every way in which somebody could come to see a workflow. */
const everywhere = {
  details: true,
  steps: true,
  comments: true,
  list: true,
  list_of_shared: true,
  search: true,
  facets: true,
  counts: true,
} as const
const nowhere = Object.fromEntries(Object.keys(everywhere).map(key => [key, false]))

describeEachEngine('what is shared, and no longer shared, counts from the next request on', engine => {
  let app: TestApp
  let second: SecondServer | null = null
  let maker: TestUser
  let other: TestUser
  /** The other belongs to it, the maker does, too. */
  let workshop_id: number
  /** The servers of the one who shares and of the one with whom it is shared: the same one, and across. */
  let ways: readonly (readonly [Pick<TestApp, 'client'>, Pick<TestApp, 'client'>])[]

  beforeAll(async () => {
    app = await startTestApp({ engine })
    if (engine === 'postgres') second = await app.second()
    ways =
      second === null
        ? [[app, app]]
        : [
            [app, app],
            [app, second],
            [second, app],
          ]
    const admin = app.client(app.admin.token)
    const { id } = await admin.workshops.create({ body: { name: 'Two at a bench' } })
    workshop_id = id
    maker = await app.createUser()
    other = await app.createUser({ workshop_id: id })
    await admin.workshops.addMember({ params: { id }, body: { user_id: maker.id } })
  })
  afterAll(async () => {
    await second?.close()
    await app.close()
  })

  const found = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => true,
      () => false,
    )

  async function seen(client: Client, { id, word }: { readonly id: number; readonly word: string }) {
    const params = { id }
    const listed = async (query: object) =>
      (await client.workflows.list({ query: { limit: 100, ...query } })).items.some(item => item.id === id)
    const facets = await client.workflows.facets({ query: { search: word } })
    const { category } = await client.workflows.facets({ query: { shared_with_me: true } })
    return {
      details: await found(client.workflows.get({ params })),
      steps: await found(client.workflows.steps({ params })),
      comments: await found(client.community.comments({ params })),
      list: await listed({}),
      list_of_shared: await listed({ shared_with_me: true }),
      search: await listed({ search: word }),
      facets: facets.total === 1,
      counts: category.some(({ value }) => value === word),
    }
  }

  const make = async (client: Client) => {
    const word = newWord()
    const { id } = await client.workflows.create({ body: { name: `A ${word} of birch`, category: word } })
    return { id, word, params: { id } }
  }

  it('with a person: given, widened, narrowed, taken back', async () => {
    for (const [here, there] of ways) {
      const [own, theirs] = [here.client(maker.token), there.client(other.token)]
      const piece = await make(own)
      const { params } = piece
      const share = (permission: 'read' | 'execute' | 'edit') =>
        own.sharing.put({ params, body: { user_id: other.id, permission } })
      const change = () => theirs.workflows.update({ params, body: { description: newWord() } })
      const mine = async () => (await theirs.workflows.get({ params })).permissions

      expect(await seen(theirs, piece)).toEqual(nowhere)
      await share('read')
      expect(await seen(theirs, piece)).toEqual(everywhere)
      expect(await mine()).toEqual(['read', 'duplicate'])
      expect((await refusal(change())).status).toBe(403)
      await share('edit')
      expect(await mine()).toContain('edit')
      await change()
      await share('execute')
      expect(await mine()).toEqual(['read', 'execute', 'duplicate'])
      expect((await refusal(change())).status).toBe(403)
      await own.sharing.removePerson({ params: { ...params, user_id: other.id } })
      expect(await seen(theirs, piece)).toEqual(nowhere)
      expect((await refusal(change())).status).toBe(404)
    }
  })

  it('with a workshop, and no longer when the workflow is private again or gone', async () => {
    for (const [here, there] of ways) {
      const [own, theirs] = [here.client(maker.token), there.client(other.token)]
      const piece = await make(own)
      const { params } = piece
      await own.sharing.put({ params, body: { workshop_id, permission: 'read' } })
      expect(await seen(theirs, piece)).toEqual(everywhere)
      await own.workflows.update({ params, body: { visibility: 'private' } })
      expect(await seen(theirs, piece)).toEqual(nowhere)
      await own.workflows.update({ params, body: { visibility: 'shared' } })
      expect(await seen(theirs, piece)).toEqual(everywhere)
      await own.workflows.update({ params, body: { visibility: 'public' } })
      expect(await seen(theirs, piece)).toMatchObject({ details: true, list: true, search: true, facets: true })
      await own.workflows.update({ params, body: { visibility: 'shared' } })
      await own.sharing.removeWorkshop({ params: { ...params, workshop_id } })
      expect(await seen(theirs, piece)).toEqual(nowhere)
      await own.sharing.put({ params, body: { workshop_id, permission: 'edit' } })
      expect(await seen(theirs, piece)).toEqual(everywhere)
      await own.workflows.delete({ params })
      expect(await seen(theirs, piece)).toEqual(nowhere)
    }
  })

  /** A workflow that is shared with the workshop, and somebody who is about to join it. */
  async function joining(here: Pick<TestApp, 'client'>) {
    const own = here.client(maker.token)
    const members = here.client(app.admin.token).workshops
    const piece = await make(own)
    await own.sharing.put({ params: piece.params, body: { workshop_id, permission: 'read' } })
    const { id: user_id, token } = await app.createUser()
    return {
      piece,
      token,
      join: () => members.addMember({ params: { id: workshop_id }, body: { user_id } }),
      leave: () => members.removeMember({ params: { id: workshop_id, user_id } }),
    }
  }

  it('with whoever joins the workshop, until they leave it', async () => {
    const { piece, token, join, leave } = await joining(app)
    const theirs = app.client(token)
    expect(await seen(theirs, piece)).toEqual(nowhere)
    await join()
    expect(await seen(theirs, piece)).toEqual(everywhere)
    await leave()
    expect(await seen(theirs, piece)).toEqual(nowhere)
  })

  // Who belongs where is trusted for a second by servers that were not told.
  it('with whoever joins and leaves on another server, soon', async () => {
    for (const [here, there] of ways) {
      const { piece, token, join, leave } = await joining(here)
      const theirs = there.client(token)
      expect(await seen(theirs, piece)).toEqual(nowhere)
      await join()
      await expect.poll(() => seen(theirs, piece), { timeout: 10_000 }).toEqual(everywhere)
      await leave()
      await expect.poll(() => seen(theirs, piece), { timeout: 10_000 }).toEqual(nowhere)
    }
  })
})
