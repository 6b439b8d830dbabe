import type { Client } from '@hidesync/contract/client'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { compile } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { readEvents } from './history.reader.ts'

let boxes = 0

/** A box that is being made along its first revision, its boards cut. */
async function halfMade(client: Client) {
  const { id } = await client.presets.import({ body: boxPreset(`Moving box ${++boxes}`) })
  await client.workflows.update({ params: { id }, body: { status: 'active' } })
  const { steps, connections, outcomes, paths } = await client.workflows.get({ params: { id } })
  const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
  const started = await client.executions.start({ params: { id } })
  const execution = { id: started.id }
  await client.executions.complete({ params: { ...execution, step_id: step('Cut boards') } })
  const definition = (await client.executions.definition({ params: execution })) as unknown as WorkflowDefinition
  /** Saves another graph and gives the number of its revision. */
  const revise = async (changes: object): Promise<number> => {
    await client.revisions.save({ params: { id }, body: { steps, connections, outcomes, paths, ...changes } })
    return (await client.revisions.keep({ params: { id } })).revision
  }
  return { id, execution, steps, connections, step, definition, revise }
}
type HalfMade = Awaited<ReturnType<typeof halfMade>>

/** The same with a step more before the glue sets, and clearer words for the check. */
const withSanding = ({ steps, connections, step }: HalfMade) => ({
  steps: [
    ...steps.map(one =>
      one.name === 'Check square' ? { ...one, instructions: 'Measure both diagonals, twice.' } : one,
    ),
    { id: 'sand', name: 'Sand the edges', step_type: 'instruction', display_order: 50 },
  ],
  connections: [
    ...connections,
    { source_step: step('Cut boards'), target_step: 'sand', connection_type: 'parallel' },
    { source_step: 'sand', target_step: step('Let glue set'), connection_type: 'sequential' },
  ],
})

describe.each(['embedded', 'postgres'] as const)('moving a run to another revision on %s', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('says what it would do and stores nothing, then does it', async () => {
    const box = await halfMade(client)
    const revision = await box.revise(withSanding(box))
    const before = await client.executions.get({ params: box.execution })
    const dry = await client.executions.move({ params: box.execution, body: { revision, dry_run: true } })
    expect(dry).toMatchObject({ dry_run: true, from_revision: 1, revision, status: 'active' })
    expect(dry.changes).toMatchObject({ added: 3, changed: 1, removed: 0 })
    expect(dry.step_changes).toMatchObject([{ name: 'Sand the edges', before: null, after: 'ready' }])
    expect(await client.executions.get({ params: box.execution })).toEqual({
      ...before,
      progress: expect.anything() as object,
    })

    const moved = await client.executions.move({ params: box.execution, body: { revision } })
    const sand = moved.step_changes[0]?.step_id ?? 0
    expect(moved).toMatchObject({ dry_run: false, revision, version: before.version + 1 })
    expect(moved.available_steps).toContain(sand)
    expect(moved.step_executions).toHaveLength(box.steps.length + 1)
    const { dry_run: _, from_revision: __, changes: ___, step_changes: ____, ...execution } = moved
    expect(await client.executions.get({ params: box.execution })).toEqual({
      ...execution,
      progress: expect.anything() as object,
    })
    await client.executions.complete({ params: { ...box.execution, step_id: sand } })
    const later = (await client.executions.definition({ params: box.execution })) as unknown as WorkflowDefinition
    const check = later.steps.find(({ name }) => name === 'Check square')
    expect(check?.instructions).toBe('Measure both diagonals, twice.')
    const [, entry] = await client.executions.history({ params: box.execution })
    expect(entry).toMatchObject({ action_type: 'move', action_data: { from_revision: 1, revision } })
  })

  it('keeps a history whose events give the state, each with the revision of its time', async () => {
    const box = await halfMade(client)
    const revision = await box.revise(withSanding(box))
    await client.executions.move({ params: box.execution, body: { revision } })
    const later = (await client.executions.definition({ params: box.execution })) as unknown as WorkflowDefinition
    const [from, to] = [compile(box.definition), compile(later)]
    let workflow = from
    const replayed = (await readEvents(app.context.db, box.execution.id)).reduce((state, events) => {
      if (events.some(({ type }) => type === 'revision_changed')) workflow = to
      return evolveAll(workflow, state, events)
    }, newExecution(from))
    expect(replayed).toEqual((await client.executions.get({ params: box.execution })).state)
  })

  it('lets go of what was open and is gone, rows included', async () => {
    const box = await halfMade(client)
    const left = box.steps.filter(({ name }) => name === 'Cut boards')
    const revision = await box.revise({ steps: left, connections: [] })
    const moved = await client.executions.move({ params: box.execution, body: { revision } })
    expect(moved).toMatchObject({ status: 'completed', available_steps: [] })
    expect(moved.step_executions).toHaveLength(1)
    const rows = await app.context.db
      .selectFrom('workflow_step_executions')
      .select('step_id')
      .where('execution_id', '=', box.execution.id)
      .execute()
    expect(rows).toEqual([{ step_id: box.step('Cut boards') }])
  })

  it('refuses where a step that is done is gone, naming it, and changes nothing', async () => {
    const box = await halfMade(client)
    const isLeft = (id: number) => id !== box.step('Cut boards')
    const revision = await box.revise({
      steps: box.steps.filter(({ id }) => isLeft(id)),
      connections: box.connections.filter(({ source_step_id }) => isLeft(source_step_id)),
    })
    const before = await client.executions.get({ params: box.execution })
    for (const dry_run of [true, false]) {
      const error = await refusal(client.executions.move({ params: box.execution, body: { revision, dry_run } }))
      expect([error.status, error.code]).toEqual([409, 'revision.not_movable'])
      expect(error.body.errors?.[0]?.message).toContain('“Cut boards”')
    }
    expect((await client.executions.get({ params: box.execution })).version).toBe(before.version)
  })

  it('refuses a revision that is not there, the present one, an old ETag, and a run that is paused or over', async () => {
    const box = await halfMade(client)
    const revision = await box.revise(withSanding(box))
    const move = (body: object) => refusal(client.executions.move({ params: box.execution, body: body as never }))
    const answers = async (body: object) => {
      const { status, code } = await move(body)
      return [status, code]
    }
    expect(await answers({ revision: 99 })).toEqual([422, 'request.invalid'])
    expect(await answers({ revision: 0 })).toEqual([422, 'request.invalid'])
    expect(await answers({ revision, sooner: true })).toEqual([422, 'request.invalid'])
    expect(await answers({ revision: 1 })).toEqual([409, 'revision.unchanged'])
    const stale = await app.request(`/api/v1/workflows/executions/${box.execution.id}/revision`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app.admin.token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ revision }),
    })
    expect(stale.status).toBe(412)
    await client.executions.pause({ params: box.execution })
    expect(await answers({ revision })).toEqual([409, 'execution.paused'])
    await client.executions.cancel({ params: box.execution })
    expect(await answers({ revision })).toEqual([409, 'execution.not_active'])
  })

  it('moves once, however often the same request comes', async () => {
    const box = await halfMade(client)
    const revision = await box.revise(withSanding(box))
    const send = async () => {
      const answer = await app.request(`/api/v1/workflows/executions/${box.execution.id}/revision`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${app.admin.token}`,
          'content-type': 'application/json',
          'idempotency-key': `move-${engine}`,
        },
        body: JSON.stringify({ revision }),
      })
      return { status: answer.status, body: await answer.text() }
    }
    const first = await send()
    expect(first.status).toBe(200)
    expect(await send()).toEqual(first)
  })

  it('is for whoever may work on the run', async () => {
    const box = await halfMade(client)
    const revision = await box.revise(withSanding(box))
    const colleague = await app.createUser()
    const elsewhere = await client.workshops.create({ body: { name: `Elsewhere ${engine}` } })
    const stranger = await app.createUser({ workshop_id: elsewhere.id })
    const asked = async (user: TestUser | null) => {
      const answer = await app.request(`/api/v1/workflows/executions/${box.execution.id}/revision`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(user && { authorization: `Bearer ${user.token}` }),
        },
        body: JSON.stringify({ revision, dry_run: true }),
      })
      return answer.status
    }
    expect([await asked(null), await asked(stranger), await asked(colleague), await asked(app.admin)]).toEqual([
      401, 404, 200, 200,
    ])
  })
})
