import type { Client } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newBox, toCheck } from '../testing/new-box.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const statusOf = (execution: Execution, step_id: number) =>
  execution.step_executions?.find(found => found.step_id === step_id)?.status

describeEachEngine('executions', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('what a step used is told with it and stands in its data, also where it is left for later', async () => {
    const box = await newBox(client)
    const step_id = box.step('Cut boards')
    const usage = { materials: { '7': { actual_quantity: 2 } }, tools: {} }
    for (const resource_usage of [usage, null]) {
      const { id } = await client.executions.start({ params: { id: box.id } })
      const params = { id, step_id }
      const done = await client.executions.complete({ params, body: { data: { fit: 'good' }, resource_usage } })
      const found = done.step_executions?.find(step => step.step_id === step_id)
      expect(found?.step_data).toEqual({ fit: 'good', resource_usage })
    }
    const { id } = await client.executions.start({ params: { id: box.id } })
    const done = await client.executions.complete({ params: { id, step_id } })
    const found = done.step_executions?.find(step => step.step_id === step_id)
    expect(Object.keys(found?.step_data ?? {})).not.toContain('resource_usage')
  })

  it('start opens the first step and answers with the whole run', async () => {
    const box = await newBox(client)
    const started = await client.executions.start({ params: { id: box.id }, body: { quantity: 2 } })
    expect(started).toMatchObject({
      workflow_id: box.id,
      status: 'active',
      revision: 1,
      quantity: 2,
      version: 1,
      current_step_id: box.step('Cut boards'),
      available_steps: [box.step('Cut boards')],
      completed_at: null,
    })
    expect(started.step_executions).toHaveLength(8)
    expect(statusOf(started, box.step('Cut boards'))).toBe('active')
    expect(statusOf(started, box.step('Nail corners'))).toBe('pending')
    expect(started.available_commands).toEqual(expect.arrayContaining(['complete', 'skip', 'pause', 'cancel']))
  })

  it('runs to its end: decision, override, failed check, rework, outcome', async () => {
    const box = await newBox(client)
    const atCheck = await toCheck(client, box)
    const { id } = atCheck
    const check = { id, step_id: box.step('Check square') }
    expect(statusOf(atCheck, box.step('Cut dovetails'))).toBe('dead')
    expect(atCheck.execution_data).toEqual({ joint: 'nails' })

    const failed = await client.executions.complete({
      params: check,
      body: { data: { verdict: 'fail' }, notes: 'rocks' },
    })
    expect(failed.current_step_id).toBe(box.step('Plane true'))
    const again = await client.executions.complete({ params: { id, step_id: box.step('Plane true') } })
    expect(again.step_executions?.find(step => step.step_id === check.step_id)).toMatchObject({
      iteration: 2,
      status: 'active',
      notes: null,
    })
    const before = again.earlier_passes?.filter(step => step.step_id === check.step_id)
    expect(before).toMatchObject([{ iteration: 1, status: 'failed', notes: 'rocks', step_data: { verdict: 'fail' } }])
    expect(failed.earlier_passes).toBeUndefined()

    await client.executions.complete({ params: check, body: { data: { verdict: 'pass' } } })
    const done = await client.executions.complete({ params: { id, step_id: box.step('Finished box') } })
    expect(done.status).toBe('completed')
    expect(done.completed_at).not.toBeNull()
    expect(done.total_duration).toBeGreaterThanOrEqual(0)
    expect(done.progress.progress_percentage).toBe(100)
    expect(done.selected_outcome_id).toBe(box.outcomes.find(outcome => outcome.name === 'Square box')?.id)
    expect(await client.executions.get({ params: { id } })).toEqual({ ...done, progress: expect.anything() as object })

    const history = await client.executions.history({ params: { id } })
    expect(history.map(entry => entry.action_type)).toEqual(
      [
        'start',
        'complete',
        'decide',
        'complete',
        'complete',
        'complete',
        'complete',
        'complete',
        'complete',
      ].toReversed(),
    )
    expect(history.at(-3)).toMatchObject({ step_name: 'Choose joint', actor_id: expect.any(Number) as number })
    expect(history.at(-3)?.action_data).toEqual({ decision_option_id: box.option('Nails') })
    const older = await client.executions.history({ params: { id }, query: { before: history[1]?.id ?? 0, limit: 2 } })
    expect(older).toEqual(history.slice(2, 4))
  })

  it('refuses what the state does not allow, naming the step, and changes nothing', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const early = await refusal(client.executions.complete({ params: { id, step_id: box.step('Check square') } }))
    expect([early.status, early.code]).toEqual([409, 'execution.step_not_ready'])
    expect(early.message).toContain('Check square')
    const foreign = await refusal(client.executions.complete({ params: { id, step_id: 999_999 } }))
    expect([foreign.status, foreign.code]).toEqual([404, 'execution.step_not_found'])
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    const choice = { id, step_id: box.step('Choose joint') }
    const undecided = await refusal(client.executions.complete({ params: choice }))
    expect([undecided.status, undecided.code]).toEqual([400, 'execution.decision_required'])
    expect(undecided.message).toContain('Dovetails')
    const wrong = await refusal(client.executions.decide({ params: choice, body: { decision_option_id: 999_999 } }))
    expect([wrong.status, wrong.code]).toEqual([422, 'execution.option_not_found'])
    const skipped = await refusal(client.executions.skip({ params: choice }))
    expect([skipped.status, skipped.code]).toEqual([409, 'execution.not_skippable'])
    await client.executions.pause({ params: { id } })
    const paused = await refusal(
      client.executions.decide({ params: choice, body: { decision_option_id: box.option('Nails') } }),
    )
    expect([paused.status, paused.code]).toEqual([409, 'execution.paused'])
    expect((await client.executions.get({ params: { id } })).version).toBe(3)
  })

  it('asks a quality check for its verdict and a wait for its time', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    await client.executions.decide({
      params: { id, step_id: box.step('Choose joint') },
      body: { decision_option_id: box.option('Nails') },
    })
    await client.executions.complete({ params: { id, step_id: box.step('Nail corners') } })
    const wait = { id, step_id: box.step('Let glue set') }
    const early = await refusal(client.executions.complete({ params: wait }))
    expect([early.status, early.code]).toEqual([400, 'execution.time_not_elapsed'])
    expect(early.message).toMatch(/10 min/)
    await client.executions.complete({ params: wait, body: { override: true } })
    const verdict = await refusal(client.executions.complete({ params: { id, step_id: box.step('Check square') } }))
    expect([verdict.status, verdict.code]).toEqual([400, 'execution.verdict_required'])
  })

  it('announces each command in order, and nothing of a refused one', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    await refusal(client.executions.skip({ params: { id, step_id: box.step('Choose joint') } }))
    await client.executions.decide({
      params: { id, step_id: box.step('Choose joint') },
      body: { decision_option_id: box.option('Nails') },
    })
    await client.executions.cancel({ params: { id }, body: { reason: 'no nails' } })
    const { rows } = await sql<{ type: string; version: number; data: Record<string, unknown> }>`
      select type, execution_version as version, data from outbox where execution_id = ${id} order by id`.execute(
      app.context.db,
    )
    expect(rows.map(row => `${row.version} ${row.type}`)).toEqual([
      '1 hidesync.execution.started',
      '1 hidesync.step.started',
      '1 hidesync.analytics.progress_updated',
      '2 hidesync.step.completed',
      '2 hidesync.analytics.milestone_reached',
      '2 hidesync.step.started',
      '2 hidesync.analytics.progress_updated',
      '3 hidesync.step.decision_made',
      '3 hidesync.step.completed',
      '3 hidesync.step.started',
      '3 hidesync.analytics.progress_updated',
      '4 hidesync.execution.cancelled',
    ])
    expect(rows.at(-1)?.data).toMatchObject({ execution_id: id, workflow_id: box.id, reason: 'no nails' })
  })

  it('leaves the steps out of the answer when asked for the minimum', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const params = { id, step_id: box.step('Cut boards') }
    const answer = await client.executions.complete({ params }, { minimal: true })
    expect(answer.step_executions).toBeUndefined()
    expect(answer.current_step_id).toBe(box.step('Choose joint'))
  })

  it('goes on when its workflow was deleted, and shows a stranger nothing', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    await client.workflows.delete({ params: { id: box.id } })
    const after = await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    expect(after.current_step_id).toBe(box.step('Choose joint'))

    const workshop = await client.workshops.create({ body: { name: `Elsewhere ${id}` } })
    const stranger = await app.createUser({ workshop_id: workshop.id })
    const theirs = app.client(stranger.token)
    for (const attempt of [
      () => theirs.executions.get({ params: { id } }),
      () => theirs.executions.pause({ params: { id } }),
      () => theirs.executions.history({ params: { id } }),
      () => theirs.executions.definition({ params: { id } }),
    ]) {
      const error = await refusal(attempt())
      expect([error.status, error.code]).toEqual([404, 'execution.not_found'])
    }
  })

  it('lists what is going on, the last used first', async () => {
    const person = await app.createUser()
    const mine = app.client(person.token)
    const box = await newBox(client)
    await client.workflows.publish({ params: { id: box.id } })
    const one = await mine.executions.start({ params: { id: box.id } })
    const two = await mine.executions.start({ params: { id: box.id } })
    await mine.executions.complete({ params: { id: one.id, step_id: box.step('Cut boards') } })
    await mine.executions.cancel({ params: { id: two.id } })
    expect(await mine.executions.active()).toMatchObject([
      { id: one.id, status: 'active', current_step_name: 'Choose joint', completed_steps: 1 },
    ])
    const listed = await mine.executions.list({ query: { started_by: person.id, limit: 1 } })
    expect(listed).toMatchObject({ total: 2, has_more: true, items: [{ id: two.id, status: 'cancelled' }] })
    expect((await mine.executions.nextSteps({ params: { id: one.id } })).map(step => step.name)).toEqual([
      'Choose joint',
    ])
    expect(await mine.executions.progress({ params: { id: one.id } })).toMatchObject({
      completed_steps: 1,
      current_step_name: 'Choose joint',
    })
  })

  it('refuses to start what cannot be started', async () => {
    const empty = await client.workflows.create({ body: { name: `Empty ${engine}` } })
    await client.workflows.update({ params: { id: empty.id }, body: { status: 'active' } })
    const nothing = await refusal(client.executions.start({ params: { id: empty.id } }))
    expect([nothing.status, nothing.code]).toEqual([400, 'workflow.no_steps'])
    const missing = await refusal(client.executions.start({ params: { id: 999_999 } }))
    expect([missing.status, missing.code]).toEqual([404, 'workflow.not_found'])
    const box = await newBox(client)
    const outcome = await refusal(
      client.executions.start({ params: { id: box.id }, body: { selected_outcome_id: 999_999 } }),
    )
    expect([outcome.status, outcome.code]).toEqual([422, 'execution.outcome_not_found'])
  })
})
