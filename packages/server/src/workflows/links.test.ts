import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PhotoStore } from '../executions/photo-store.ts'
import { cleanUp } from '../operations/clean-up.ts'
import { refusalOf, send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('links to read a workflow', engine => {
  let app: TestApp
  let client: Client
  let at = Date.UTC(2026, 4, 4)
  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('show a private workflow to anybody, in their language, and nobody’s id', async () => {
    const box = await newBox(client)
    const params = { id: box.id }
    await client.translations.put({
      params: { id: box.id, locale: 'de' },
      body: { name: 'Kiste', steps: { [box.step('Cut boards')]: { name: 'Zuschneiden' } } },
    })
    const { token, url, expires_at } = await client.links.create({ params })
    expect([url, expires_at]).toEqual([`/shared/${token}`, null])
    const answer = await send(app, `/shared/${token}`, {
      method: 'GET',
      token: null,
      headers: { 'accept-language': 'de-CH' },
    })
    expect(answer.headers.get('content-language')).toBe('de')
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ id: box.id, name: 'Kiste', visibility: 'private' })
    expect(text).toContain('Zuschneiden')
    expect(text).not.toMatch(/created_by|permissions|copied_from|project_id/)
    const plain = await app.client().links.read({ params: { token } })
    expect(plain.steps.map(({ name }) => name)).toEqual(box.steps.map(({ name }) => name))
  })

  it('are worth no more than who made them: who may no longer share has given nothing away', async () => {
    const chief = await app.createUser({ is_superuser: true })
    const box = await newBox(client)
    const { token } = await app.client(chief.token).links.create({ params: { id: box.id } })
    const read = () => send(app, `/shared/${token}`, { method: 'GET', token: null })
    expect((await read()).status).toBe(200)
    await client.users.update({ params: { id: chief.id }, body: { is_superuser: false } })
    expect((await refusalOf(await read())).code).toBe('link.not_found')
    const kept = await client.links.create({ params: { id: box.id } })
    expect((await client.links.list({ params: { id: box.id } })).map(({ id }) => id)).toEqual([kept.id])
    const owner = await app.createUser()
    const own = await app.client(owner.token).workflows.create({ body: { name: `Lent ${engine}` } })
    const theirs = await app.client(owner.token).links.create({ params: { id: own.id } })
    expect((await app.client().links.read({ params: { token: theirs.token } })).id).toBe(own.id)
    await client.users.update({ params: { id: owner.id }, body: { is_active: false } })
    expect((await refusal(app.client().links.read({ params: { token: theirs.token } }))).status).toBe(404)
    const copied = await refusalOf(await send(app, `/shared/${theirs.token}/copy`))
    expect(copied.code).toBe('link.not_found')
  })

  it('are all listed as long as they hold, and removed once they have ended', async () => {
    const [box, gone] = [await newBox(client), await newBox(client)]
    const params = { id: box.id }
    const kept = await client.links.create({ params })
    const body = { expires_in_days: 1 }
    for (let n = 0; n < 3; n++) await client.links.create({ params, body })
    await client.links.create({ params: { id: gone.id } })
    expect(await client.links.list({ params })).toHaveLength(4)
    await client.workflows.delete({ params: { id: gone.id } })
    at += 2 * 24 * 3_600_000
    expect((await client.links.list({ params })).map(({ id }) => id)).toEqual([kept.id])
    const { db, config } = app.context
    await cleanUp({ db, photos: new PhotoStore(config.dataDir), now: () => new Date(at) })
    const left = db.selectFrom('workflow_links').select('id').where('workflow_id', 'in', [box.id, gone.id])
    expect(await left.execute()).toEqual([{ id: kept.id }])
  })

  it('give a private draft of one’s own to who signs in', async () => {
    const box = await newBox(client)
    const { token } = await client.links.create({ params: { id: box.id } })
    const user = await app.createUser()
    const theirs = app.client(user.token)
    const copy = await theirs.links.copy({ params: { token } })
    expect(copy).toMatchObject({ created_by: user.id, status: 'draft', visibility: 'private', step_count: 8 })
    expect((await refusal(theirs.workflows.get({ params: { id: box.id } }))).status).toBe(404)
    expect((await refusalOf(await send(app, `/shared/${token}/copy`, { token: null }))).status).toBe(401)
  })

  it('end when they are taken back, run out, or the workflow is deleted', async () => {
    const box = await newBox(client)
    const params = { id: box.id }
    const read = async (token: string) => {
      const { status, code } = await refusal(app.client().links.read({ params: { token } }))
      return [status, code]
    }
    const [back, short, kept] = [
      await client.links.create({ params }),
      await client.links.create({ params, body: { expires_in_days: 1 } }),
      await client.links.create({ params }),
    ]
    expect((await client.links.list({ params })).map(({ id }) => id)).toEqual([kept.id, short.id, back.id])
    await client.links.remove({ params: { id: box.id, link_id: back.id } })
    expect(await read(back.token)).toEqual([404, 'link.not_found'])
    at += 25 * 3_600_000
    expect(await read(short.token)).toEqual([404, 'link.not_found'])
    expect((await app.client().links.read({ params: { token: kept.token } })).id).toBe(box.id)
    await client.workflows.delete({ params })
    expect(await read(kept.token)).toEqual([404, 'link.not_found'])
  })
})
