import type { Client } from '@hidesync/contract/client'
import type { LibraryFeed } from '@hidesync/contract/presets/feed.schemas'
import { verifyFeed } from '@hidesync/contract/presets/verify-feed'
import { readPreset } from '@hidesync/domain/presets/read-preset'
import { flattenedVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../testing/answers.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0
const path = '/api/v1/library/feed'

describeEachEngine('the library feed', engine => {
  let app: TestApp
  let admin: Client

  const newBox = async (publish: 'public' | 'private' | null = 'public') => {
    const { id } = await admin.presets.import({ body: boxPreset(`Feed box ${++made}`) })
    if (publish !== null) await admin.workflows.publish({ params: { id }, body: { visibility: publish } })
    return id
  }
  const read = async (address = path): Promise<LibraryFeed> => {
    const response = await app.request(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    return (await response.json()) as LibraryFeed
  }
  const ids = (feed: LibraryFeed) => feed.items.map(item => item._hidesync.workflow_id)

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('is empty, open and signed where nothing is published', async () => {
    await newBox(null)
    const feed = await read()
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] })
    expect(await verifyFeed(feed)).toMatchObject({ ok: true, kid: feed._hidesync.key.kid })
  })

  it('offers what is published for everybody, as presets that can be imported, the last changed first', async () => {
    const first = await newBox()
    const second = await newBox()
    const hidden = await newBox('private')
    const feed = await read()
    expect(ids(feed)).toEqual([second, first])
    expect(ids(feed)).not.toContain(hidden)
    const [item] = feed.items
    expect(item).toMatchObject({ language: 'en', authors: [{ name: expect.any(String) }], _hidesync: { revision: 1 } })
    expect(readPreset(item?._hidesync.preset).ok).toBe(true)
    const copy = await admin.presets.import({ body: item?._hidesync.preset ?? {}, query: { on_conflict: 'rename' } })
    expect(copy.step_count).toBe(8)
    await admin.workflows.update({ params: { id: second }, body: { status: 'deprecated' } })
    expect(ids(await read())).toEqual([first])
  })

  it('gives the newest revision, not what its owner is still writing', async () => {
    const id = await newBox()
    const before = (await read()).items.find(item => item._hidesync.workflow_id === id)
    const draft = JSON.stringify({ steps: [], connections: [], outcomes: [] })
    await app.context.db
      .insertInto('workflow_contents')
      .values({ content_hash: `draft-${id}`, content: draft })
      .execute()
    await app.context.db
      .updateTable('workflows')
      .set({ content_hash: `draft-${id}`, version: 99 })
      .where('id', '=', id)
      .execute()
    const after = (await read()).items.find(item => item._hidesync.workflow_id === id)
    expect(after?._hidesync.preset).toEqual(before?._hidesync.preset)
  })

  it('is signed, each preset and the whole, so that a third party’s library can tell', async () => {
    await newBox()
    const feed = await read()
    expect(await verifyFeed(feed, feed._hidesync.key.kid)).toMatchObject({ ok: true })
    const [head = '', , signature = ''] = (feed.items[0]?._hidesync.signature ?? '').split('.')
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, child]) => [key, sorted(child)]),
            )
          : value
    const payload = Buffer.from(JSON.stringify(sorted(feed.items[0]?._hidesync.preset))).toString('base64url')
    const key = await importJWK(feed._hidesync.key, 'EdDSA')
    await expect(flattenedVerify({ protected: head, payload, signature }, key)).resolves.toBeDefined()
  })

  it('keeps its key, and is not sent again to whoever has it', async () => {
    await newBox()
    const response = await app.request(path)
    const etag = response.headers.get('etag') ?? ''
    expect(response.headers.get('last-modified')).toMatch(/GMT$/)
    const again = await app.request(path, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await newBox()
    const changed = await app.request(path, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    const one = ((await response.json()) as LibraryFeed)._hidesync.key
    expect(((await changed.json()) as LibraryFeed)._hidesync.key).toEqual(one)
  })

  it('comes in pages that hold each workflow once', async () => {
    while (ids(await read()).length < 20) await newBox()
    for (let more = 0; more < 3; more++) await newBox()
    const first = await read()
    expect(first.items).toHaveLength(20)
    const second = await read(first.next_url)
    expect(second.next_url).toBeUndefined()
    const all = [...ids(first), ...ids(second)]
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(23)
    const { total } = await admin.workflows.list({ query: { status: 'published', limit: 1 } })
    expect(all.length).toBeLessThanOrEqual(total)
  })

  it('shows the workflows of a workshop’s members alone, where one asks for it', async () => {
    const { id: workshop_id } = await admin.workshops.create({ body: { name: `Feed workshop ${engine}` } })
    expect(ids(await read(`${path}?workshop_id=${workshop_id}`)).length).toBeGreaterThan(0)
    expect(ids(await read(`${path}?workshop_id=999999`))).toEqual([])
  })

  it('refuses cursors that it never gave', async () => {
    for (const cursor of ['nonsense', Buffer.from('2020-99-99T00:00:00.000000Z 1').toString('base64url'), '<>'])
      expect((await refusalOf(await app.request(`${path}?cursor=${encodeURIComponent(cursor)}`))).status).toBe(422)
  })
})

describe('an installation without a feed', () => {
  it('answers 404', async () => {
    const app = await startTestApp({ config: { libraryFeed: false } })
    const { status, code } = await refusalOf(await app.request(path))
    expect([status, code]).toEqual([404, 'request.not_found'])
    await app.close()
  })
})
