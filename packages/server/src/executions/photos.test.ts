import type { Client } from '@hidesync/contract/client'
import type { Photo } from '@hidesync/contract/executions/photo.schemas'
import { RawBody } from '@hidesync/contract/http/raw-body'
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp } from '../operations/clean-up.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { refusalOf } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { PhotoStore } from './photo-store.ts'

/** The smallest PNG that is one: a single pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const png = new RawBody('image/png', pixel)
const day = 86_400_000

describe.each(['embedded', 'postgres'] as const)('photos of a step on %s', engine => {
  let app: TestApp
  let client: Client
  let run: { readonly id: number; readonly step_id: number }
  let now = new Date()

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => now })
    client = app.client(app.admin.token)
    const { id } = await client.presets.import({ body: boxPreset('Photographed box') })
    await client.workflows.update({ params: { id }, body: { status: 'active' } })
    const started = await client.executions.start({ params: { id } })
    run = { id: started.id, step_id: started.current_step_id ?? 0 }
  })
  afterAll(() => app.close())

  const add = (caption?: string, by = client): Promise<Photo> =>
    by.photos.add({ params: run, query: caption === undefined ? {} : { caption }, body: png })
  const files = (): string[] => {
    const folder = join(app.context.config.dataDir, 'photos')
    return readdirSync(folder, { recursive: true })
      .map(String)
      .filter(name => statSync(join(folder, name)).isFile())
  }
  const raw = (body: Uint8Array<ArrayBuffer> | undefined, type = 'image/png') =>
    app.request(`/api/v1/workflows/executions/${run.id}/steps/${run.step_id}/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.admin.token}`, 'content-type': type },
      ...(body !== undefined && { body }),
    })

  it('keeps the picture as it came, tells who added it, and shows it by its address alone', async () => {
    const photo = await add('Clean cut')
    expect(photo).toMatchObject({
      ...run,
      id: photo.id,
      execution_id: run.id,
      caption: 'Clean cut',
      size: pixel.length,
    })
    expect(photo).toMatchObject({ created_by: app.admin.id, media_type: 'image/png' })
    expect(await client.photos.list({ params: { id: run.id } })).toEqual([photo])
    expect(await client.photos.list({ params: { id: run.id }, query: { step_id: run.step_id + 1 } })).toEqual([])

    const shown = await app.request(photo.url)
    expect(shown.status).toBe(200)
    expect(Buffer.from(await shown.arrayBuffer()).equals(pixel)).toBe(true)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    const again = await app.request(photo.url, { headers: { 'if-none-match': shown.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('takes an address only as it was made, only in its time, and only while its reader may see the run', async () => {
    const member = await app.createUser({ workshop_id: 1 })
    const stranger = await app.createUser()
    const elsewhere = await client.workshops.create({ body: { name: `Other ${engine}` } })
    await client.workshops.addMember({ params: { id: elsewhere.id }, body: { user_id: stranger.id, role: 'member' } })
    const { url, id } = await add(undefined, app.client(member.token))
    expect((await app.request(url)).status).toBe(200)
    const forged = [
      url.replace(`user=${member.id}`, `user=${app.admin.id}`),
      url.replace(`/photos/${id}`, '/photos/1'),
      url.replace(/expires=(\d)/, 'expires=9$1'),
      url.replace(/(?<=signature=)./, letter => (letter === 'A' ? 'B' : 'A')),
    ]
    for (const address of forged) {
      expect(address).not.toBe(url)
      expect((await app.request(address)).status).toBe(404)
    }
    const before = now
    now = new Date(before.getTime() + 3 * 3_600_000)
    expect(await refusalOf(await app.request(url))).toMatchObject({ status: 403, code: 'photo.link_ended' })
    now = before
    await client.workshops.removeMember({ params: { id: 1, user_id: member.id } })
    expect((await app.request(url)).status).toBe(404)
  })

  it('removes a photo for who added it or manages, with its file, and for nobody else', async () => {
    const member = await app.createUser({ workshop_id: 1 })
    const photo = await add()
    const params = { id: run.id, photo_id: photo.id }
    const kept = files().length
    await expect(app.client(member.token).photos.remove({ params })).rejects.toMatchObject({ status: 403 })
    const own = await add('Mine', app.client(member.token))
    await app.client(member.token).photos.remove({ params: { id: run.id, photo_id: own.id } })
    await client.photos.remove({ params })
    expect(files()).toHaveLength(kept - 1)
    expect((await app.request(photo.url)).status).toBe(404)
    await expect(client.photos.remove({ params })).rejects.toMatchObject({ status: 404, code: 'photo.not_found' })
  })

  it.each([
    ['a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'image/png', 422],
    ['nothing', undefined, 'image/png', 422],
    ['JSON', Buffer.from('{"a":1}'), 'application/json', 422],
    ['another type', pixel, 'image/svg+xml', 415],
    ['too much', Buffer.alloc(12 * 1024 * 1024 + 1, pixel), 'image/png', 413],
  ])('refuses %s with a sentence, and keeps nothing', async (_what, body, type, status) => {
    const before = [files().length, (await client.photos.list({ params: { id: run.id } })).length]
    const refused = await refusalOf(await raw(body, type))
    expect(refused).toMatchObject({ status })
    expect(refused.detail).toMatch(/picture|image\/png|12 MB/)
    expect([files().length, (await client.photos.list({ params: { id: run.id } })).length]).toEqual(before)
  })

  it('takes the largest that is allowed, and the same key once', async () => {
    const large = new RawBody('image/png', Buffer.concat([pixel, Buffer.alloc(12 * 1024 * 1024 - pixel.length)]))
    const before = files().length
    const options = { idempotencyKey: `photo-${engine}` }
    const first = await client.photos.add({ params: run, body: large }, options)
    expect(await client.photos.add({ params: run, body: large }, options)).toEqual(first)
    expect(files()).toHaveLength(before + 1)
  })

  it('announces a photo that came or went, once, to who may see the run', async () => {
    const elsewhere = await client.workshops.create({ body: { name: `Elsewhere ${engine}` } })
    const member = app.client((await app.createUser({ workshop_id: 1 })).token)
    const stranger = app.client((await app.createUser({ workshop_id: elsewhere.id })).token)
    const { cursor: after } = await member.events.list({ query: { after: 'now' } })
    const options = { idempotencyKey: `announced-${engine}` }
    const { id } = await client.photos.add({ params: run, body: png }, options)
    await client.photos.add({ params: run, body: png }, options)
    await client.photos.remove({ params: { id: run.id, photo_id: id } })
    const { items } = await member.events.list({ query: { after } })
    const { version } = await client.executions.get({ params: { id: run.id } })
    const about = {
      execution_id: run.id,
      step_id: run.step_id,
      user_id: app.admin.id,
      workflow_name: 'Photographed box',
    }
    expect(items).toMatchObject([
      { type: 'hidesync.execution.updated', data: { ...about, action_type: 'add_photo' } },
      { type: 'hidesync.execution.updated', data: { ...about, action_type: 'remove_photo' } },
    ])
    expect(items).toHaveLength(2)
    expect(version).toBe(1)
    expect((await stranger.events.list({ query: { after } })).items).toEqual([])
  })

  it('does not know a step of another run, nor a run of others', async () => {
    await expect(client.photos.add({ params: { ...run, step_id: 999_999 }, body: png })).rejects.toMatchObject({
      status: 404,
      code: 'execution.step_not_found',
    })
    await expect(client.photos.add({ params: { ...run, id: 999_999 }, body: png })).rejects.toMatchObject({
      code: 'execution.not_found',
    })
  })

  it('the clean-up removes files that no photo has, once they are a day old, and no other', async () => {
    await add()
    const before = files()
    const folder = join(app.context.config.dataDir, 'photos', before[0]?.slice(0, 2) ?? '')
    const old = new Date(now.getTime() - 2 * day)
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old)
    writeFileSync(join(folder, `${basename(folder)}-orphan.new`), 'half a picture')
    utimesSync(join(folder, `${basename(folder)}-orphan.new`), old, old)
    writeFileSync(join(folder, 'young.new'), 'being written')
    const photos = new PhotoStore(app.context.config.dataDir)
    await cleanUp({ db: app.context.db, photos, now: () => now })
    expect(files().toSorted()).toEqual([...before, `${before[0]?.slice(0, 2)}/young.new`].toSorted())
  })
})
