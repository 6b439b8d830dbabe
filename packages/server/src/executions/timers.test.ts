import type { Client } from '@hidesync/contract/client'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { compile } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { readEvents } from './history.reader.ts'

describeEachEngine('timers', engine => {
  let app: TestApp
  let client: Client
  let at = Date.UTC(2026, 4, 4, 8)
  const wait = (minutes: number) => void (at += minutes * 60_000)
  const inMinutes = (minutes: number) => new Date(at + minutes * 60_000).toISOString()

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const newRun = async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    return { box, id, params: { id } }
  }
  const refused = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const told = await refusalOf(await send(app, `/workflows/executions/${path}`, { body, headers }))
    return [told.status, told.code]
  }

  it('count down on the server, and are paused, resumed, extended and stopped there', async () => {
    const { box, id, params } = await newRun()
    const step_id = box.step('Let glue set')
    const started = await client.timers.start({
      params,
      body: { timer_id: 'glue', minutes: 30, label: 'Glue', step_id },
    })
    const glue = {
      id: 'glue',
      execution_id: id,
      step_id,
      label: 'Glue',
      minutes: 30,
      status: 'running',
      ends_at: inMinutes(30),
      remaining: 30,
      started_by: app.admin.id,
      started_at: inMinutes(0),
    }
    expect(started.timers).toEqual([glue])
    const began = inMinutes(0)
    const timer = { id, timer_id: 'glue' }
    wait(10)
    const paused = await client.timers.pause({ params: timer })
    expect(paused.timers).toEqual([{ ...glue, status: 'paused', ends_at: null, remaining: 20 }])
    wait(600)
    const resumed = await client.timers.resume({ params: timer })
    expect(resumed.timers).toMatchObject([{ status: 'running', ends_at: inMinutes(20), started_at: began }])
    const extended = await client.timers.extend({ params: timer, body: { minutes: 2.5 } })
    expect(extended.timers).toMatchObject([{ minutes: 32.5, ends_at: inMinutes(22.5) }])
    wait(25)
    expect(await client.timers.list({ params })).toMatchObject([{ status: 'done', remaining: -2.5 }])
    expect((await client.executions.get({ params })).timers).toMatchObject([{ status: 'done', remaining: -2.5 }])
    expect((await client.timers.stop({ params: timer })).timers).toEqual([])

    const history = await client.executions.history({ params })
    expect(history.slice(0, 5).map(entry => [entry.action_type, entry.step_name, entry.action_data])).toEqual([
      ['stop_timer', 'Let glue set', { timer_id: 'glue', label: 'Glue' }],
      ['extend_timer', 'Let glue set', { timer_id: 'glue', minutes: 2.5, label: 'Glue' }],
      ['resume_timer', 'Let glue set', { timer_id: 'glue', label: 'Glue' }],
      ['pause_timer', 'Let glue set', { timer_id: 'glue', label: 'Glue' }],
      ['start_timer', 'Let glue set', { timer_id: 'glue', minutes: 30, label: 'Glue' }],
    ])
  })

  it('are facts of the history: replaying it gives the stored state, and undo leaves them alone', async () => {
    const { box, id, params } = await newRun()
    const { timers } = await client.timers.start({ params, body: { minutes: 5 } })
    expect(timers).toMatchObject([{ id: expect.stringMatching(/^[\da-f-]{36}$/) as string, label: '', step_id: null }])
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    await client.timers.pause({ params: { id, timer_id: timers[0]?.id ?? '' } })
    const undone = await client.executions.undo({ params })
    expect(undone).toMatchObject({ undone: { action_type: 'complete' }, timers: [{ status: 'paused' }] })
    const definition = (await client.executions.definition({ params })) as unknown as WorkflowDefinition
    const workflow = compile(definition)
    const replayed = (await readEvents(app.context.db, id)).reduce(
      (state, events) => evolveAll(workflow, state, events),
      newExecution(workflow),
    )
    expect(replayed).toEqual(undone.state)
  })

  it('are written once, whatever is sent again, and only on the version that was seen', async () => {
    const { id, params } = await newRun()
    const body = { timer_id: 'oven', minutes: 5 }
    const key = { idempotencyKey: `oven-${id}` }
    const first = await client.timers.start({ params, body }, key)
    expect(await client.timers.start({ params, body }, key)).toEqual(first)
    expect(await refused(`${id}/timers`, body)).toEqual([409, 'execution.timer_exists'])
    const stale = { 'if-match': '"1"' }
    expect(await refused(`${id}/timers/oven/stop`, {}, stale)).toEqual([412, 'request.precondition_failed'])
    expect((await client.timers.stop({ params: { id, timer_id: 'oven' } }, { ifMatch: '"2"' })).timers).toEqual([])
  })

  it('are refused with what was wrong', async () => {
    const { id, params } = await newRun()
    await client.timers.start({ params, body: { timer_id: 'oven', minutes: 5 } })
    for (const [path, body, expected] of [
      ['timers', { minutes: 0 }, [422, 'request.invalid']],
      ['timers', { minutes: 86_401 }, [422, 'request.invalid']],
      ['timers', { minutes: 1, label: ' ' }, [422, 'request.invalid']],
      ['timers', { minutes: 1, label: 'x'.repeat(201) }, [422, 'request.invalid']],
      ['timers', { minutes: 1, timer_id: 'no spaces' }, [422, 'request.invalid']],
      ['timers', { minutes: 1, ends_at: 'soon' }, [422, 'request.invalid']],
      ['timers', { minutes: 1, step_id: 999_999 }, [404, 'execution.step_not_found']],
      ['timers/oven/extend', { minutes: 86_400 }, [422, 'execution.timer_out_of_range']],
      ['timers/oven/resume', {}, [409, 'execution.timer_not_paused']],
      ['timers/none/stop', {}, [404, 'execution.timer_not_found']],
    ] as const)
      expect(await refused(`${id}/${path}`, body), JSON.stringify(body)).toEqual(expected)
    for (let index = 1; index < 50; index++) await client.timers.start({ params, body: { minutes: 1 } })
    expect(await refused(`${id}/timers`, { minutes: 1 })).toEqual([409, 'execution.timer_limit'])
    await client.timers.pause({ params: { id, timer_id: 'oven' } })
    expect(await refused(`${id}/timers/oven/pause`, {})).toEqual([409, 'execution.timer_not_running'])
  })

  it('go on while the run is paused, and are over with it', async () => {
    const { id, params } = await newRun()
    await client.timers.start({ params, body: { timer_id: 'glue', minutes: 5 } })
    await client.executions.pause({ params })
    wait(4)
    const second = await client.timers.start({ params, body: { timer_id: 'oven', minutes: 5 } })
    expect(second.status).toBe('paused')
    expect(second.timers.map(timer => [timer.id, timer.remaining])).toEqual([
      ['glue', 1],
      ['oven', 5],
    ])
    expect(second.available_commands).toEqual(expect.arrayContaining(['start_timer', 'stop_timer', 'resume']))
    expect((await client.executions.cancel({ params })).timers).toEqual([])
    expect(await refused(`${id}/timers/glue/stop`, {})).toEqual([409, 'execution.not_active'])
  })

  it('of all runs of a person stand in one list, the next to end first', async () => {
    const maker: TestUser = await app.createUser()
    const theirs = app.client(maker.token)
    const box = await newBox(client)
    await client.workflows.publish({ params: { id: box.id } })
    const { name } = await client.workflows.get({ params: { id: box.id } })
    const [one, two, ended] = await Promise.all(
      [1, 2, 3].map(async () => (await theirs.executions.start({ params: { id: box.id } })).id),
    )
    const timer = (id: number | undefined, body: { minutes: number; label?: string; step_id?: number }) =>
      theirs.timers.start({ params: { id: id ?? 0 }, body })
    await timer(one, { minutes: 90, label: 'Oil' })
    await timer(two, { minutes: 20, step_id: box.step('Let glue set') })
    await timer(ended, { minutes: 1 })
    await theirs.executions.cancel({ params: { id: ended ?? 0 } })
    const { id } = await client.executions.start({ params: { id: box.id } })
    await client.timers.start({ params: { id }, body: { minutes: 1 } })

    expect(await theirs.timers.mine()).toMatchObject([
      { execution_id: two, workflow_name: name, step_name: 'Let glue set', label: 'Let glue set', remaining: 20 },
      { execution_id: one, workflow_name: name, step_name: null, label: 'Oil', remaining: 90 },
    ])
    const stranger = await app.createUser({
      workshop_id: (await client.workshops.create({ body: { name: `Elsewhere ${id}` } })).id,
    })
    const told = await refusalOf(
      await send(app, `/workflows/executions/${id}/timers`, { method: 'GET', token: stranger.token }),
    )
    expect([told.status, told.code]).toEqual([404, 'execution.not_found'])
    expect(await app.client(stranger.token).timers.mine()).toEqual([])
  })
})
