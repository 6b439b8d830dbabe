import type { Client } from '@hidesync/contract/client'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0

/** A preset of one step that needs these things. */
const presetNeeding = (resources: readonly JsonObject[]): JsonObject => ({
  preset_info: { name: `Fob ${++made}` },
  workflow: { steps: [{ id: 1, name: 'Cut', step_type: 'tool', resources }] },
})
const material = (name: string, unit: string | null = null) => ({ resource_type: 'material', name, unit, quantity: 2 })
const tool = (name: string) => ({ resource_type: 'tool', name })
const paper = (name: string) => ({ resource_type: 'documentation', name })

describeEachEngine('importing into a workshop with a stock', engine => {
  let app: TestApp
  let admin: Client
  /** The workshop in which everybody is, and another one. */
  let own: number
  let foreign: number
  const ids: Record<string, number> = {}

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    const { db } = app.context
    const first = await db.selectFrom('workshops').select('id').orderBy('id').executeTakeFirstOrThrow()
    own = first.id
    foreign = (await admin.workshops.create({ body: { name: 'Across the yard' } })).id
    const add = async (
      table: 'dynamic_materials' | 'tools' | 'documentation',
      workshop_id: number,
      row: Readonly<Record<string, string>>,
    ) => {
      const called = row['name'] ?? row['title'] ?? ''
      const { id } = await db
        .insertInto(table)
        .values({ workshop_id, ...row } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
      ids[`${workshop_id === own ? '' : 'foreign '}${called}`] = id
    }
    // Ids of another workshop first, so that a mix-up would show.
    for (const name of ['Bridle leather', 'Brass rivets', 'Copper rivets'])
      await add('dynamic_materials', foreign, { name, unit: 'piece' })
    await add('dynamic_materials', own, { name: 'Bridle Leather', unit: 'dm2' })
    await add('dynamic_materials', own, { name: 'Crème de cuir', unit: 'ml' })
    await add('dynamic_materials', own, { name: 'Rivet', unit: 'piece' })
    await add('dynamic_materials', own, { name: 'Waxed thread', unit: 'm' })
    await add('dynamic_materials', own, { name: 'Old glue', unit: 'kg', deleted_at: new Date(0).toISOString() })
    await add('tools', foreign, { name: 'Edge beveler' })
    await add('tools', own, { name: 'Schneidemesser' })
    await add('tools', own, { name: 'Rotary punch', status: 'retired' })
    await add('documentation', own, { title: 'Fob template' })
  })
  afterAll(() => app.close())

  const needs = [
    { ...material('bridle leather', 'sq_ft'), match: 'matched', id: 'Bridle Leather' },
    { ...material('Creme de Cuir', 'l'), match: 'matched', id: 'Crème de cuir' },
    { ...material('Rivets', 'piece'), match: 'similar', candidates: ['Rivet'] },
    { ...material('Waxed thread', 'g'), match: 'similar', candidates: ['Waxed thread'] },
    { ...material('Brass buckle', 'piece'), match: 'new' },
    { ...material('Old glue', 'kg'), match: 'new' },
    { ...tool('SCHNEIDEMESSER'), match: 'matched', id: 'Schneidemesser' },
    { ...tool('Rotary punch'), match: 'new' },
    { ...tool('Edge beveler'), match: 'new' },
    { ...paper('Fob template'), match: 'matched', id: 'Fob template' },
  ] as const
  const resourceOf = (need: (typeof needs)[number]): JsonObject => {
    const { match: _match, id: _id, candidates: _candidates, ...resource } = { id: null, candidates: null, ...need }
    return resource
  }
  const expected = () =>
    needs.map(need => ({
      resource_type: need.resource_type,
      name: need.name,
      unit: 'unit' in need ? need.unit : null,
      match: need.match,
      ...('id' in need && { id: ids[need.id] }),
      candidates: ('candidates' in need ? need.candidates : []).map(name =>
        expect.objectContaining({ id: ids[name], name }),
      ),
    }))
  const linksOf = async (id: number) =>
    (await admin.workflows.get({ params: { id } })).steps.flatMap(step =>
      step.resources.map(one => one.dynamic_material_id ?? one.tool_id ?? one.documentation_id),
    )

  it('tells what is there, what is like it and what is new, and links what is there', async () => {
    const body = presetNeeding(needs.map(resourceOf))
    const { resources } = await admin.presets.validate({ body })
    expect(resources).toEqual(expected())
    const imported = await admin.presets.import({ body })
    expect(imported.resources).toEqual(expected())
    expect(await linksOf(imported.id)).toEqual(needs.map(need => ('id' in need ? ids[need.id] : null)))
    const rows = await app.context.db
      .selectFrom('workflow_step_resources')
      .innerJoin('workflow_steps', 'workflow_steps.id', 'workflow_step_resources.step_id')
      .select('dynamic_material_id')
      .where('workflow_steps.workflow_id', '=', imported.id)
      .where('dynamic_material_id', 'is not', null)
      .execute()
    const stored = rows.map(row => row.dynamic_material_id)
    expect(new Set(stored)).toEqual(new Set([ids['Bridle Leather'], ids['Crème de cuir']]))
  })

  it('exports names and no ids of the stock, which import links again', async () => {
    const body = presetNeeding(needs.map(resourceOf))
    const { id } = await admin.presets.import({ body })
    const file = (await admin.presets.export({ params: { id } })) as JsonObject
    expect(JSON.stringify(file)).not.toMatch(/dynamic_material_id|tool_id|documentation_id/)
    const { resources } = await admin.presets.import({ body: file, query: { on_conflict: 'rename' } })
    expect(resources).toEqual(expected())
  })

  it('exports what is only linked by the name that the stock has for it', async () => {
    const { id } = await admin.presets.import({ body: presetNeeding([tool('x')]) })
    const { steps, connections, outcomes, paths } = await admin.workflows.get({ params: { id } })
    const resources = [{ resource_type: 'material', dynamic_material_id: ids['Waxed thread'], quantity: 1, unit: 'm' }]
    const body = { steps: steps.map(step => ({ ...step, resources })), connections, outcomes, paths }
    await admin.revisions.save({ params: { id }, body: body as never })
    const file = (await admin.presets.export({ params: { id } })) as JsonObject
    expect(file['workflow']).toMatchObject({
      steps: [{ resources: [{ name: 'Waxed thread', quantity: 1, unit: 'm' }] }],
    })
    expect(file['required_resources']).toMatchObject({ materials: [{ name: 'Waxed thread' }] })
  })

  it('looks into the workshop that the caller is in, and into no other', async () => {
    const body = presetNeeding([
      material('Bridle leather', 'dm2'),
      material('Copper rivets', 'piece'),
      tool('Edge beveler'),
    ])
    const matches = async (token: string, workshop?: number) => {
      const headers = workshop === undefined ? {} : { 'x-workshop-id': String(workshop) }
      const response = await send(app, '/workflows/import/validate', { body, token, headers })
      const { resources } = (await response.json()) as { resources: { match: string; id?: number }[] }
      return resources.map(({ match, id }) => [match, id])
    }
    const unseen = ['new', undefined]
    const member = await app.createUser()
    expect(await matches(member.token)).toEqual([['matched', ids['Bridle Leather']], unseen, unseen])
    const neighbour = await app.createUser({ workshop_id: foreign })
    expect(await matches(neighbour.token)).toEqual([
      // Counted in pieces there, needed by its area: for a person to decide.
      ['similar', undefined],
      ['matched', ids['foreign Copper rivets']],
      ['matched', ids['foreign Edge beveler']],
    ])
    expect(
      (
        await send(app, '/workflows/import/validate', {
          body,
          token: member.token,
          headers: { 'x-workshop-id': String(foreign) },
        })
      ).status,
    ).toBe(404)
  })

  it('links nothing where that is not wanted', async () => {
    const body = presetNeeding(needs.map(resourceOf))
    const { id, resources } = await admin.presets.import({ body, query: { match_resources: false } })
    expect(resources).toEqual([])
    expect(new Set(await linksOf(id))).toEqual(new Set([null]))
  })
})
