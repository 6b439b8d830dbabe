import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'

const hour = 3_600_000
const start = Date.parse('2026-03-02T08:00:00Z')

describe.each(['embedded', 'postgres'] as const)('searching runs on %s', engine => {
  let app: TestApp
  let client: Client
  let member: TestUser
  let now = start
  const runs: Record<string, number> = {}
  const ids: Record<string, number> = {}

  const found = async (query: Parameters<Client['executions']['list']>[0] extends infer I ? I : never) => {
    const page = await client.executions.list(query)
    expect(page.total).toBe(page.items.length)
    const names = new Map(Object.entries(runs).map(([name, id]) => [id, name]))
    return page.items.map(({ id }) => names.get(id)).join(' ')
  }

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(now) })
    client = app.client(app.admin.token)
    member = await app.createUser({ workshop_id: 1, display_name: 'Mira' })
    for (const name of ['Größere Kiste', 'Box_100% oak']) {
      const { id } = await client.presets.import({ body: boxPreset(name) })
      await client.workflows.publish({ params: { id } })
      ids[name] = id
    }
    ids['project'] = (await client.projects.create({ body: { name: 'Fair' } })).id
    const { outcomes } = await client.workflows.get({ params: { id: ids['Größere Kiste'] ?? 0 } })
    ids['outcome'] = outcomes[0]?.id ?? 0
    const params = { id: ids['Größere Kiste'] ?? 0 }
    // One an hour: a first, b paused, c of somebody else and cancelled, d another workflow in a project.
    runs['a'] = (await client.executions.start({ params, body: { selected_outcome_id: ids['outcome'] } })).id
    now += hour
    runs['b'] = (await client.executions.start({ params })).id
    await client.executions.pause({ params: { id: runs['b'] } })
    now += hour
    runs['c'] = (await app.client(member.token).executions.start({ params })).id
    await client.executions.cancel({ params: { id: runs['c'] } })
    now += hour
    const other = { id: ids['Box_100% oak'] ?? 0 }
    runs['d'] = (await client.executions.start({ params: other, body: { project_id: ids['project'], quantity: 3 } })).id
  })
  afterAll(() => app.close())

  const at = (hours: number) => new Date(start + hours * hour).toISOString()

  it.each([
    ['nothing in particular', {}, 'd c b a'],
    ['a status', { status: 'paused' }, 'b'],
    ['several', { status: 'active,paused' }, 'd b a'],
    ['a part of the name, whatever its case and accents', { search: 'GROßERE' }, 'c b a'],
    ['two words in any order', { search: 'KISTE groß' }, 'c b a'],
    ['the step in view', { search: 'cut boards' }, 'd c b a'],
    ['signs that patterns are made of', { search: '_100%' }, 'd'],
    ['what is nowhere', { search: 'k%e' }, ''],
    ['from a time on', { started_after: at(2) }, 'd c'],
    ['until a time', { started_before: at(1) }, 'b a'],
    ['when it ended', { completed_after: at(2), completed_before: at(2.5) }, 'c'],
    ['the oldest first', { order_by: 'started_at', order: 'asc' }, 'a b c d'],
    ['by their end', { order_by: 'completed_at', order: 'desc' }, 'c d b a'],
  ] as const)('by %s', async (_what, query, expected) => {
    expect(await found({ query })).toBe(expected)
  })

  it('by person, workflow, project and outcome', async () => {
    expect(await found({ query: { started_by: member.id } })).toBe('c')
    expect(await found({ query: { workflow_id: ids['Box_100% oak'] ?? 0 } })).toBe('d')
    expect(await found({ query: { project_id: ids['project'] ?? 0 } })).toBe('d')
    expect(await found({ query: { outcome_id: ids['outcome'] ?? 0, status: 'active' } })).toBe('a')
    expect(await found({ query: { started_by: member.id, status: 'active' } })).toBe('')
  })

  it('tells who, how many, and what for', async () => {
    const { items } = await client.executions.list()
    const of = (name: string) => items.find(({ id }) => id === runs[name])
    expect(of('c')).toMatchObject({ started_by_name: 'Mira', total_duration: 0, status: 'cancelled' })
    expect(of('d')).toMatchObject({ quantity: 3, project_id: ids['project'], total_duration: null })
  })

  it.each([{ status: 'resting' }, { status: 'active,' }, { started_after: 'yesterday' }, { order_by: 'name' }])(
    'refuses %o',
    async query => {
      const search = new URLSearchParams(query).toString()
      const answer = await app.request(`/api/v1/workflows/executions?${search}`, {
        headers: { authorization: `Bearer ${app.admin.token}` },
      })
      expect(answer.status).toBe(422)
    },
  )

  it('shows in the history who did what', async () => {
    const [cancelled, started] = await client.executions.history({ params: { id: runs['c'] ?? 0 } })
    expect(started).toMatchObject({ action_type: 'start', actor_id: member.id, actor_name: 'Mira' })
    expect(cancelled).toMatchObject({ action_type: 'cancel', actor_id: app.admin.id })
    expect(cancelled?.actor_name).not.toBe('Mira')
  })
})
