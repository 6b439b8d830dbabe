import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newBox } from '../testing/new-box.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('commands at the same time, or twice', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('answers a stale If-Match with 412 and changes nothing', async () => {
    const box = await newBox(client)
    const { id, version } = await client.executions.start({ params: { id: box.id } })
    const params = { id, step_id: box.step('Cut boards') }
    await client.executions.note({ params, body: { text: 'knots' } }, { ifMatch: `"${version}"` })
    const stale = await refusal(client.executions.complete({ params }, { ifMatch: `"${version}"` }))
    expect([stale.status, stale.code]).toEqual([412, 'request.precondition_failed'])
    expect((await client.executions.get({ params: { id } })).version).toBe(2)
  })

  it('gives the same answer to the same idempotency key, and refuses it for another body', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const params = { id, step_id: box.step('Cut boards') }
    const options = { idempotencyKey: 'cut-once' }
    const all = await Promise.all(
      Array.from({ length: 5 }, () => client.executions.complete({ params, body: { notes: 'clean' } }, options)),
    )
    for (const answer of all) expect(answer).toEqual(all[0])
    expect((await client.executions.history({ params: { id } })).map(entry => entry.action_type)).toEqual([
      'complete',
      'start',
    ])
    const other = await refusal(client.executions.complete({ params, body: { notes: 'rough' } }, options))
    expect([other.status, other.code]).toEqual([409, 'request.idempotency_mismatch'])
  })

  it('starts once for one idempotency key', async () => {
    const box = await newBox(client)
    const options = { idempotencyKey: 'start-once' }
    const [one, two] = await Promise.all([
      client.executions.start({ params: { id: box.id } }, options),
      client.executions.start({ params: { id: box.id } }, options),
    ])
    expect(two).toEqual(one)
    expect((await client.executions.list({ query: { workflow_id: box.id } })).total).toBe(1)
  })

  it('serialises what several people do at once', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const params = { id, step_id: box.step('Cut boards') }
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => client.executions.note({ params, body: { text: `note ${index}` } })),
    )
    expect(answers.map(answer => answer.version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 2),
    )
    const { step_executions } = await client.executions.get({ params: { id } })
    const notes = step_executions?.find(step => step.step_id === params.step_id)?.notes?.split('\n') ?? []
    expect(notes.toSorted()).toEqual(Array.from({ length: 12 }, (_, index) => `note ${index}`).toSorted())
  })

  it('completes a step once when two people complete it at the same moment', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const params = { id, step_id: box.step('Cut boards') }
    const results = await Promise.allSettled([
      client.executions.complete({ params }),
      client.executions.complete({ params }),
    ])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
