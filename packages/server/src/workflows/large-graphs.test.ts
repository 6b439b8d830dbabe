import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

interface Saved {
  readonly version: number
  readonly steps: readonly { readonly id: number; readonly name: string }[]
  readonly connections: readonly object[]
  readonly outcomes: readonly object[]
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number }
}

/** Beyond what is read where requests are answered. */
const size = 1000
const graph = (name: string) => ({
  steps: Array.from({ length: size }, (_, n) => ({
    id: `s${n}`,
    name: `${name} ${n}`,
    step_type: 'instruction',
    instructions: 'Mark the line with the wing divider, 4 mm from the edge, along all sides that will be sewn.',
  })),
  connections: Array.from({ length: size - 1 }, (_, n) => ({ source_step: `s${n}`, target_step: `s${n + 1}` })),
  outcomes: [],
})

describeEachEngine('a graph of 1,000 steps', engine => {
  let app: TestApp
  let count = 0
  beforeAll(async () => {
    app = await startTestApp({ engine })
  })
  afterAll(() => app.close())

  const put = (id: number, body: unknown, headers: Record<string, string> = {}) =>
    send(app, `/workflows/${id}/definition`, { method: 'PUT', body, headers })
  const fresh = async () => {
    const { id } = await app.client(app.admin.token).workflows.create({ body: { name: `Large ${++count}` } })
    const response = await put(id, graph('Work'))
    expect(response.status).toBe(200)
    return { id, saved: (await response.json()) as Saved, tag: response.headers.get('etag') ?? '' }
  }

  it('is saved whole, keeps its ids, and says what changed', async () => {
    const { id, saved } = await fresh()
    expect(saved.changes).toMatchObject({ added: 2 * size - 1, changed: 0, removed: 0 })
    const { steps, connections, outcomes } = saved
    const changed = steps.map((step, n) => (n === 7 ? { ...step, name: 'Another name' } : step)).slice(0, -1)
    const kept = connections.slice(0, -1)
    const again = (await (await put(id, { steps: changed, connections: kept, outcomes })).json()) as Saved
    expect(again.changes).toMatchObject({ added: 0, changed: 1, removed: 2 })
    expect(again.steps.map(step => step.id)).toEqual(changed.map(step => step.id))
    const details = await app.client(app.admin.token).workflows.get({ params: { id } })
    expect(details.steps.map(({ name }) => name)).toEqual(changed.map(({ name }) => name))
  })

  it('is refused with everything that is wrong with it, and stays as it was', async () => {
    const { id, tag } = await fresh()
    const { steps, connections } = graph('Spoiled')
    const loose = { ...graph('Spoiled'), steps: steps.slice(0, -2) }
    const form = await refusalOf(await put(id, loose))
    expect(form).toMatchObject({ status: 400, code: 'workflow.invalid' })
    expect(form.errors?.map(({ path }) => path)).toEqual([
      `/connections/${size - 3}/target_step`,
      `/connections/${size - 2}/source_step`,
      `/connections/${size - 2}/target_step`,
    ])
    const back = { source_step: `s${size - 1}`, target_step: 's0' }
    const cycle = await refusalOf(await put(id, { ...graph('Spoiled'), connections: [...connections, back] }))
    expect(cycle.errors?.map(({ code }) => code ?? '')).toContain('WF-G06')
    const json = await refusalOf(await put(id, JSON.stringify(graph('Spoiled')).slice(0, -1)))
    expect(json).toMatchObject({ status: 400, code: 'request.malformed' })
    expect(json.detail).toContain('ends too early')
    const stranger = {
      ...graph('Spoiled'),
      steps: steps.map((step, n) => (n === 3 ? { ...step, step_type: 'dance' } : step)),
    }
    expect((await refusalOf(await put(id, stranger))).errors?.map(({ path }) => path)).toEqual(['/steps/3/step_type'])
    const details = await send(app, `/workflows/${id}`, { method: 'GET' })
    expect(details.headers.get('etag')).toBe(tag)
  })

  it('saved by two at once ends as the one or the other; whoever said what they had seen is told', async () => {
    const { id, tag } = await fresh()
    const both = await Promise.all([put(id, graph('One')), put(id, graph('Other'))])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const versions = await Promise.all(both.map(async response => ((await response.json()) as Saved).version))
    expect(new Set(versions).size).toBe(2)
    const { steps } = await app.client(app.admin.token).workflows.get({ params: { id } })
    expect(new Set(steps.map(({ name }) => name.split(' ')[0])).size).toBe(1)
    expect((await put(id, graph('Late'), { 'if-match': tag })).status).toBe(412)
  })

  it('is not there for somebody who may not see it, and not changed by somebody who may not change it', async () => {
    const { id } = await fresh()
    const { token } = await app.createUser()
    const attempt = () => send(app, `/workflows/${id}/definition`, { method: 'PUT', body: graph('Mine'), token })
    expect((await attempt()).status).toBe(404)
    await app.client(app.admin.token).workflows.update({ params: { id }, body: { visibility: 'public' } })
    expect((await attempt()).status).toBe(403)
  })
})
