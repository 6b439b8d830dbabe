import type { Client } from '@hidesync/contract/client'
import { beforeAllEvents, type CloudEvent } from '@hidesync/contract/events/event.schemas'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cleanUp } from '../operations/clean-up.ts'
import { PhotoStore } from '../executions/photo-store.ts'
import { refusalOf, send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('events by cursor', engine => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const listed = async (
    who: Client,
    query: { after?: string; type?: string; execution_id?: number; limit?: number },
  ) => {
    const items: CloudEvent[] = []
    let after = query.after
    for (;;) {
      const page = await who.events.list({ query: { ...query, ...(after === undefined ? {} : { after }) } })
      items.push(...page.items)
      after = page.cursor
      if (!page.has_more) return { items, cursor: after }
    }
  }
  const now = async (who = client) => (await listed(who, {})).cursor
  const typesOf = (items: readonly CloudEvent[]) => items.map(({ type }) => type.replace('hidesync.', ''))

  it('tell who did what, in order, from a cursor on', async () => {
    const box = await newBox(client)
    const ana = await app.createUser({ display_name: 'Ana' })
    const { id } = await client.executions.start({ params: { id: box.id } })
    const after = await now()
    const step_id = box.step('Cut boards')
    await app.client(ana.token).executions.complete({ params: { id, step_id } })
    const { items, cursor } = await listed(client, { after, limit: 1 })
    expect(typesOf(items)).toEqual([
      'step.completed',
      'analytics.milestone_reached',
      'step.started',
      'analytics.progress_updated',
    ])
    expect(items[0]).toMatchObject({
      specversion: '1.0',
      subject: `executions/${id}`,
      data: { execution_id: id, step_id, step_name: 'Cut boards', user_id: ana.id, user_name: 'Ana' },
    })
    expect(cursor).toBe(items.at(-1)?.id)
    expect((await listed(client, { after: cursor })).items).toEqual([])
    expect((await listed(client, { after: beforeAllEvents })).items.length).toBeGreaterThan(items.length)
  })

  it('leave out no command: a note, a timer and another aim are told as what they are', async () => {
    const box = await newBox(client)
    const params = { id: (await client.executions.start({ params: { id: box.id } })).id }
    const after = await now()
    const step_id = box.step('Cut boards')
    await client.executions.note({ params: { ...params, step_id }, body: { text: 'Oak this time' } })
    const timer = { ...params, timer_id: 'tea' }
    await client.timers.start({ params, body: { timer_id: 'tea', minutes: 5, label: 'Tea', step_id: null } })
    await client.timers.stop({ params: timer })
    const { items } = await listed(client, { after })
    expect(new Set(typesOf(items))).toEqual(new Set(['execution.updated']))
    expect(items.map(({ data }) => [data.action_type, data.step_id])).toEqual([
      ['note', step_id],
      ['start_timer', undefined],
      ['stop_timer', undefined],
    ])
  })

  it('are narrowed to types and to a run, and an unknown type is told', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const other = await client.executions.start({ params: { id: box.id } })
    await client.executions.pause({ params: { id: other.id } })
    const ofRun = await listed(client, { execution_id: id })
    expect(new Set(ofRun.items.map(({ subject }) => subject))).toEqual(new Set([`executions/${id}`]))
    const types = await listed(client, { type: 'execution.paused,hidesync.execution.started', execution_id: other.id })
    expect(typesOf(types.items)).toEqual(['execution.started', 'execution.paused'])
    const told = await refusalOf(await send(app, '/events?type=step.sung', { method: 'GET' }))
    expect([told.status, told.errors?.[0]?.path]).toEqual([422, 'type'])
    expect(told.detail).toMatch(/^There are no events of the type “step.sung”\./)
  })

  it('are those of one’s workshops and of the workflows that one may see', async () => {
    const workshop = await client.workshops.create({ body: { name: 'Elsewhere' } })
    const stranger = await app.createUser({ workshop_id: workshop.id })
    const strangers = app.client(stranger.token)
    const before = await now(strangers)
    const hidden = await newBox(client)
    const open = await newBox(client)
    const shared = await newBox(client)
    await client.executions.start({ params: { id: hidden.id } })
    await client.workflows.update({ params: { id: open.id }, body: { visibility: 'public' } })
    await client.sharing.put({ params: { id: shared.id }, body: { workshop_id: workshop.id, permission: 'read' } })
    const seen = async () => {
      const { items } = await listed(strangers, { after: before })
      return new Set(items.map(({ subject }) => subject))
    }
    expect(await seen()).toEqual(new Set([`workflows/${open.id}`, `workflows/${shared.id}`]))
    await client.sharing.removeWorkshop({ params: { id: shared.id, workshop_id: workshop.id } })
    expect(await seen()).toEqual(new Set([`workflows/${open.id}`]))
  })

  it('of a deleted workflow say so to those who saw it', async () => {
    const reader = app.client((await app.createUser()).token)
    const box = await newBox(client)
    await client.workflows.update({ params: { id: box.id }, body: { visibility: 'public' } })
    const after = await now(reader)
    await client.workflows.delete({ params: { id: box.id } })
    expect(typesOf((await listed(reader, { after })).items)).toEqual(['workflow.deleted'])
  })

  it('begin with the first that is kept, however many were forgotten before it or in between', async () => {
    const { db } = app.context
    const before = (await listed(client, {})).items.map(({ id }) => id)
    const middle = before[Math.floor(before.length / 2)] ?? ''
    const forget = (from: string) =>
      sql`update outbox set position = position + 1000000 where position >=
        (select position from outbox where event_id = ${from})`.execute(db)
    await forget(middle)
    await forget(before[0] ?? '')
    const read: string[] = []
    let after: string | undefined
    for (let rounds = 0; rounds < 2; rounds++) {
      const { items, cursor, has_more } = await client.events.list({
        query: { limit: 100, ...(after === undefined ? {} : { after }) },
      })
      read.push(...items.map(({ id }) => id))
      after = cursor
      if (!has_more) break
    }
    expect(before.length).toBeLessThan(100)
    expect(read).toEqual(before)
  })

  it('go on from now, without what was before', async () => {
    const { items, cursor, has_more } = await client.events.list({ query: { after: 'now' } })
    expect([items, has_more, cursor]).toEqual([[], false, await now()])
    await newBox(client)
    expect(typesOf((await listed(client, { after: cursor })).items)[0]).toBe('workflow.created')
  })

  it('a cursor that is unknown is 410, and so is one that was forgotten; the last event stays', async () => {
    const unknown = '11111111-2222-4333-8444-555555555555'
    const asked = (after: string) => send(app, `/events?after=${after}`, { method: 'GET' })
    const told = await refusalOf(await asked(unknown))
    expect(told).toMatchObject({ status: 410, code: 'events.cursor_gone' })
    const advised = /“after=(\w+)”/.exec(told.detail)?.[1] ?? ''
    expect((await asked(advised)).status).toBe(200)
    await newBox(client)
    const old = (await client.events.list({ query: { limit: 1 } })).cursor
    const last = await now()
    await sql`update outbox set created_at = created_at - interval '31 days'`.execute(app.context.db)
    const { db, config } = app.context
    await cleanUp({ db, photos: new PhotoStore(config.dataDir), now: () => new Date() })
    expect((await refusalOf(await asked(old))).status).toBe(410)
    await newBox(client)
    const { items } = await listed(client, { after: last })
    expect(typesOf(items)[0]).toBe('workflow.created')
  })
})
