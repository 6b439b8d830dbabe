import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0
const newName = () => `Project ${++made}`

describeEachEngine('projects', engine => {
  let app: TestApp
  let admin: Client
  let member: Client
  let colleague: Client
  let outsider: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    member = app.client((await app.createUser()).token)
    colleague = app.client((await app.createUser()).token)
    const foreign = await admin.workshops.create({ body: { name: 'Elsewhere' } })
    outsider = app.client((await app.createUser({ workshop_id: foreign.id })).token)
  })
  afterAll(() => app.close())

  const statuses = (attempts: readonly Promise<unknown>[]) =>
    Promise.all(attempts.map(async attempt => (await refusal(attempt)).status))

  it('are made, read, changed and deleted by any member', async () => {
    const name = newName()
    const project = await member.projects.create({ body: { name: ` ${name} `, description: 'For the fair.' } })
    expect(project).toMatchObject({ name, description: 'For the fair.', workflow_count: 0, execution_count: 0 })
    const params = { id: project.id }
    expect(await colleague.projects.get({ params })).toEqual(project)
    const changed = await colleague.projects.update({ params, body: { description: null } })
    expect(changed).toMatchObject({ name, description: null })
    expect((await member.projects.list()).items.map(({ id }) => id)).toContain(project.id)
    await colleague.projects.delete({ params })
    const gone = await refusal(member.projects.get({ params }))
    expect([gone.status, gone.code]).toEqual([404, 'project.not_found'])
  })

  it('do not exist for members of other workshops, nor for whom nobody knows', async () => {
    const { id } = await member.projects.create({ body: { name: newName() } })
    const params = { id }
    const attempts = (client: Client) => [
      client.projects.get({ params }),
      client.projects.update({ params, body: { name: 'Mine' } }),
      client.projects.delete({ params }),
    ]
    expect(await statuses(attempts(outsider))).toEqual([404, 404, 404])
    expect(await statuses(attempts(app.client()))).toEqual([401, 401, 401])
    expect((await outsider.projects.list()).items).toEqual([])
    expect(await admin.projects.get({ params })).toMatchObject({ id })
  })

  it('have names that are unique in their workshop, in any case', async () => {
    const name = newName()
    await member.projects.create({ body: { name } })
    const { id } = await member.projects.create({ body: { name: newName() } })
    for (const attempt of [
      () => member.projects.create({ body: { name: name.toUpperCase() } }),
      () => colleague.projects.update({ params: { id }, body: { name } }),
    ]) {
      const error = await refusal(attempt())
      expect([error.status, error.code, error.body.errors?.[0]?.path]).toEqual([409, 'project.name_taken', '/name'])
    }
    expect(await outsider.projects.create({ body: { name } })).toMatchObject({ name })
    expect(
      await statuses([
        member.projects.create({ body: { name: ' ' } }),
        member.projects.create({ body: { name: 'two\nlines' } }),
        member.projects.list({ query: { limit: 0 } }),
      ]),
    ).toEqual([422, 422, 422])
  })

  it('count what lies in them, filter lists, and let go of it when they are deleted', async () => {
    const { id: project_id } = await member.projects.create({ body: { name: newName() } })
    const params = { id: project_id }
    const box = await admin.presets.import({ body: boxPreset(newName()) })
    await admin.workflows.update({ params: { id: box.id }, body: { project_id, status: 'active' } })
    const run = await admin.executions.start({ params: { id: box.id }, body: { project_id } })
    expect(await admin.projects.get({ params })).toMatchObject({ workflow_count: 1, execution_count: 1 })
    // The workflow is private: its name does not show, and nor does that it is there.
    expect(await member.projects.get({ params })).toMatchObject({ workflow_count: 0, execution_count: 1 })
    expect((await admin.workflows.list({ query: { project_id } })).items.map(({ id }) => id)).toEqual([box.id])
    await member.projects.delete({ params })
    expect(await admin.workflows.get({ params: { id: box.id } })).toMatchObject({ project_id: null, version: 3 })
    expect(await admin.executions.get({ params: { id: run.id } })).toMatchObject({ id: run.id })
  })

  it('of another workshop are no projects for a workflow or an execution', async () => {
    const foreign = await outsider.projects.create({ body: { name: newName() } })
    const box = await admin.presets.import({ body: boxPreset(newName()) })
    const start = await refusal(admin.executions.start({ params: { id: box.id }, body: { project_id: foreign.id } }))
    expect([start.status, start.body.errors?.[0]?.path]).toEqual([422, '/project_id'])
    const create = await refusal(member.workflows.create({ body: { name: newName(), project_id: foreign.id } }))
    expect([create.status, create.body.errors?.[0]?.path]).toEqual([422, '/project_id'])
  })
})
