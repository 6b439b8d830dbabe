import type { Client } from '@hidesync/contract/client'
import type { StepDefinition, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { saveDefinition } from '../workflows/definition.repository.ts'
import { withNewIds } from '../workflows/workflow-ids.ts'

interface Person {
  readonly id: number
  readonly client: Client
}

let made = 0

describeEachEngine('copies and their originals', engine => {
  let app: TestApp
  let maker: Person
  let other: Person
  let stranger: Person

  const newPerson = async (): Promise<Person> => {
    const { id, token } = await app.createUser()
    return { id, client: app.client(token) }
  }
  const definitionOf = async (client: Client, id: number): Promise<WorkflowDefinition> => {
    const { steps, connections, outcomes, paths } = await client.workflows.get({ params: { id } })
    return { steps, connections, outcomes, paths }
  }
  /** A change of the graph, saved. */
  const edit = async (client: Client, id: number, change: (definition: WorkflowDefinition) => WorkflowDefinition) => {
    const before = await definitionOf(client, id)
    await app.context.db
      .transaction()
      .execute(tx => saveDefinition(tx, { workflow_id: id, before, after: change(before) }))
  }
  const withStep =
    (name: string, changes: Partial<StepDefinition>) =>
    (definition: WorkflowDefinition): WorkflowDefinition => ({
      ...definition,
      steps: definition.steps.map(step => (step.name === name ? { ...step, ...changes } : step)),
    })
  /** One more step before the first, under ids of its own. */
  const addStep = async (client: Client, id: number, name: string) => {
    const definition = await definitionOf(client, id)
    const [first] = definition.steps
    const way = definition.connections.find(({ connection_type }) => connection_type === 'sequential')
    if (first === undefined || way === undefined) throw new Error('There are no steps.')
    const two = {
      steps: [
        { ...first, id: 1, name },
        { ...first, id: 2 },
      ],
      connections: [{ ...way, source_step_id: 1, target_step_id: 2 }],
    }
    const { steps, connections } = await withNewIds(app.context.db, { ...two, outcomes: [], paths: [] })
    await edit(client, id, before => ({
      ...before,
      steps: [...before.steps, ...steps.slice(0, 1)],
      connections: [
        ...before.connections,
        ...connections.map(connection => ({ ...connection, target_step_id: first.id })),
      ],
    }))
  }
  /** A published original of the maker’s, and a copy of it that the other has. */
  const original = async () => {
    const { id } = await app.client(app.admin.token).presets.import({ body: boxPreset(`Original ${++made}`) })
    await app.context.db.updateTable('workflows').set({ created_by: maker.id }).where('id', '=', id).execute()
    await maker.client.workflows.publish({ params: { id } })
    return id
  }
  const pair = async () => {
    const id = await original()
    const copy = await other.client.workflows.duplicate({ params: { id } })
    return { id, copyId: copy.id }
  }
  const step = (definition: WorkflowDefinition, name: string) => definition.steps.find(one => one.name === name)

  beforeAll(async () => {
    app = await startTestApp({ engine })
    maker = await newPerson()
    other = await newPerson()
    stranger = await newPerson()
  })
  afterAll(() => app.close())

  it('says where a copy came from, and counts the copies', async () => {
    const { id, copyId } = await pair()
    const { name } = await maker.client.workflows.get({ params: { id } })
    const copy = await other.client.workflows.get({ params: { id: copyId } })
    expect(copy.copied_from).toEqual({ workflow_id: id, name, revision: 1 })
    await other.client.workflows.duplicate({ params: { id } })
    expect(await maker.client.workflows.get({ params: { id } })).toMatchObject({ copy_count: 2, version: 2 })
  })

  it('keeps the name of a tool of another workshop, but not the link', async () => {
    const id = await original()
    const admin = app.client(app.admin.token)
    const workshop = await admin.workshops.create({ body: { name: `Smithy ${++made}` } })
    const { id: tool_id } = await app.context.db
      .insertInto('tools')
      .values({ workshop_id: workshop.id, name: 'Dozuki saw' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const resource = {
      id: 900_000_000 + made,
      resource_type: 'tool' as const,
      name: null,
      dynamic_material_id: null,
      tool_id,
      documentation_id: null,
      quantity: null,
      unit: null,
      notes: null,
      is_optional: false,
    }
    await edit(maker.client, id, withStep('Cut boards', { resources: [resource] }))
    const copyOf = async (client: Client) => {
      const copy = await client.workflows.duplicate({ params: { id }, body: { new_name: `Copy ${++made}` } })
      return step(await definitionOf(client, copy.id), 'Cut boards')?.resources[0]
    }
    expect(await copyOf(other.client)).toMatchObject({ name: 'Dozuki saw', tool_id: null })
    expect(await copyOf(admin)).toMatchObject({ name: null, tool_id })
  })

  it('shows what changed upstream in the copy’s ids, and takes it over beside one’s own changes', async () => {
    const { id, copyId } = await pair()
    const params = { id: copyId }
    expect(await other.client.proposals.upstream({ params })).toMatchObject({ up_to_date: true, mergeable: true })
    await edit(maker.client, id, withStep('Let glue set', { instructions: 'Wait overnight.' }))
    await addStep(maker.client, id, 'Wax it')
    // What is not published yet is nobody’s to take over.
    expect(await other.client.proposals.upstream({ params })).toMatchObject({ up_to_date: true })
    await maker.client.workflows.publish({ params: { id } })
    await edit(other.client, copyId, withStep('Let glue set', { estimated_duration: 99 }))
    const seen = await other.client.proposals.upstream({ params })
    expect(seen).toMatchObject({ workflow_id: id, base_revision: 1, revision: 2, up_to_date: false, mergeable: true })
    const glue = step(await definitionOf(other.client, copyId), 'Let glue set')?.id
    expect(seen.changes.changes.find(({ change }) => change === 'changed')).toMatchObject({ part: 'step', id: glue })
    const merged = await other.client.proposals.mergeUpstream({ params })
    expect(merged).toMatchObject({ id: copyId, step_count: 9, version: 3 })
    const now = await definitionOf(other.client, copyId)
    expect(step(now, 'Let glue set')).toMatchObject({ instructions: 'Wait overnight.', estimated_duration: 99 })
    const theirs = await definitionOf(maker.client, id)
    expect(step(now, 'Wax it')?.id).not.toBe(step(theirs, 'Wax it')?.id)
    expect(await other.client.proposals.upstream({ params })).toMatchObject({ up_to_date: true, base_revision: 2 })
    const rows = await app.context.db
      .selectFrom('workflow_steps')
      .select('name')
      .where('workflow_id', '=', copyId)
      .execute()
    expect(rows.map(({ name }) => name)).toContain('Wax it')
    await edit(maker.client, id, withStep('Wax it', { instructions: 'Twice.' }))
    await maker.client.workflows.publish({ params: { id } })
    await other.client.proposals.mergeUpstream({ params })
    const again = await definitionOf(other.client, copyId)
    expect(again.steps).toHaveLength(9)
    expect(step(again, 'Wax it')).toMatchObject({ instructions: 'Twice.' })
  })

  it('names conflicts part by part, and decides them as one says', async () => {
    const { id, copyId } = await pair()
    const params = { id: copyId }
    await edit(maker.client, id, withStep('Cut boards', { instructions: 'Theirs.' }))
    await maker.client.workflows.publish({ params: { id } })
    await edit(other.client, copyId, withStep('Cut boards', { instructions: 'Ours.' }))
    const seen = await other.client.proposals.upstream({ params })
    const stepId = step(await definitionOf(other.client, copyId), 'Cut boards')?.id ?? 0
    expect(seen.mergeable).toBe(false)
    expect(seen.conflicts).toMatchObject([
      { part: 'step', id: stepId, field: 'instructions', ours: 'Ours.', theirs: 'Theirs.', base: 'Cut four boards.' },
    ])
    const conflict = await refusal(other.client.proposals.mergeUpstream({ params }))
    expect([conflict.status, conflict.code]).toEqual([409, 'merge.conflict'])
    expect(conflict.body.errors).toMatchObject([{ path: `/step/${stepId}/instructions` }])
    const resolutions = [{ part: 'step', id: stepId, field: 'instructions', take: 'theirs' }] as const
    await other.client.proposals.mergeUpstream({ params, body: { resolutions: [...resolutions] } })
    expect(step(await definitionOf(other.client, copyId), 'Cut boards')).toMatchObject({ instructions: 'Theirs.' })
  })

  it('knows no upstream of what is no copy, or of an original that one may not see any more', async () => {
    const { id, copyId } = await pair()
    const none = await refusal(maker.client.proposals.upstream({ params: { id } }))
    expect([none.status, none.code]).toEqual([404, 'upstream.not_found'])
    expect((await refusal(stranger.client.proposals.upstream({ params: { id: copyId } }))).code).toBe(
      'workflow.not_found',
    )
    await maker.client.workflows.update({ params: { id }, body: { visibility: 'private' } })
    expect((await refusal(other.client.proposals.upstream({ params: { id: copyId } }))).code).toBe('upstream.not_found')
    expect((await refusal(other.client.proposals.mergeUpstream({ params: { id: copyId } }))).status).toBe(404)
  })

  it('lets one propose what one changed in a copy, and the owner accept it', async () => {
    const { id, copyId } = await pair()
    await edit(other.client, copyId, withStep('Plane true', { instructions: 'With the grain.' }))
    await addStep(other.client, copyId, 'Round the edges')
    const body = { title: 'Gentler edges', message: 'They splinter.', from_workflow_id: copyId }
    const proposal = await other.client.proposals.create({ params: { id }, body })
    expect(proposal).toMatchObject({ status: 'open', author_id: other.id, base_revision: 1, conflicts: [] })
    expect(proposal.comparison).toMatchObject({ added: 2, changed: 1, removed: 0 })
    await edit(maker.client, id, withStep('Nail corners', { instructions: 'Three nails.' }))
    const params = { id, proposal_id: proposal.id }
    const accepted = await maker.client.proposals.accept({ params })
    expect(accepted).toMatchObject({ status: 'accepted', decided_at: expect.any(String) })
    const now = await definitionOf(maker.client, id)
    expect(step(now, 'Plane true')).toMatchObject({ instructions: 'With the grain.' })
    expect(step(now, 'Nail corners')).toMatchObject({ instructions: 'Three nails.' })
    expect(step(now, 'Round the edges')).toBeDefined()
    // The copy has it already: publishing the original brings it nothing but what it lacks.
    await maker.client.workflows.publish({ params: { id } })
    await other.client.proposals.mergeUpstream({ params: { id: copyId } })
    expect((await definitionOf(other.client, copyId)).steps).toHaveLength(9)
    for (const attempt of [
      () => maker.client.proposals.accept({ params }),
      () => maker.client.proposals.decline({ params }),
      () => other.client.proposals.withdraw({ params }),
    ]) {
      const closed = await refusal(attempt())
      expect([closed.status, closed.code]).toEqual([409, 'proposal.closed'])
    }
  })

  it('accepts what conflicts only with a decision', async () => {
    const { id, copyId } = await pair()
    await edit(other.client, copyId, withStep('Cut boards', { name: 'Saw boards' }))
    const { id: proposal_id } = await other.client.proposals.create({
      params: { id },
      body: { title: 'Say what one does', from_workflow_id: copyId },
    })
    await edit(maker.client, id, withStep('Cut boards', { name: 'Cut the boards' }))
    const params = { id, proposal_id }
    const { conflicts } = await maker.client.proposals.get({ params })
    expect(conflicts).toMatchObject([{ part: 'step', field: 'name', theirs: 'Saw boards' }])
    expect((await refusal(maker.client.proposals.accept({ params }))).code).toBe('merge.conflict')
    expect(await maker.client.proposals.get({ params })).toMatchObject({ status: 'open' })
    const resolutions = conflicts.map(({ part, id: partId, field }) => ({
      part,
      id: partId,
      field,
      take: 'ours' as const,
    }))
    await maker.client.proposals.accept({ params, body: { resolutions } })
    expect(step(await definitionOf(maker.client, id), 'Cut the boards')).toBeDefined()
  })

  it('shows proposals to their authors and those who may decide, who alone decide', async () => {
    const { id, copyId } = await pair()
    await edit(other.client, copyId, withStep('Cut boards', { instructions: 'Slowly.' }))
    const propose = (client: Client, from_workflow_id = copyId, workflow = id) =>
      client.proposals.create({ params: { id: workflow }, body: { title: 'Slower', from_workflow_id } })
    const { id: proposal_id } = await propose(other.client)
    const params = { id, proposal_id }
    const attempts = (client: Client) => [
      client.proposals.get({ params }),
      client.proposals.accept({ params }),
      client.proposals.decline({ params }),
      client.proposals.withdraw({ params }),
    ]
    const statuses = (list: readonly Promise<unknown>[]) =>
      Promise.all(list.map(async attempt => (await refusal(attempt)).status))
    expect(await statuses(attempts(stranger.client))).toEqual([404, 404, 404, 404])
    expect(await statuses(attempts(app.client()))).toEqual([401, 401, 401, 401])
    expect(
      await statuses([
        other.client.proposals.accept({ params }),
        other.client.proposals.decline({ params }),
        maker.client.proposals.withdraw({ params }),
        propose(stranger.client),
        propose(other.client, id),
        propose(other.client, 999_999),
      ]),
    ).toEqual([403, 403, 403, 422, 422, 422])
    expect((await stranger.client.proposals.list({ params: { id } })).items).toEqual([])
    expect((await other.client.proposals.list({ params: { id } })).total).toBe(1)
    const declined = await maker.client.proposals.decline({ params, body: { reason: 'It is slow enough.' } })
    expect(declined).toMatchObject({ status: 'declined', reason: 'It is slow enough.' })
    const again = await propose(other.client)
    await other.client.proposals.withdraw({ params: { id, proposal_id: again.id } })
    expect(await maker.client.proposals.list({ params: { id } })).toMatchObject({
      items: [{ status: 'withdrawn' }, { status: 'declined' }],
      total: 2,
    })
    await maker.client.workflows.update({ params: { id }, body: { visibility: 'shared' } })
    expect((await refusal(propose(other.client))).status).toBe(404)
  })

  it('refuses to propose nothing', async () => {
    const { id, copyId } = await pair()
    const body = { title: 'Nothing', from_workflow_id: copyId }
    const error = await refusal(other.client.proposals.create({ params: { id }, body }))
    expect([error.status, error.body.errors?.[0]?.path]).toEqual([422, '/from_workflow_id'])
  })
})
