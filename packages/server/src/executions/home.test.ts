import type { Client } from '@hidesync/contract/client'
import type { Home } from '@hidesync/contract/executions/home.routes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { send } from '../testing/answers.ts'
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

  /** A run of an hour's limit, used until the hour was over. */
  const timedOut = async (client: Client) => {
    const box = await publicBox()
    await admin.workflows.update({ params: { id: box.id }, body: { time_limit: 60 } })
    const { id } = await client.executions.start({ params: { id: box.id } })
    for (let used = 0; used < 7; used++) {
      at += 10 * 60_000
      if ((await app.context.executionClock.tick()) > 0) break
      await client.executions.setVariables({ params: { id }, body: { variables: { used } } })
    }
    return id
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
    const id = await timedOut(client)
    const home = await client.home.home()
    expect(home.continue).toEqual([])
    expect(home.needs_you).toMatchObject([{ execution_id: id, step_name: 'Cut boards', reason: 'timed_out' }])
    await client.executions.resume({ params: { id } })
    expect((await client.home.home()).needs_you).toEqual([])
  })

  it('finds what waits behind hundreds of open steps that ask nothing, and a run whose time ran out behind many that ask', async () => {
    const client = app.client((await app.createUser()).token)
    const wide = async (count: number, step_type: string) => {
      const { id } = await client.workflows.create({ body: { name: `Wide ${engine} ${count}` } })
      const step = (n: number) => ({ id: n, name: `Part ${n}`, step_type, instructions: 'Do it.' })
      const parts = Array.from({ length: count }, (_, n) => step(n + 2))
      await client.revisions.save({
        params: { id },
        body: {
          steps: [{ ...step(1), step_type: 'instruction' }, ...parts],
          connections: parts.map(part => ({ source_step: 1, target_step: part.id, connection_type: 'parallel' })),
          outcomes: [],
        },
      })
      const run = await client.executions.start({ params: { id } })
      const params = { id: run.id, step_id: run.current_step_id ?? 0 }
      const { available_steps } = await client.executions.complete({ params })
      expect(available_steps).toHaveLength(count)
    }
    await wide(520, 'instruction')
    at += 60_000
    const box = await publicBox()
    const decided = await client.executions.start({ params: { id: box.id } })
    await client.executions.complete({ params: { id: decided.id, step_id: box.step('Cut boards') } })
    expect((await client.home.home()).needs_you).toMatchObject([{ execution_id: decided.id, reason: 'decision' }])

    await wide(25, 'quality_check')
    const id = await timedOut(client)
    const needs = (await client.home.home()).needs_you
    expect(needs).toHaveLength(20)
    expect(needs[0]).toMatchObject({ execution_id: decided.id, reason: 'decision' })
    expect(needs.at(-1)).toMatchObject({ execution_id: id, reason: 'timed_out' })
  })

  it('is in the language of who reads it, by the revision that is run, whatever the draft says since', async () => {
    const user = await app.createUser()
    const client = app.client(user.token)
    const box = await publicBox()
    await admin.translations.put({
      params: { id: box.id, locale: 'de' },
      body: {
        name: 'Kiste',
        steps: {
          [box.step('Cut boards')]: { name: 'Zuschneiden' },
          [box.step('Choose joint')]: { name: 'Verbindung wählen' },
        },
      },
    })
    const { id } = await client.executions.start({ params: { id: box.id } })
    const other = await client.executions.start({ params: { id: box.id } })
    await client.executions.complete({ params: { id: other.id, step_id: box.step('Cut boards') } })
    const german = async () => {
      const headers = { 'accept-language': 'de' }
      const answer = await send(app, '/users/me/home', { method: 'GET', token: user.token, headers })
      return (await answer.json()) as Home
    }
    const shown = await german()
    const ofRun = shown.continue.find(({ execution_id }) => execution_id === id)
    expect(ofRun).toMatchObject({ workflow_name: 'Kiste', current_step_name: 'Zuschneiden' })
    expect(shown.needs_you).toMatchObject([
      { execution_id: other.id, workflow_name: 'Kiste', step_name: 'Verbindung wählen', reason: 'decision' },
    ])
    expect(Object.keys(ofRun ?? {})).not.toContain('locales')
    const chosen = { id: box.id, part_id: box.step('Choose joint') }
    await admin.steps.change({ params: chosen, body: { name: 'Pick a joint' } })
    const needs = (await client.home.home()).needs_you
    expect(needs).toMatchObject([{ execution_id: other.id, step_name: 'Choose joint', reason: 'decision' }])
  })

  it('tells nothing of the runs of a workshop that one has left, and neither do timers', async () => {
    const workshop = await admin.workshops.create({ body: { name: `Left ${engine}` } })
    const user = await app.createUser({ workshop_id: workshop.id })
    const client = app.client(user.token)
    const box = await publicBox()
    const { id } = await client.executions.start({ params: { id: box.id } })
    await client.timers.start({ params: { id }, body: { minutes: 30 } })
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    const told = async () => {
      const { continue: going, needs_you, last_completed } = await client.home.home()
      const [active, timers] = [await client.executions.active(), await client.timers.mine()]
      return [going.length, needs_you.length, active.length, timers.length, last_completed]
    }
    expect(await told()).toEqual([1, 1, 1, 1, null])
    await admin.workshops.removeMember({ params: { id: workshop.id, user_id: user.id } })
    expect(await told()).toEqual([0, 0, 0, 0, null])
  })

  it('suggests published templates that one has not made, and nobody else’s drafts or runs', async () => {
    const client = app.client((await app.createUser()).token)
    const box = await publicBox()
    const made = await publicBox()
    for (const { id } of [box, made]) {
      await admin.workflows.update({ params: { id }, body: { is_template: true } })
      await admin.workflows.publish({ params: { id } })
    }
    await client.executions.start({ params: { id: made.id } })
    const home = await client.home.home()
    const suggested = home.suggested.map(({ id }) => id)
    expect(suggested).toContain(box.id)
    expect(suggested).not.toContain(made.id)
    expect(home.continue).toHaveLength(1)
    expect(home.drafts).toEqual([])
  })
})
