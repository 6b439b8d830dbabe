import type { Client } from '@hidesync/contract/client'
import { eventsOf, type StreamEvent } from '@hidesync/contract/events/event-stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { streamsPerUser } from './event.service.ts'
import { paced } from './paced.ts'

const bellName = 'hidesync-workflows events'

/** A stream being read; `until` gives the messages with data up to the one that is looked for. */
async function listen(url: string, token: string, { query = '', headers = {} } = {}) {
  const gone = new AbortController()
  const response = await fetch(`${url}/api/v1/events/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: gone.signal,
  })
  if (response.body === null || !response.ok) throw new Error(`The stream was refused with ${response.status}.`)
  const messages = eventsOf(response.body)
  let last: string | null = (await messages.next()).value?.id ?? null
  const until = async (found: (message: StreamEvent) => boolean): Promise<StreamEvent[]> => {
    const read: StreamEvent[] = []
    for (;;) {
      const { value, done } = await messages.next()
      if (done === true) throw new Error('The stream ended.')
      last = value.id ?? last
      if (value.data !== '') read.push(value)
      if (found(value)) return read
    }
  }
  const ended = async () => {
    while ((await messages.next()).done !== true);
    return true
  }
  return { response, until, ended, cursor: () => last, close: () => gone.abort() }
}

const typed = (type: string) => (message: StreamEvent) => message.data.includes(`"hidesync.${type}"`)
const typesIn = (messages: readonly StreamEvent[]) =>
  messages.map(({ data }) => (JSON.parse(data) as { type: string }).type.replace('hidesync.', ''))

describeEachEngine('the stream of events', engine => {
  let app: TestApp
  let client: Client
  let at = Date.now()
  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())
  const signIn = async (who: { email: string; password: string }) =>
    client.auth.token({ body: { email: who.email, password: who.password } })

  it('tells what happens as it happens, to those who may know, and to one run alone where asked', async () => {
    const workshop = await client.workshops.create({ body: { name: `Apart ${engine}` } })
    const stranger = await app.createUser({ workshop_id: workshop.id })
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const other = await client.executions.start({ params: { id: box.id } })
    const all = await listen(app.url, app.admin.token)
    const one = await listen(app.url, app.admin.token, { query: `?execution_id=${id}&type=step.completed` })
    const theirs = await listen(app.url, stranger.token)
    expect(all.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    for (const run of [other.id, id])
      await client.executions.complete({ params: { id: run, step_id: box.step('Cut boards') } })
    expect(typesIn(await all.until(typed('step.started')))).toEqual([
      'step.completed',
      'analytics.milestone_reached',
      'step.started',
    ])
    const [completed] = await one.until(typed('step.completed'))
    expect(JSON.parse(completed?.data ?? '')).toMatchObject({
      subject: `executions/${id}`,
      data: { step_name: 'Cut boards', user_name: 'Administrator' },
    })
    await client.workflows.update({ params: { id: box.id }, body: { visibility: 'public' } })
    expect(typesIn(await theirs.until(typed('workflow.updated')))).toEqual(['workflow.updated'])
    for (const stream of [all, one, theirs]) stream.close()
  })

  it('goes on after the last event that was read, and says where it can not', async () => {
    const box = await newBox(client)
    const first = await listen(app.url, app.admin.token)
    const { id } = await client.executions.start({ params: { id: box.id } })
    await first.until(typed('execution.started'))
    first.close()
    await client.executions.pause({ params: { id } })
    const headers = { 'last-event-id': first.cursor() ?? '' }
    const second = await listen(app.url, app.admin.token, { headers })
    expect(typesIn(await second.until(typed('execution.paused')))).toEqual([
      'step.started',
      'analytics.progress_updated',
      'execution.paused',
    ])
    second.close()
    const response = await app.request('/api/v1/events/stream', {
      headers: { authorization: `Bearer ${app.admin.token}`, 'last-event-id': 'from another life' },
    })
    if (response.body === null) throw new Error('There is no stream.')
    const messages = eventsOf(response.body)
    const reset = (await messages.next()).value
    await messages.return(undefined)
    expect(reset).toMatchObject({ type: 'reset', id: expect.stringMatching(/^[\da-f-]{36}$/) })
    expect(JSON.parse(reset?.data ?? '')).toMatchObject({ code: 'events.cursor_gone' })
  })

  it('ends with the session, with the token and with the account', async () => {
    const [out, expired, off] = [await app.createUser(), await app.createUser(), await app.createUser()]
    const session = await signIn(out)
    const signedOut = await listen(app.url, session.access_token)
    await client.auth.logout({ body: { refresh_token: session.refresh_token } })
    expect(await signedOut.ended()).toBe(true)
    const switchedOff = await listen(app.url, off.token)
    await client.users.update({ params: { id: off.id }, body: { is_active: false } })
    expect(await switchedOff.ended()).toBe(true)
    const runsOut = await listen(app.url, (await signIn(expired)).access_token)
    at += 16 * 60_000
    await client.workflows.create({ body: { name: `A sign of life ${engine}` } })
    expect(await runsOut.ended()).toBe(true)
  })

  it('of a right that was taken away tells nothing more', async () => {
    const workshop = await client.workshops.create({ body: { name: `Left ${engine}` } })
    const member = await app.createUser({ workshop_id: workshop.id })
    const box = await newBox(client)
    await client.workflows.update({ params: { id: box.id }, body: { visibility: 'public' } })
    const there = { 'x-workshop-id': String(workshop.id) }
    const { id } = (await (await send(app, `/workflows/${box.id}/start`, { headers: there })).json()) as { id: number }
    const stream = await listen(app.url, member.token)
    await client.executions.pause({ params: { id } })
    await stream.until(typed('execution.paused'))
    await client.workshops.removeMember({ params: { id: workshop.id, user_id: member.id } })
    await client.executions.resume({ params: { id } })
    await client.workflows.update({ params: { id: box.id }, body: { description: 'Go on.' } })
    expect(typesIn(await stream.until(typed('workflow.updated')))).toEqual(['workflow.updated'])
    stream.close()
  })

  it('is bounded for each person, and a place is free again once one is closed', async () => {
    const user = await app.createUser()
    const open = await Promise.all(Array.from({ length: streamsPerUser }, () => listen(app.url, user.token)))
    const ask = () => send(app, '/events/stream', { method: 'GET', token: user.token })
    expect(await refusalOf(await ask())).toMatchObject({ status: 429, code: 'events.too_many_streams' })
    open[0]?.close()
    await expect
      .poll(async () => {
        const answer = await ask()
        await answer.body?.cancel()
        return answer.status
      })
      .toBe(200)
    for (const stream of open) stream.close()
  })

  it('leaves nothing waiting, neither while it goes on nor once it is over', async () => {
    const { bell } = app.context
    const user = await app.createUser()
    await expect.poll(() => bell.listening).toBe(0)
    for (let round = 0; round < 3; round++) {
      const open = await Promise.all(Array.from({ length: streamsPerUser }, () => listen(app.url, user.token)))
      await expect.poll(() => bell.listening).toBe(streamsPerUser)
      for (const one of open) one.close()
      await expect.poll(() => bell.listening).toBe(0)
    }
    const stream = await listen(app.url, user.token)
    for (let n = 0; n < 10; n++) {
      const { count } = bell
      await client.workflows.create({ body: { name: `Once more ${n} ${engine}` } })
      await expect.poll(() => bell.count).toBeGreaterThan(count)
    }
    expect(bell.listening).toBeLessThanOrEqual(1)
    stream.close()
    await expect.poll(() => bell.listening).toBe(0)
  })

  it('begins with now where asked so, without a warning', async () => {
    const stream = await listen(app.url, app.admin.token, { query: '?after=now' })
    await client.workflows.create({ body: { name: `From now ${engine}` } })
    const [first] = await stream.until(typed('workflow.created'))
    expect([first?.type, first?.data]).toEqual(['message', expect.stringContaining(`From now ${engine}`)])
    stream.close()
  })

  it('takes no HEAD', async () => {
    const answer = await send(app, '/events/stream', { method: 'HEAD' })
    expect(answer.ok).toBe(false)
  })
})

describe('streams of a server that stops', () => {
  it('end cleanly', async () => {
    const app = await startTestApp()
    const stream = await listen(app.url, app.admin.token)
    const ended = stream.ended()
    await app.close()
    expect(await ended).toBe(true)
  })

  it('of another server at the same database hear of what happens here', async () => {
    const app = await startTestApp({ engine: 'postgres' })
    const second = await app.second()
    const stream = await listen(second.url, app.admin.token)
    await app.client(app.admin.token).workflows.create({ body: { name: 'From the first' } })
    expect(typesIn(await stream.until(typed('workflow.created')))).toEqual(['workflow.created'])
    await second.close()
    expect(await stream.ended()).toBe(true)
    await app.close()
  })
})

describe('the connection on which a server hears of others', () => {
  it('is opened again when it breaks, and nothing is missed', async () => {
    const app = await startTestApp({ engine: 'postgres' })
    const other = await app.second()
    const stream = await listen(app.url, app.admin.token)
    const elsewhere = other.client(app.admin.token)
    await elsewhere.workflows.create({ body: { name: 'Before' } })
    await stream.until(typed('workflow.created'))
    const listening = async () => {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_stat_activity where datname = current_database() and application_name = ${bellName}`.execute(
        app.context.db,
      )
      return rows.map(({ pid }) => pid)
    }
    const broken = await listening()
    expect(broken.length).toBeGreaterThan(0)
    for (const pid of broken) await sql`select pg_terminate_backend(${pid})`.execute(app.context.db)
    await elsewhere.workflows.create({ body: { name: 'While nobody heard' } })
    expect((await stream.until(typed('workflow.created'))).at(-1)?.data).toContain('While nobody heard')
    await expect.poll(listening).not.toEqual([])
    expect((await listening()).filter(pid => broken.includes(pid))).toEqual([])
    await elsewhere.workflows.create({ body: { name: 'After' } })
    expect((await stream.until(typed('workflow.created'))).at(-1)?.data).toContain('After')
    stream.close()
    await other.close()
    await app.close()
  })
})

describe('a reader that takes nothing', () => {
  it('is cut off, and nothing more is made for it', async () => {
    let made = 0
    async function* endless() {
      for (;;) {
        made++
        yield 'x'.repeat(10_000)
      }
    }
    const stream = paced(endless(), 20)
    stream.read(0)
    await new Promise(resolve => stream.once('close', resolve))
    const then = made
    expect(then).toBeLessThan(20)
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(made).toBe(then)
  })
})
