import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newBox, toCheck } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('the first page of the bench', engine => {
  let app: TestApp
  let admin: Client
  let at = Date.UTC(2026, 4, 4, 8)
  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const publicBox = async () => {
    const box = await newBox(admin)
    await admin.workflows.update({ params: { id: box.id }, body: { visibility: 'public' } })
    return box
  }

  it('is empty for who has done nothing yet', async () => {
    const home = await app.client((await app.createUser()).token).home.home()
    expect(home).toMatchObject({ continue: [], needs_you: [], drafts: [], last_completed: null })
  })

  it('tells what goes on, with the timer that ends next, and what was completed last', async () => {
    const client = app.client((await app.createUser()).token)
    const box = await publicBox()
    const { id } = await client.executions.start({ params: { id: box.id } })
    const other = await client.executions.start({ params: { id: box.id } })
    await client.timers.start({ params: { id }, body: { minutes: 30 } })
    await client.timers.start({ params: { id }, body: { minutes: 10 } })
    at += 60_000
    await client.executions.pause({ params: { id: other.id } })
    const going = await client.home.home()
    expect(going.continue).toMatchObject([
      { execution_id: other.id, status: 'paused', next_timer_at: null },
      {
        execution_id: id,
        status: 'active',
        current_step_name: 'Cut boards',
        progress_percentage: 0,
        next_timer_at: new Date(at + 9 * 60_000).toISOString(),
      },
    ])
    at += 9 * 60_000
    expect((await client.home.home()).continue[1]?.next_timer_at).toBe(new Date(at + 20 * 60_000).toISOString())

    const atCheck = await toCheck(client, box)
    const check = { id: atCheck.id, step_id: box.step('Check square') }
    await client.executions.complete({ params: check, body: { data: { verdict: 'pass' } } })
    await client.executions.complete({ params: { id: atCheck.id, step_id: box.step('Finished box') } })
    expect((await client.home.home()).last_completed).toMatchObject({
      execution_id: atCheck.id,
      outcome_name: 'Square box',
      completed_at: new Date(at).toISOString(),
    })
  })

  it('names what waits for a person: a decision, a check, a lag that is over', async () => {
    const client = app.client((await app.createUser()).token)
    const box = await publicBox()
    const decided = await client.executions.start({ params: { id: box.id } })
    expect((await client.home.home()).needs_you).toEqual([])
    at += 60_000
    await client.executions.complete({ params: { id: decided.id, step_id: box.step('Cut boards') } })
    at += 60_000
    const checked = await toCheck(client, box)
    const needs = await client.home.home()
    expect(needs.needs_you).toMatchObject([
      { execution_id: decided.id, step_name: 'Choose joint', reason: 'decision' },
      { execution_id: checked.id, step_name: 'Check square', reason: 'quality_check' },
    ])
    await client.executions.pause({ params: { id: checked.id } })
    expect((await client.home.home()).needs_you).toHaveLength(1)

    const lagged = await client.workflows.create({ body: { name: `Glue ${engine}` } })
    const step = (id: number, name: string) => ({ id, name, step_type: 'instruction', instructions: 'Do it.' })
    await client.revisions.save({
      params: { id: lagged.id },
      body: {
        steps: [step(1, 'Glue'), step(2, 'Unclamp')],
        connections: [{ source_step: 1, target_step: 2, connection_type: 'sequential', min_lag: 30 }],
        outcomes: [],
      },
    })
    expect((await client.home.home()).drafts).toMatchObject([{ id: lagged.id, step_count: 2 }])
    const run = await client.executions.start({ params: { id: lagged.id } })
    const glue = run.current_step_id ?? 0
    await client.executions.complete({ params: { id: run.id, step_id: glue } })
    const ofRun = async () => (await client.home.home()).needs_you.filter(({ execution_id }) => execution_id === run.id)
    expect(await ofRun()).toEqual([])
    at += 31 * 60_000
    expect(await ofRun()).toMatchObject([{ step_name: 'Unclamp', reason: 'lag_over' }])
  })

  it('names a run whose time ran out, until it is taken up again', async () => {
    const client = app.client((await app.createUser()).token)
    const box = await publicBox()
    const { id } = await client.executions.start({ params: { id: box.id } })
    const asStatus = (status: 'timeout' | 'active') =>
      app.context.db.updateTable('workflow_executions').set({ status }).where('id', '=', id).execute()
    await asStatus('timeout')
    const home = await client.home.home()
    expect(home.continue).toEqual([])
    expect(home.needs_you).toMatchObject([{ execution_id: id, step_name: 'Cut boards', reason: 'timed_out' }])
    await asStatus('active')
    expect((await client.home.home()).needs_you).toEqual([])
  })

  it('suggests published templates that one has not made, and nobody else’s drafts or runs', async () => {
    const client = app.client((await app.createUser()).token)
    const box = await publicBox()
    const made = await publicBox()
    for (const { id } of [box, made])
      await app.context.db
        .updateTable('workflows')
        .set({ status: 'published', is_template: true })
        .where('id', '=', id)
        .execute()
    await client.executions.start({ params: { id: made.id } })
    const home = await client.home.home()
    const suggested = home.suggested.map(({ id }) => id)
    expect(suggested).toContain(box.id)
    expect(suggested).not.toContain(made.id)
    expect(home.continue).toHaveLength(1)
    expect(home.drafts).toEqual([])
  })
})
