import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newBox, toCheck, type Box } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('undoing the end of a run', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const verdict = (id: number, box: Box, verdict: 'pass' | 'fail') =>
    client.executions.complete({ params: { id, step_id: box.step('Check square') }, body: { data: { verdict } } })

  /** What was announced of a run since a version, and what its events said of how it ended. */
  const announced = async (id: number, since: number) => {
    const { rows } = await sql<{ type: string; data: Record<string, unknown> }>`
      select type, data from outbox where execution_id = ${id} and execution_version > ${since} order by id`.execute(
      app.context.db,
    )
    return rows.map(({ type, data }) => ({ type: type.replace('hidesync.', ''), data }))
  }
  const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type)

  it('opens a completed one again: outcome, counts and events say so', async () => {
    const box = await newBox(client)
    const { id } = await toCheck(client, box)
    await verdict(id, box, 'pass')
    const finished = box.step('Finished box')
    const statistics = () => client.workflows.statistics({ params: { id: box.id } })
    const running = await statistics()
    expect(running).toMatchObject({ total_executions: 1, success_rate: null })

    const done = await client.executions.complete({ params: { id, step_id: finished } })
    expect(done.status).toBe('completed')
    const outcome = done.selected_outcome_id
    expect(await statistics()).toMatchObject({ total_executions: 1, success_rate: 100 })

    const reopened = await client.executions.undo({ params: { id } })
    expect(reopened).toMatchObject({
      status: 'active',
      completed_at: null,
      total_duration: null,
      selected_outcome_id: null,
      current_step_id: finished,
      available_steps: [finished],
      undone: { action_type: 'complete', step_id: finished },
    })
    expect(await statistics()).toEqual(running)
    const events = await announced(id, done.version)
    expect(typesOf(events)).toEqual(['step.undone', 'analytics.progress_updated', 'execution.resumed'])

    const again = await client.executions.complete({ params: { id, step_id: finished } })
    expect([again.status, again.selected_outcome_id]).toEqual(['completed', outcome])
    expect(await statistics()).toMatchObject({ total_executions: 1, success_rate: 100 })
    const ending = (await announced(id, reopened.version)).at(-1)
    expect(ending).toMatchObject({ type: 'execution.completed', data: { outcome_id: outcome } })
  })

  it('opens a failed one again: its reason is gone, and it can still go well', async () => {
    const box = await newBox(client)
    const { id } = await toCheck(client, box)
    await verdict(id, box, 'pass')
    const finished = { id, step_id: box.step('Finished box') }
    const failed = await client.executions.fail({ params: finished, body: { reason: 'dropped it' } })
    expect(failed.status).toBe('failed')
    expect(failed.failure_reason).toMatch(/failed/)
    const statistics = () => client.workflows.statistics({ params: { id: box.id } })
    expect(await statistics()).toMatchObject({ total_executions: 1, success_rate: 0 })

    const reopened = await client.executions.undo({ params: { id } })
    expect(reopened).toMatchObject({ status: 'active', failure_reason: null, completed_at: null })
    expect(await statistics()).toMatchObject({ total_executions: 1, success_rate: null })
    const events = await announced(id, failed.version)
    expect(typesOf(events)).toEqual(['step.undone', 'analytics.progress_updated', 'execution.resumed'])

    const done = await client.executions.complete({ params: finished })
    expect(done.status).toBe('completed')
    expect(await statistics()).toMatchObject({ total_executions: 1, success_rate: 100 })
  })

  it('can be repeated back to the start', async () => {
    const box = await newBox(client)
    const { id } = await toCheck(client, box)
    await verdict(id, box, 'pass')
    await client.executions.complete({ params: { id, step_id: box.step('Finished box') } })
    let run = await client.executions.undo({ params: { id } })
    while (run.available_commands.includes('undo')) run = await client.executions.undo({ params: { id } })
    const first = box.step('Cut boards')
    expect(run).toMatchObject({ status: 'active', available_steps: [first], execution_data: {} })
    expect(run.progress.completed_steps).toBe(0)
    const rows = await app.context.db
      .selectFrom('workflow_step_executions')
      .select(['step_id', 'status'])
      .where('execution_id', '=', id)
      .execute()
    expect(rows).toEqual([{ step_id: first, status: 'active' }])
  })
})
