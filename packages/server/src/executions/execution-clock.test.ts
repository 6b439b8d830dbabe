import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { newBox, type Box } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let at = Date.UTC(2026, 4, 4, 8)
const now = () => new Date(at)
const wait = (minutes: number) => void (at += minutes * 60_000)

/** Pauses after an hour without a command, times out after five. */
const config = { workflows: loadConfig({ WORKFLOW_IDLE_PAUSE: '60', WORKFLOW_MAX_EXECUTION_TIME: '18000' }).workflows }

describeEachEngine('the clock of executions', engine => {
  let app: TestApp
  let client: Client
  let box: Box

  beforeAll(async () => {
    app = await startTestApp({ engine, now, config })
    client = app.client(app.admin.token)
    box = await newBox(client)
  })
  afterAll(() => app.close())
  /** What a test leaves behind is nobody else's business. */
  afterEach(async () => {
    for (const { id, status } of await client.executions.active())
      if (status !== 'cancelled') await client.executions.cancel({ params: { id } })
  })

  const tick = () => app.context.executionClock.tick()
  const start = async (workflow = box.id) => {
    const { id } = await client.executions.start({ params: { id: workflow } })
    return { id }
  }
  const statusOf = async (params: { id: number }) => (await client.executions.get({ params })).status
  const lastOf = async (params: { id: number }) => (await client.executions.history({ params }))[0]
  /** Uses the run every 50 minutes, so that it is never idle. */
  const use = async (params: { id: number }, minutes: number) => {
    for (let used = 0; used < minutes; used += 50) {
      wait(Math.min(50, minutes - used))
      if ((await tick()) === 0) await client.executions.setVariables({ params, body: { variables: { used } } })
    }
  }
  const announced = async ({ id }: { id: number }) => {
    const { rows } = await sql<{ type: string; data: Record<string, unknown> }>`
      select type, data from outbox where execution_id = ${id} order by id desc limit 1`.execute(app.context.db)
    return rows[0]
  }

  it('pauses a run that nobody uses, once, and says so', async () => {
    const run = await start()
    wait(59)
    expect(await tick()).toBe(0)
    wait(1)
    expect(await tick()).toBe(1)
    expect(await tick()).toBe(0)
    expect(await statusOf(run)).toBe('paused')
    expect(await lastOf(run)).toMatchObject({ action_type: 'pause', actor_id: null, action_data: { reason: 'idle' } })
    const event = await announced(run)
    expect(event).toMatchObject({ type: 'hidesync.execution.paused', data: { reason: 'idle', workflow_id: box.id } })
    expect(event?.data).not.toHaveProperty('user_id')
    wait(1_000)
    expect((await client.executions.resume({ params: run })).progress.elapsed_time).toBeCloseTo(60, 5)
    expect(await tick()).toBe(0)
  })

  it('counts from the last command, and leaves what waits for glue or a timer alone', async () => {
    const run = await start()
    wait(50)
    await client.executions.note({ params: { ...run, step_id: box.step('Cut boards') }, body: { text: 'knots' } })
    wait(50)
    expect(await tick()).toBe(0)
    await client.timers.start({ params: run, body: { timer_id: 'glue', minutes: 100 } })
    wait(99)
    expect(await tick()).toBe(0)
    wait(60)
    expect(await tick()).toBe(0)
    wait(1)
    expect(await tick()).toBe(1)
    expect(await statusOf(run)).toBe('paused')
  })

  it('times out what went on for too long, and grants it its whole time again when it is resumed', async () => {
    const run = await start()
    const before = await client.workflows.statistics({ params: { id: box.id } })
    await use(run, 280)
    expect(await statusOf(run)).toBe('active')
    // The box's glue takes ten minutes of its own, which do not count.
    await use(run, 30)
    expect(await statusOf(run)).toBe('timeout')
    expect(await lastOf(run)).toMatchObject({ action_type: 'time_out', actor_id: null })
    expect(await announced(run)).toMatchObject({ type: 'hidesync.execution.timed_out' })
    const after = await client.workflows.statistics({ params: { id: box.id } })
    expect(after.total_executions).toBe(before.total_executions)
    expect(after.success_rate ?? 0).toBeLessThanOrEqual(before.success_rate ?? 100)
    wait(5_000)
    await client.executions.resume({ params: run })
    await use(run, 300)
    expect(await statusOf(run)).toBe('active')
    await use(run, 10)
    expect(await statusOf(run)).toBe('timeout')
  })

  it('goes by the limit that the workflow had when the run was started; copies keep it', async () => {
    const own = await newBox(client)
    const limited = await client.workflows.update({ params: { id: own.id }, body: { time_limit: 20 } })
    expect(limited.time_limit).toBe(20)
    const copy = await client.workflows.duplicate({ params: { id: own.id } })
    expect((await client.workflows.get({ params: { id: copy.id } })).time_limit).toBe(20)
    const run = await start(own.id)
    await client.workflows.update({ params: { id: own.id }, body: { time_limit: null } })
    const other = await start(own.id)
    wait(31)
    expect(await tick()).toBe(1)
    expect([await statusOf(run), await statusOf(other)]).toEqual(['timeout', 'active'])
  })

  it('looks again when the time that was written is not the right one any more', async () => {
    const run = await start()
    const due = async () => {
      const { due_at } = await app.context.db
        .selectFrom('workflow_executions')
        .select('due_at')
        .where('id', '=', run.id)
        .executeTakeFirstOrThrow()
      return due_at?.getTime() ?? null
    }
    const right = await due()
    expect(right).toBe(at + 60 * 60_000)
    await sql`update workflow_executions set due_at = ${now().toISOString()}::timestamptz where id = ${run.id}`.execute(
      app.context.db,
    )
    expect([await tick(), await due()]).toEqual([0, right])
    await client.executions.pause({ params: run })
    expect(await due()).toBeNull()
  })
})

describe('several processes over one database', () => {
  it('do together what one would, each run once, and any of them alone suffices', async () => {
    const app = await startTestApp({ engine: 'postgres', now, config })
    const second = await app.second()
    try {
      const client = app.client(app.admin.token)
      const box = await newBox(client)
      const start = async () => (await client.executions.start({ params: { id: box.id } })).id
      const ids = await Promise.all(Array.from({ length: 40 }, start))
      wait(61)
      const clocks = [app.context.executionClock, second.context.executionClock]
      const done = await Promise.all([...clocks, ...clocks].map(clock => clock.tick()))
      expect(done.reduce((sum, count) => sum + count, 0)).toBe(ids.length)
      for (const id of ids) {
        const history = await client.executions.history({ params: { id } })
        expect(history.map(({ action_type }) => action_type)).toEqual(['pause', 'start'])
      }

      const id = await start()
      wait(61)
      expect(await second.context.executionClock.tick()).toBe(1)
      expect((await client.executions.get({ params: { id } })).status).toBe('paused')
    } finally {
      await second.close()
      await app.close()
    }
  })

  it('leave to others what one took on and could not finish', async () => {
    const app = await startTestApp({ engine: 'postgres', now, config })
    const second = await app.second()
    try {
      const client = app.client(app.admin.token)
      const box = await newBox(client)
      const { id } = await client.executions.start({ params: { id: box.id } })
      wait(61)
      // What a process that dies leaves: taken on, not done.
      await sql`update workflow_executions set due_at = ${new Date(at + 60_000).toISOString()}::timestamptz
        where id = ${id}`.execute(app.context.db)
      expect(await second.context.executionClock.tick()).toBe(0)
      wait(1)
      expect(await second.context.executionClock.tick()).toBe(1)
      expect((await client.executions.get({ params: { id } })).status).toBe('paused')
    } finally {
      await second.close()
      await app.close()
    }
  })
})
