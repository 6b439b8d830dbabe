import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createClient } from '@hidesync/contract/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeSession } from '../testing/fake-session.ts'
import { createConnection } from './connection.ts'
import { PhotoBox } from './photo-box.ts'
import { Photos } from './photos.ts'
import { Vault } from './vault.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const taken = { execution_id: 7, step_id: 3, workflow_name: 'Wallet', step_name: 'Glue', media_type: 'image/png' }
const picture = (...bytes: number[]) => new Uint8Array(bytes).buffer

/** A device and a server that takes photos, or answers with a status of its own. */
function world() {
  let answer: number | 'none' | 'in progress' = 201
  let refused = 0
  let release: (() => void) | null = null
  const got: { readonly by: string | null; readonly key: string | null; readonly bytes: number[] }[] = []
  const send: typeof fetch = async (_input, init) => {
    if (answer === 'none') throw new TypeError('no network')
    if (init?.method !== 'POST') return new Response('{}')
    const headers = new Headers(init.headers)
    const seen = answer
    if (seen !== 201) {
      refused++
      const [status, headers] = seen === 'in progress' ? [409, { 'retry-after': '1' }] : [seen, {}]
      return Response.json({ detail: 'No.', code: 'photo.no', request_id: 'x' }, { status, headers })
    }
    if (release !== null) await new Promise<void>(resolve => (release = resolve))
    init.signal?.throwIfAborted()
    const bytes = [...new Uint8Array(await new Response(init.body).arrayBuffer())]
    got.push({ by: headers.get('authorization'), key: headers.get('idempotency-key'), bytes })
    return Response.json({ id: got.length }, { status: 201 })
  }
  const { session, become } = fakeSession()
  const client = createClient({ baseUrl: '', token: session.token, onUnauthorized: session.recover, fetch: send })
  const connection = createConnection(() => client.operations.health())
  const photosOf = (tab: string) => new Photos({ client, session, connection, vault: new Vault(), tab })
  return {
    photos: photosOf('a'),
    photosOf,
    become,
    got,
    refused: () => refused,
    set: (next: typeof answer) => (answer = next),
    hold: () => (release = () => undefined),
    letGo: () => release?.(),
  }
}

test('a photo is kept until the server has it, and sent once there is a connection', async () => {
  const { photos, set, got } = world()
  const arrived: number[] = []
  photos.onChanged(id => arrived.push(id))
  set('none')
  await photos.keep(taken, picture(1, 2))
  expect(photos.waiting.get()).toMatchObject([{ ...taken, owner: 1, problem: null }])
  const [{ id } = { id: '' }] = photos.waiting.get()
  set(201)
  await photos.retry()
  await vi.waitFor(() => expect(photos.waiting.get()).toEqual([]), { timeout: 10_000 })
  expect(got).toEqual([{ by: 'Bearer of 1', key: id, bytes: [1, 2] }])
  expect(arrived).toEqual([7])
  expect(await new PhotoBox().picture(id)).toBeUndefined()
})

test.each([404, 403, 409, 413, 415, 422])('one that is refused with %d stays, and holds up no other', async status => {
  const { photos, set, got } = world()
  set(status)
  await photos.keep(taken, picture(1))
  await vi.waitFor(() => expect(photos.waiting.get()[0]?.problem).toEqual({ status, message: 'No.' }))
  set(201)
  await photos.keep({ ...taken, step_id: 4 }, picture(2))
  await vi.waitFor(() => expect(got.map(({ bytes }) => bytes)).toEqual([[2]]))
  await vi.waitFor(() => expect(photos.waiting.get().map(({ step_id }) => step_id)).toEqual([3]))
  const [refused] = photos.waiting.get()
  expect(new Uint8Array((await photos.picture(refused!.id))!)).toEqual(new Uint8Array([1]))
  await photos.retry([refused!])
  await vi.waitFor(() => expect(photos.waiting.get()).toEqual([]))
  expect(got.map(({ bytes }) => bytes)).toEqual([[2], [1]])
})

const notOfThePhoto = [401, 408, 429, 500, 503, 'in progress'] as const
test.each(notOfThePhoto)('%s says nothing of the photo: it goes on waiting', async answer => {
  const { photos, become, set, got, refused } = world()
  set(answer)
  await photos.keep(taken, picture(1))
  await vi.waitFor(() => expect([refused() > 0, photos.sending.get()]).toEqual([true, null]))
  expect(photos.waiting.get()).toMatchObject([{ problem: null }])
  set(201)
  // Whose session has ended signs in again.
  if (answer === 401) become(1)
  await vi.waitFor(() => expect(got).toHaveLength(1), { timeout: 10_000 })
})

test('what one person took is neither shown to the next one nor sent by them, also while it is under way', async () => {
  const { photos, become, got, hold, letGo } = world()
  hold()
  await photos.keep(taken, picture(1))
  become(2)
  letGo()
  expect(photos.waiting.get()).toEqual([])
  await photos.keep({ ...taken, step_id: 5 }, picture(2))
  await vi.waitFor(() => {
    letGo()
    expect(got.map(({ by }) => by)).toEqual(['Bearer of 2'])
  })
  become(1)
  await vi.waitFor(() => {
    letGo()
    expect(got.map(({ by, bytes }) => [by, bytes])).toEqual([
      ['Bearer of 2', [2]],
      ['Bearer of 1', [1]],
    ])
  })
})

test('one that is discarded is gone for good', async () => {
  const { photos, set, got } = world()
  set(422)
  await photos.keep(taken, picture(1))
  await vi.waitFor(() => expect(photos.waiting.get()[0]?.problem?.status).toBe(422))
  const [refused] = photos.waiting.get()
  await photos.discard(refused!)
  set(201)
  await photos.retry()
  expect(photos.waiting.get()).toEqual([])
  expect(await photos.picture(refused!.id)).toBeUndefined()
  expect(got).toEqual([])
})

test('one that is discarded while it waits for another to be sent is not sent', async () => {
  const { photos, got, hold, letGo } = world()
  const arrived: number[] = []
  photos.onChanged(id => arrived.push(id))
  hold()
  await photos.keep(taken, picture(1))
  await photos.keep({ ...taken, execution_id: 8 }, picture(2))
  await vi.waitFor(() => expect(photos.sending.get()).toMatchObject({ at: 1 }))
  const second = photos.waiting.get().find(({ execution_id }) => execution_id === 8)
  await photos.discard(second!)
  expect(photos.waiting.get()).toHaveLength(1)
  await vi.waitFor(() => {
    letGo()
    expect([photos.waiting.get(), photos.sending.get()]).toEqual([[], null])
  })
  expect(got.map(({ bytes }) => bytes)).toEqual([[1]])
  expect(arrived).toEqual([7])
})

test('every tab is told of the run whose photo has arrived', async () => {
  const { photos, photosOf } = world()
  const told: number[] = []
  photosOf('b').onChanged(id => told.push(id))
  await photos.keep(taken, picture(1))
  await vi.waitFor(() => expect(told).toEqual([7]))
})
