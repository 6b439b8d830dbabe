import type { ApiError, Client } from '@hidesync/contract/client'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { ensureTheme } from './theme.repository.ts'

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    ({ status, code, body }: ApiError) => ({ status, code, errors: body.errors?.map(({ path }) => path) }),
  )

describeEachEngine('themes', engine => {
  let app: TestApp
  let admin: Client
  let making: TestUser
  let maker: Client
  let other: Client
  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    making = await app.createUser()
    maker = app.client(making.token)
    other = app.client((await app.createUser()).token)
  })
  afterAll(() => app.close())

  it('come with the system, each readable in both modes', async () => {
    const system = await maker.themes.list()
    expect(system.map(({ name }) => name)).toEqual(['Saddle', 'Timber', 'Forge', 'Loom', 'Classroom', 'Slate'])
    for (const { id, is_system } of system) {
      const { derived } = await maker.themes.get({ params: { id } })
      expect(is_system).toBe(true)
      for (const { light, dark } of Object.values(derived))
        expect(Math.min(light.contrast, dark.contrast)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('are made by anybody, read back, changed in part, and listed for their maker', async () => {
    const color_scheme: JsonObject = { primary: '#336699', secondary: '#aa3300', text: '#000000' }
    const made = await maker.themes.create({ body: { name: ' Sea ', color_scheme, icon_set: 'emoji' } })
    expect(made).toMatchObject({
      name: 'Sea',
      description: null,
      icon_set: 'emoji',
      is_system: false,
      created_by: making.id,
      color_scheme: { version: 1, primary: '#336699', accent: '#AA3300', step_types: {} },
      workflow_count: 0,
    })
    expect(made.notices).toHaveLength(2)
    const params = { id: made.id }
    const changed = await maker.themes.update({ params, body: { description: 'Like the sea.' } })
    expect(changed).toMatchObject({ name: 'Sea', description: 'Like the sea.', color_scheme: made.color_scheme })
    expect((await maker.themes.list()).map(({ name }) => name)).toContain('Sea')
    expect((await other.themes.list()).map(({ name }) => name)).not.toContain('Sea')
    expect((await other.themes.get({ params })).name).toBe('Sea')
  })

  it('are taken from the workflows that have them when they are removed, and each counts the change', async () => {
    const { id } = await maker.themes.create({ body: { name: 'Short', color_scheme: { primary: '#123456' } } })
    const workflow = await maker.workflows.create({ body: { name: 'Themed', theme_id: id } })
    expect((await maker.themes.get({ params: { id } })).workflow_count).toBe(1)
    await maker.themes.delete({ params: { id } })
    const bare = await maker.workflows.get({ params: { id: workflow.id } })
    expect([bare.theme_id, bare.version]).toEqual([null, workflow.version + 1])
    expect(await refused(maker.themes.get({ params: { id } }))).toMatchObject({ status: 404, code: 'theme.not_found' })
  })

  it('are changed by their maker and superusers, those of the system by superusers alone', async () => {
    const { id } = await maker.themes.create({ body: { name: 'Mine', color_scheme: { primary: '#123456' } } })
    const [saddle] = await maker.themes.list()
    const forbidden = { status: 403, code: 'access.forbidden' }
    const system = { id: saddle?.id ?? 0 }
    expect(await refused(other.themes.update({ params: { id }, body: { name: 'Theirs' } }))).toMatchObject(forbidden)
    expect(await refused(other.themes.delete({ params: { id } }))).toMatchObject(forbidden)
    expect(await refused(maker.themes.update({ params: system, body: {} }))).toMatchObject(forbidden)
    expect(await refused(maker.themes.delete({ params: system }))).toMatchObject(forbidden)
    const body = { name: 'All', color_scheme: { primary: '#123456' }, is_system: true }
    expect(await refused(maker.themes.create({ body }))).toMatchObject(forbidden)
    expect(await refused(maker.themes.update({ params: { id }, body: { is_system: true } }))).toMatchObject(forbidden)
    expect(await refused(app.client().themes.list())).toMatchObject({ status: 401 })
    expect((await admin.themes.create({ body })).is_system).toBe(true)
    expect((await admin.themes.update({ params: { id }, body: { name: 'Ours' } })).name).toBe('Ours')
  })

  it('refuse colours that are none, names that are taken, and a stale version', async () => {
    const create = (color_scheme: JsonObject, name = 'Odd') => maker.themes.create({ body: { name, color_scheme } })
    expect(await refused(create({}))).toEqual({
      status: 422,
      code: 'request.invalid',
      errors: ['/color_scheme/primary'],
    })
    expect(await refused(create({ primary: 'red', shade: 1 }))).toMatchObject({
      errors: ['/color_scheme/shade', '/color_scheme/primary'],
    })
    const { id } = await create({ primary: '#abcdef' }, 'Taken')
    expect(await refused(create({ primary: '#abcdef' }, 'taken'))).toMatchObject({
      status: 409,
      code: 'theme.name_taken',
    })
    expect((await other.themes.create({ body: { name: 'Taken', color_scheme: { primary: '#abcdef' } } })).id).not.toBe(
      id,
    )
    const stale = maker.themes.update({ params: { id }, body: {} }, { ifMatch: '"9"' })
    expect(await refused(stale)).toMatchObject({ status: 412 })
    const unknown = { name: 'Odd', color_scheme: { primary: '#abcdef' }, icon_set: 'neon' }
    expect(await refusalOf(await send(app, '/workflows/themes', { body: unknown }))).toMatchObject({ status: 422 })
  })

  it('of a file are found again where one looks alike, and made under a free name where none does', async () => {
    const scheme = { version: 1, primary: '#C2A36B', accent: null, step_types: {} } as const
    const theme = { name: 'Sand', description: null, color_scheme: scheme, icon_set: 'line' }
    const ensured = (one: Parameters<typeof ensureTheme>[2]) =>
      app.context.db.transaction().execute(tx => ensureTheme(tx, making.id, one))
    const first = await ensured(theme)
    expect(await ensured({ ...theme, name: 'sand ' })).toBe(first)
    const second = await ensured({ ...theme, color_scheme: { ...scheme, primary: '#000000' } })
    expect((await maker.themes.get({ params: { id: second } })).name).toBe('Sand (2)')
  })
})
