import type { Client } from '@hidesync/contract/client'
import { presenceLasts } from '@hidesync/contract/executions/presence.schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp } from '../operations/clean-up.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { PhotoStore } from './photo-store.ts'

const laptop = '5f0c6c0e-9d1a-4a51-8a5e-0b8c1f6f2a01'
const tablet = '5f0c6c0e-9d1a-4a51-8a5e-0b8c1f6f2a02'
const phone = '5f0c6c0e-9d1a-4a51-8a5e-0b8c1f6f2a03'

describe.each(['embedded', 'postgres'] as const)('devices that a run is open on, on %s', engine => {
  let app: TestApp
  let client: Client
  let workflow_id: number
  let now = new Date('2026-03-01T10:00:00Z')
  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds))

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => now })
    client = app.client(app.admin.token)
    workflow_id = (await client.presets.import({ body: boxPreset('Box on two benches') })).id
    await client.workflows.update({ params: { id: workflow_id }, body: { status: 'active' } })
  })
  afterAll(() => app.close())

  const start = async () => (await client.executions.start({ params: { id: workflow_id } })).id
  const announce = (id: number, device_id: string, device: 'phone' | 'tablet' | 'computer', by = client) =>
    by.presence.announce({ params: { id, device_id }, body: { device } })

  it('tells each device of the others, the first to open the run first, and none of itself', async () => {
    const id = await start()
    expect(await announce(id, laptop, 'computer')).toEqual([])
    const opened = now.toISOString()
    later(1000)
    const ofAdmin = { user_id: app.admin.id, user_name: (await client.users.me()).display_name }
    expect(await announce(id, tablet, 'tablet')).toEqual([{ ...ofAdmin, device: 'computer', since: opened }])
    const fellow = await app.createUser()
    later(1000)
    // The same device may be another person's a moment later, and is one of its own then.
    const others = await announce(id, tablet, 'tablet', app.client(fellow.token))
    expect(others.map(({ device, user_id }) => [device, user_id])).toEqual([
      ['computer', app.admin.id],
      ['tablet', app.admin.id],
    ])
    expect((await announce(id, laptop, 'computer')).map(({ user_id }) => user_id)).toEqual([app.admin.id, fellow.id])
    expect(await announce(await start(), phone, 'phone')).toEqual([])
  })

  it('forgets a device that leaves at once, and one that falls silent after a minute', async () => {
    const id = await start()
    await announce(id, laptop, 'computer')
    await announce(id, phone, 'phone')
    await client.presence.leave({ params: { id, device_id: phone } })
    expect(await announce(id, tablet, 'tablet')).toMatchObject([{ device: 'computer' }])
    later(presenceLasts)
    expect(await announce(id, tablet, 'tablet')).toMatchObject([{ device: 'computer' }])
    later(1)
    expect(await announce(id, tablet, 'tablet')).toEqual([])
    // Whoever comes back has come anew.
    later(1)
    await announce(id, laptop, 'computer')
    expect(await announce(id, tablet, 'tablet')).toMatchObject([{ device: 'computer', since: now.toISOString() }])
  })

  it('keeps since when a device is there while it goes on saying so', async () => {
    const id = await start()
    const opened = now.toISOString()
    await announce(id, laptop, 'computer')
    for (let time = 0; time < 5; time++) {
      later(presenceLasts - 1)
      await announce(id, laptop, 'computer')
    }
    expect(await announce(id, phone, 'phone')).toMatchObject([{ since: opened }])
  })

  it('is nothing for who may not see the run', async () => {
    const id = await start()
    const elsewhere = await client.workshops.create({ body: { name: `Elsewhere ${engine}` } })
    const stranger = app.client((await app.createUser({ workshop_id: elsewhere.id })).token)
    const refusal = { status: 404, code: 'execution.not_found' }
    await expect(announce(id, phone, 'phone', stranger)).rejects.toMatchObject(refusal)
    await expect(stranger.presence.leave({ params: { id, device_id: phone } })).rejects.toMatchObject(refusal)
    expect(await announce(id, laptop, 'computer')).toEqual([])
  })

  it('leaves nothing behind', async () => {
    const id = await start()
    await announce(id, laptop, 'computer')
    const { db, config } = app.context
    const left = () => db.selectFrom('workflow_execution_presence').select('device_id').execute()
    expect(await left()).not.toEqual([])
    later(3_600_001)
    await cleanUp({ db, photos: new PhotoStore(config.dataDir), now: () => now })
    expect(await left()).toEqual([])
  })
})
