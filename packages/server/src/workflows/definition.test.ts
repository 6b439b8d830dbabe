import { createClient } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const graph = {
  steps: [
    { id: 'cut', name: 'Cut', step_type: 'instruction', estimated_duration: 10, instructions: 'Slowly.' },
    {
      id: 'choose',
      name: 'Choose',
      step_type: 'decision',
      is_decision_point: true,
      decision_options: [
        { option_text: 'By hand', result_action: { goto_step: 'sew' } },
        { option_text: 'By machine', result_action: { goto_step: 'done' } },
      ],
    },
    { id: 'sew', name: 'Sew', step_type: 'instruction', resources: [{ resource_type: 'tool', name: 'Awl' }] },
    { id: 'done', name: 'Done', step_type: 'outcome', is_outcome: true, outcome: 'A wallet' },
  ],
  connections: [
    { source_step: 'cut', target_step: 'choose' },
    { source_step: 'choose', target_step: 'sew', connection_type: 'choice' },
    { source_step: 'choose', target_step: 'done', connection_type: 'choice' },
    { source_step: 'sew', target_step: 'done' },
  ],
  outcomes: [{ id: 'w', name: 'A wallet', is_default: true }],
  paths: [{ name: 'By hand', is_default: true, steps: [{ step: 'cut' }, { step: 'sew', is_optional: true }] }],
}

describeEachEngine('the graph of a workflow', engine => {
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

  const as = (user: TestUser) => app.client(user.token)
  const fresh = async () => {
    const { id } = await as(maker).workflows.create({ body: { name: `Graph ${++count}` } })
    const saved = await as(maker).revisions.save({ params: { id }, body: graph })
    return { id, saved, params: { id } }
  }
  const rows = async (id: number) =>
    app.context.db
      .selectFrom('workflow_steps')
      .select(['id', 'name', 'deleted_at'])
      .where('workflow_id', '=', id)
      .orderBy('id')
      .execute()

  it('is saved whole, and read back with ids of its own and every reference renamed', async () => {
    const { saved, params } = await fresh()
    const [cut, choose, sew, done] = saved.steps
    expect(saved.connections.map(({ source_step_id, target_step_id }) => [source_step_id, target_step_id])).toEqual([
      [cut?.id, choose?.id],
      [choose?.id, sew?.id],
      [choose?.id, done?.id],
      [sew?.id, done?.id],
    ])
    expect(choose?.decision_options.map(({ result_action }) => result_action)).toEqual([
      { goto_step: sew?.id },
      { goto_step: done?.id },
    ])
    expect(done?.outcome_id).toBe(saved.outcomes[0]?.id)
    expect(saved.paths[0]).toMatchObject({
      name: 'By hand',
      steps: [
        { step_id: cut?.id, step_order: 1, is_optional: false },
        { step_id: sew?.id, step_order: 2, is_optional: true },
      ],
    })
    expect(saved.changes).toMatchObject({ equal: false, added: 13, removed: 0 })
    const { changes: _, ...details } = saved
    expect(await as(maker).workflows.get({ params })).toEqual(details)
    expect(saved).toMatchObject({ step_count: 4, version: 2 })
  })

  it('can be written back as it was read, which changes nothing', async () => {
    const { saved, params } = await fresh()
    const { steps, connections, outcomes, paths } = saved
    const again = await as(maker).revisions.save({ params, body: { steps, connections, outcomes, paths } })
    expect(again.changes).toMatchObject({ equal: true, changes: [] })
    expect(again).toMatchObject({ steps, connections, outcomes, paths })
  })

  it('keeps the ids that it knows, hides what went, and says what changed', async () => {
    const { saved, params, id } = await fresh()
    const [cut, , sew, done] = saved.steps
    const again = await as(maker).revisions.save({
      params,
      body: {
        steps: [
          { id: cut?.id, name: 'Cut', step_type: 'instruction', estimated_duration: 25, instructions: 'Slowly.' },
          { id: sew?.id, name: 'Sew', step_type: 'instruction', resources: [{ resource_type: 'tool', name: 'Awl' }] },
          { id: done?.id, name: 'Done', step_type: 'outcome', is_outcome: true, outcome: 'A wallet' },
          { id: 'polish', name: 'Polish', step_type: 'instruction' },
        ],
        connections: [
          { source_step: cut?.id, target_step: sew?.id },
          { source_step: sew?.id, target_step: 'polish' },
          { source_step: 'polish', target_step: done?.id },
        ],
        outcomes: [{ name: 'A wallet', is_default: true }],
      } as never,
    })
    expect(again.steps.slice(0, 3).map(step => step.id)).toEqual([cut?.id, sew?.id, done?.id])
    expect(again.steps[1]?.resources).toEqual(sew?.resources)
    expect(again.outcomes).toEqual(saved.outcomes)
    expect(again.paths).toEqual(saved.paths)
    const told = again.changes.changes.map(({ summary }) => summary)
    expect(told).toContain('“Cut” changed: estimated duration.')
    expect(told).toContain('“Polish” added.')
    expect(told).toContain('“Choose” removed.')
    const stored = await rows(id)
    expect(stored.filter(({ deleted_at }) => deleted_at !== null).map(({ name }) => name)).toEqual(['Choose'])
    expect(stored).toHaveLength(5)
  })

  it('may be emptied, and filled again', async () => {
    const { params } = await fresh()
    const body = { steps: [], connections: [], outcomes: [], paths: [] }
    expect(await as(maker).revisions.save({ params, body })).toMatchObject({ step_count: 0, steps: [] })
    expect((await as(maker).revisions.save({ params, body: graph })).step_count).toBe(4)
  })

  it.each([
    [
      'a connection from nowhere',
      { connections: [{ source_step: 'gone', target_step: 'cut' }] },
      /^\/connections\/0\/source_step/,
    ],
    [
      'a cycle',
      { connections: [...graph.connections, { source_step: 'sew', target_step: 'cut' }] },
      /^\/connections\//,
    ],
    [
      'an option that leads nowhere',
      {
        steps: [
          {
            id: 1,
            name: 'A',
            step_type: 'decision',
            decision_options: [{ option_text: 'x', result_action: { goto_step: 99 } }],
          },
        ],
        connections: [],
        paths: [],
      },
      /^\/steps\/0\/decision_options\/0/,
    ],
    [
      'an unknown operator',
      {
        steps: [{ id: 1, name: 'A', step_type: 'instruction', condition_logic: { a: { near: 1 } } }],
        connections: [],
        paths: [],
      },
      /^\/steps\/0\/condition_logic/,
    ],
    ['a field that there is not', { colour: 'red' }, /^\/colour/],
    [
      'a blank name',
      { steps: [{ id: 1, name: '  ', step_type: 'instruction' }], connections: [], paths: [] },
      /^\/steps\/0\/name/,
    ],
    [
      'two steps with one id',
      {
        steps: [
          { id: 1, name: 'A', step_type: 'instruction' },
          { id: 1, name: 'B', step_type: 'instruction' },
        ],
        connections: [],
        paths: [],
      },
      /^\/steps\/1\/id/,
    ],
    [
      '5,001 steps',
      {
        steps: Array.from({ length: 5001 }, (_, i) => ({ id: i + 1, name: 'S', step_type: 'instruction' })),
        connections: [],
        paths: [],
      },
      /^\/steps/,
    ],
    ['no list of steps', { steps: undefined }, /^\/steps$/],
    ['nothing for steps', { steps: null }, /^\/steps$/],
    ['no list of connections, of which it has some', { connections: undefined }, /^\/connections$/],
    ['no list of outcomes, of which it has some', { outcomes: undefined }, /^\/outcomes$/],
  ])('refuses %s, says where, and changes nothing', async (_what, change, path) => {
    const { params, saved, id } = await fresh()
    const refused = await refusalOf(
      await send(app, `/workflows/${id}/definition`, {
        method: 'PUT',
        token: maker.token,
        body: { ...graph, ...change },
      }),
    )
    expect([refused.status, refused.code]).toEqual([400, 'workflow.invalid'])
    expect(refused.errors?.some(error => path.test(error.path))).toBe(true)
    expect((await as(maker).workflows.get({ params })).version).toBe(saved.version)
  })

  it.each(['[]', 'null', '{}', '"steps"', '7'])(
    'refuses %s, which is no whole graph, and empties nothing',
    async body => {
      const { params, saved, id } = await fresh()
      const refused = await refusalOf(
        await send(app, `/workflows/${id}/definition`, { method: 'PUT', token: maker.token, body }),
      )
      expect([refused.status, refused.code]).toEqual([400, 'workflow.invalid'])
      expect(refused.detail).toMatch(
        /A graph must be an object with steps|“steps” is missing: a whole graph lists them/,
      )
      const now = await as(maker).workflows.get({ params })
      expect([now.version, now.steps.length]).toEqual([saved.version, saved.steps.length])
    },
  )

  it('takes __proto__ for a name of a part, and refuses it as a name of a field', async () => {
    const { params, id } = await fresh()
    const body = {
      steps: [
        { id: '__proto__', name: 'constructor', step_type: 'instruction' },
        { id: 'toString', name: '__proto__', step_type: 'instruction' },
      ],
      connections: [{ source_step: '__proto__', target_step: 'toString' }],
      outcomes: [],
      paths: [],
    }
    const saved = await as(maker).revisions.save({ params, body })
    expect(saved.steps.map(({ name }) => name)).toEqual(['constructor', '__proto__'])
    expect(saved.connections).toHaveLength(1)
    const polluting =
      '{"steps":[{"id":1,"name":"A","step_type":"instruction","condition_logic":{"__proto__":{"a":1}}}]}'
    const refused = await refusalOf(
      await send(app, `/workflows/${id}/definition`, { method: 'PUT', token: maker.token, body: polluting }),
    )
    expect(refused.status).toBe(422)
  })

  it('is not lost when two people save at once: the second is told what the first changed', async () => {
    const { params, saved, id } = await fresh()
    const tag = { ifMatch: `"${saved.version}"` }
    const change = (name: string) =>
      ({
        ...graph,
        steps: saved.steps.map(step => ({ ...step, name: `${name} ${step.name}` })),
        connections: saved.connections,
        outcomes: saved.outcomes,
        paths: saved.paths,
      }) as never
    await as(maker).revisions.save({ params, body: change('First') }, tag)
    const stale = await refusalOf(
      await send(app, `/workflows/${id}/definition`, {
        method: 'PUT',
        token: maker.token,
        body: change('Second'),
        headers: { 'if-match': tag.ifMatch },
      }),
    )
    expect(stale.status).toBe(412)
    expect(stale.errors?.[0]).toEqual({ path: '/steps/0', message: '“First Cut” changed: name.' })
    expect(stale.headers.get('etag')).toBe(`"${saved.version + 1}"`)
    expect((await as(maker).workflows.get({ params })).steps[0]?.name).toBe('First Cut')
    const part = await refusalOf(
      await send(app, `/workflows/${id}/steps`, {
        token: maker.token,
        body: { name: 'Late' },
        headers: { 'if-match': tag.ifMatch },
      }),
    )
    expect([part.status, part.errors?.length]).toEqual([412, 4])
  })

  it('takes one of many saves at the same moment, and refuses the rest', async () => {
    const { params, saved } = await fresh()
    const save = (name: string) =>
      as(maker).revisions.save(
        { params, body: { ...graph, steps: graph.steps.map(step => ({ ...step, name: `${name} ${step.name}` })) } },
        { ifMatch: `"${saved.version}"` },
      )
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map(save))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await as(maker).workflows.get({ params })).version).toBe(saved.version + 1)
  })

  it('is for those who may edit it', async () => {
    const { params, id } = await fresh()
    const put = async (token: string | null) =>
      (await send(app, `/workflows/${id}/definition`, { method: 'PUT', token, body: graph })).status
    expect(await put(other.token)).toBe(404)
    expect(await put(null)).toBe(401)
    await as(maker).sharing.put({ params, body: { user_id: other.id, permission: 'execute' } })
    expect(await put(other.token)).toBe(403)
    await as(maker).sharing.put({ params, body: { user_id: other.id, permission: 'edit' } })
    expect(await put(other.token)).toBe(200)
    expect(await put(app.admin.token)).toBe(200)
  })

  it('cannot reach into another workflow by its ids', async () => {
    const theirs = await fresh()
    const mine = await fresh()
    const stolen = theirs.saved.steps[0]?.id
    const saved = await as(maker).revisions.save({
      params: mine.params,
      body: {
        steps: [{ id: stolen ?? 0, name: 'Taken', step_type: 'instruction' }],
        connections: [],
        outcomes: [],
        paths: [],
      },
    })
    expect(saved.steps[0]?.id).not.toBe(stolen)
    expect((await as(maker).workflows.get({ params: theirs.params })).steps[0]?.name).toBe('Cut')
  })

  it('refuses materials of workshops that are not the caller’s', async () => {
    const { params } = await fresh()
    const body = {
      steps: [
        {
          id: 1,
          name: 'A',
          step_type: 'instruction',
          resources: [{ resource_type: 'material', name: 'Hide', dynamic_material_id: 4711 }],
        },
      ],
      connections: [],
      outcomes: [],
      paths: [],
    }
    const error = await as(maker)
      .revisions.save({ params, body })
      .catch((e: unknown) => e)
    expect(error).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/steps/0/resources/0/dynamic_material_id' }] },
    })
    await expect(
      as(maker).revisions.save({ params, body: { ...body, steps: [{ id: 1, name: 'A', step_type: 'teleport' }] } }),
    ).rejects.toMatchObject({ status: 400 })
  })

  it('goes back to a revision with the ids it had, keeping the draft in hand as another one', async () => {
    const { params, saved, id } = await fresh()
    const kept = await as(maker).revisions.keep({ params, body: { note: 'Before the change' } })
    expect(kept).toMatchObject({ revision: 1, note: 'Before the change', name: saved.name })
    await as(maker).revisions.save({
      params,
      body: { steps: [{ id: 1, name: 'Other', step_type: 'instruction' }], connections: [], outcomes: [], paths: [] },
    })
    const compared = await as(maker).revisions.compare({ params: { id, revision: 1, other: 'draft' } })
    expect(compared).toMatchObject({ added: 1, removed: 13 })
    const restored = await as(maker).revisions.restore({ params: { id, revision: 1 } })
    expect(restored).toMatchObject({
      steps: saved.steps,
      connections: saved.connections,
      paths: saved.paths,
      outcomes: saved.outcomes,
    })
    expect((await rows(id)).filter(({ deleted_at }) => deleted_at !== null).map(({ name }) => name)).toEqual(['Other'])
    const { items, total } = await as(maker).revisions.list({ params })
    expect([total, items.map(({ revision }) => revision)]).toEqual([2, [2, 1]])
    expect((await as(maker).revisions.read({ params: { id, revision: 2 } })).steps.map(({ name }) => name)).toEqual([
      'Other',
    ])
    expect((await as(maker).revisions.compare({ params: { id, revision: 1, other: 'draft' } })).equal).toBe(true)
    await expect(as(maker).revisions.restore({ params: { id, revision: 1 } })).rejects.toMatchObject({ status: 409 })
    await expect(as(maker).revisions.read({ params: { id, revision: 9 } })).rejects.toMatchObject({ status: 404 })
    await expect(as(other).revisions.list({ params })).rejects.toMatchObject({ status: 404 })
  })

  it('lets several people see the revisions, and only editors keep or restore them', async () => {
    const { params, id } = await fresh()
    await as(maker).revisions.keep({ params })
    await as(maker).sharing.put({ params, body: { user_id: other.id, permission: 'read' } })
    expect((await as(other).revisions.list({ params })).total).toBe(1)
    await expect(as(other).revisions.keep({ params })).rejects.toMatchObject({ status: 403 })
    await expect(as(other).revisions.restore({ params: { id, revision: 1 } })).rejects.toMatchObject({ status: 403 })
    await expect(createClient({ baseUrl: app.url }).revisions.list({ params })).rejects.toMatchObject({ status: 401 })
  })
})
