import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

type Json = Record<string, unknown>

interface Kind {
  readonly kind: string
  /** The list's path below the workflow; `:a` and `:b` stand for its first two steps. */
  readonly path: string
  /** A new part, and what is stated of it after a change. */
  readonly body: (ids: readonly [number, number]) => Json
  readonly change: Json
  /** Bodies that are refused: status and the field that is named. */
  readonly bad: readonly (readonly [Json, number, string])[]
}

const kinds: readonly Kind[] = [
  {
    kind: 'step',
    path: '/steps',
    body: () => ({
      name: ' Glue up ',
      step_type: 'time',
      estimated_duration: 30,
      tips: ['Clamp it.'],
      warnings: ['It is hot.'],
      ui_position_x: 10.5,
      is_milestone: true,
      scales_with_quantity: true,
      condition_logic: { method: 'hand' },
      resources: [{ resource_type: 'material', name: 'Hide glue', quantity: 0.5, unit: 'g' }],
      decision_options: [{ option_text: 'Fast' }],
    }),
    change: { name: 'Let it dry', instructions: 'Wait.', estimated_duration: null },
    bad: [
      [{}, 422, '/name'],
      [{ name: ' ' }, 422, '/name'],
      [{ name: 'x'.repeat(201) }, 422, '/name'],
      [{ name: 'A', colour: 1 }, 422, '/colour'],
      [{ name: 'A', estimated_duration: 86_401 }, 422, '/estimated_duration'],
      [{ name: 'A', parent_step_id: 999_999 }, 422, '/parent_step_id'],
      [{ name: 'A', outcome_id: 999_999 }, 422, '/outcome_id'],
      [{ name: 'A', condition_logic: { a: { near: 1 } } }, 422, '/condition_logic'],
      [{ name: 'A', condition_logic: 'no json' }, 422, '/condition_logic'],
      [{ name: 'A', step_type: 'teleport' }, 422, '/steps/2/step_type'],
      [{ name: 'A', instructions: 'a\u0000b' }, 422, '/instructions'],
    ],
  },
  {
    kind: 'connection',
    path: '/connections',
    body: ([a, b]) => ({ source_step_id: b, target_step_id: a, connection_type: 'loop', max_iterations: 2 }),
    change: { max_iterations: 3, min_lag: 5 },
    bad: [
      [{ source_step_id: 1, target_step_id: 2 }, 422, '/source_step_id'],
      [{ source_step_id: ':a', target_step_id: ':a' }, 422, '/target_step_id'],
      [{ source_step_id: ':a', target_step_id: ':b' }, 409, '/target_step_id'],
      [{ source_step_id: ':b', target_step_id: ':a' }, 400, '/connections/1'],
      [
        { source_step_id: ':a', target_step_id: ':b', connection_type: 'conditional', condition: { all: 1 } },
        422,
        '/condition',
      ],
    ],
  },
  {
    kind: 'outcome',
    path: '/outcomes',
    body: () => ({ name: 'A box', success_criteria: ['It closes.'], is_default: true }),
    change: { description: 'With a lid.', is_default: false },
    bad: [
      [{ name: 'The piece' }, 409, '/name'],
      [{}, 422, '/name'],
    ],
  },
  {
    kind: 'path',
    path: '/paths',
    body: ([a, b]) => ({
      name: 'Short',
      difficulty_level: 'beginner',
      steps: [
        { step_id: b, step_order: 2 },
        { step_id: a, step_order: 1 },
      ],
    }),
    change: { estimated_duration: 12.5, is_default: true },
    bad: [
      [{ name: 'A', steps: [{ step_id: 999_999 }] }, 422, '/steps/0/step_id'],
      [{ name: 'A', steps: [{ step_id: ':a' }, { step_id: ':a' }] }, 422, '/steps/1/step_id'],
      [{ name: 'A', steps: [{ step_id: ':a', skip_condition: { x: { near: 1 } } }] }, 422, '/steps/0/skip_condition'],
    ],
  },
  {
    kind: 'resource',
    path: '/steps/:a/resources',
    body: () => ({ resource_type: 'tool', name: 'Awl', quantity: 1, unit: 'piece' }),
    change: { notes: 'Sharp.', is_optional: true },
    bad: [
      [{ resource_type: 'tool' }, 422, '/name'],
      [{ resource_type: 'magic', name: 'A' }, 422, '/resource_type'],
      [{ resource_type: 'tool', name: 'A', dynamic_material_id: 3 }, 422, '/dynamic_material_id'],
      [{ resource_type: 'tool', tool_id: 999_999 }, 422, '/steps/0/resources/0/tool_id'],
      [{ resource_type: 'tool', name: 'A', quantity: -1 }, 422, '/quantity'],
    ],
  },
  {
    kind: 'decision option',
    path: '/steps/:a/decision-options',
    body: ([, b]) => ({ option_text: 'By hand', result_action: { goto_step: b, set_variable: { method: 'hand' } } }),
    change: { option_text: 'By machine', is_default: true, result_action: '{"set_variable":{"a":1}}' },
    bad: [
      [{ option_text: ' ' }, 422, '/option_text'],
      [{ option_text: 'A', result_action: { goto_step: 999_999 } }, 422, '/result_action/goto_step'],
      [
        { option_text: 'A', result_action: { complete_with_outcome: 999_999 } },
        422,
        '/result_action/complete_with_outcome',
      ],
      [{ option_text: 'A', result_action: { explode: true } }, 422, '/result_action'],
    ],
  },
]

describeEachEngine('the parts of a workflow', engine => {
  let app: TestApp
  let maker: TestUser
  let other: TestUser
  let count = 0
  beforeAll(async () => {
    app = await startTestApp({ engine })
    maker = await app.createUser()
    other = await app.createUser()
  })
  afterAll(() => app.close())

  const call = (path: string, method: string, body?: unknown, token: string | null = maker.token) =>
    send(app, path, { method, token, ...(body === undefined ? {} : { body }) })
  const json = async (response: Promise<Response>): Promise<Json> => (await (await response).json()) as Json

  async function place(kind: Kind) {
    const { id } = await app.client(maker.token).workflows.create({ body: { name: `Parts ${++count}` } })
    const root = `/workflows/${id}`
    const step = async (name: string) => Number((await json(call(`${root}/steps`, 'POST', { name })))['id'])
    const ids = [await step('Cut'), await step('Sew')] as const
    await call(`${root}/connections`, 'POST', { source_step_id: ids[0], target_step_id: ids[1] })
    await call(`${root}/outcomes`, 'POST', { name: 'The piece' })
    const fill = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('":a"', `${ids[0]}`).replaceAll('":b"', `${ids[1]}`))
    const path = `${root}${kind.path.replace(':a', `${ids[0]}`)}`
    const read = async () => app.client(maker.token).workflows.get({ params: { id } })
    return { id, ids, path, fill, read }
  }

  describe.each(kinds)('$kind', kind => {
    it('is added, read, listed, changed field by field and removed', async () => {
      const { path, ids, read } = await place(kind)
      const before = await read()
      const body = kind.body(ids)
      const added = await call(path, 'POST', body)
      expect(added.status).toBe(201)
      const part = (await added.json()) as Json
      const { resources: _r, decision_options: _d, steps: _s, name, ...stated } = body
      expect(part).toMatchObject({ ...stated, ...(typeof name === 'string' && { name: name.trim() }) })
      expect(added.headers.get('etag')).toBe(`"${before.version + 1}"`)

      const one = `${path}/${Number(part['id'])}`
      expect(await json(call(one, 'GET'))).toEqual(part)
      expect((await json(call(path, 'GET'))) as unknown as Json[]).toContainEqual(part)

      const changed = await json(call(one, 'PUT', kind.change))
      expect(changed).toEqual({ ...part, ...kind.change })
      expect(await json(call(one, 'GET'))).toEqual(changed)

      expect((await call(one, 'DELETE')).status).toBe(204)
      expect((await call(one, 'GET')).status).toBe(404)
      const after = await read()
      expect({ ...after, version: 0, updated_at: '' }).toEqual({ ...before, version: 0, updated_at: '' })
      expect(after.version).toBe(before.version + 3)
    })

    it('refuses what it can not be, names the field, and changes nothing', async () => {
      const { path, fill, read } = await place(kind)
      const before = await read()
      for (const [body, status, field] of kind.bad) {
        const refused = await refusalOf(await call(path, 'POST', fill(body)))
        expect([refused.status, refused.errors?.map(error => error.path).some(at => at.startsWith(field))]).toEqual([
          status,
          true,
        ])
      }
      expect(await read()).toEqual(before)
    })

    it('is read by whom it is shared with, and changed by those who may edit', async () => {
      const { path, id, ids } = await place(kind)
      const part = await json(call(path, 'POST', kind.body(ids)))
      const one = `${path}/${Number(part['id'])}`
      const tries = async (token: string | null) => [
        (await call(path, 'GET', undefined, token)).status,
        (await call(one, 'GET', undefined, token)).status,
        (await call(one, 'PUT', kind.change, token)).status,
        (await call(path, 'POST', { nothing: 1 }, token)).status,
      ]
      const share = (permission: 'read' | 'execute' | 'edit') =>
        app.client(maker.token).sharing.put({ params: { id }, body: { user_id: other.id, permission } })
      expect(await tries(other.token)).toEqual([404, 404, 404, 422])
      expect(await tries(null)).toEqual([401, 401, 401, 401])
      await share('read')
      expect(await tries(other.token)).toEqual([200, 200, 403, 422])
      expect((await call(one, 'DELETE', undefined, other.token)).status).toBe(403)
      await share('execute')
      expect(await tries(other.token)).toEqual([200, 200, 403, 422])
      await share('edit')
      expect(await tries(other.token)).toEqual([200, 200, 200, 422])
      expect(await tries(app.admin.token)).toEqual([200, 200, 200, 422])
      expect((await call(one, 'DELETE', undefined, other.token)).status).toBe(204)
    })

    it('is not found under another workflow', async () => {
      const mine = await place(kind)
      const theirs = await place(kind)
      const part = await json(call(theirs.path, 'POST', kind.body(theirs.ids)))
      const crossed = `${mine.path}/${Number(part['id'])}`
      expect((await refusalOf(await call(crossed, 'PUT', kind.change))).code).toBe('workflow.part_not_found')
      expect((await call(crossed, 'DELETE')).status).toBe(404)
    })
  })

  it('puts all steps into an order, and refuses what is none', async () => {
    const { id, ids } = await place(kinds[0] as Kind)
    const [first, second] = ids
    const order = (step_ids: readonly number[]) => call(`/workflows/${id}/steps/order`, 'PUT', { step_ids })
    const ordered = (await (await order([second, first])).json()) as Json[]
    expect(ordered.map(step => [step['id'], step['display_order']])).toEqual([
      [second, 1],
      [first, 2],
    ])
    const wrong = [[second], [second, second], [second, first, 999_999], []]
    for (const step_ids of wrong) {
      const refused = await refusalOf(await order(step_ids))
      expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, '/step_ids'])
    }
  })

  it('does not remove a step that a decision goes to, and says which', async () => {
    const { path, ids, id } = await place(kinds[5] as Kind)
    await call(path, 'POST', (kinds[5] as Kind).body(ids))
    const refused = await refusalOf(await call(`/workflows/${id}/steps/${ids[1]}`, 'DELETE'))
    expect([refused.status, refused.code]).toEqual([409, 'workflow.part_in_use'])
    expect(refused.detail).toContain('By hand')
  })

  it('repeats an added part under its Idempotency-Key as it was, once', async () => {
    const { id, read } = await place(kinds[0] as Kind)
    const add = () =>
      send(app, `/workflows/${id}/steps`, {
        token: maker.token,
        body: { name: 'Once' },
        headers: { 'idempotency-key': `once-${id}` },
      })
    const [one, again] = [await (await add()).text(), await (await add()).text()]
    expect(again).toBe(one)
    expect((await read()).steps).toHaveLength(3)
  })
})
