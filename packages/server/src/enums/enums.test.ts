import type { ApiError, Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    ({ status, code, body }: ApiError) => ({ status, code, detail: body.detail }),
  )
const type = 'workflow_step_type'

describeEachEngine('enumerations', engine => {
  let app: TestApp
  let admin: Client
  let maker: TestUser
  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    maker = await app.createUser()
  })
  afterAll(() => app.close())

  it('name all values of the system in four languages', async () => {
    const sizes = {
      workflow_step_type: 9,
      workflow_status: 5,
      workflow_connection_type: 6,
      workflow_execution_status: 6,
    }
    for (const [name, size] of Object.entries(sizes)) {
      const values = await admin.enums.list({ params: { type: name }, query: { texts: true } })
      expect(values).toHaveLength(size)
      for (const { texts, is_system } of values) {
        expect(Object.keys(texts ?? {})).toEqual(['de', 'es', 'fr'])
        expect(is_system).toBe(true)
      }
    }
  })

  it('are read in the language asked for, in English where there is no other', async () => {
    const read = async (locale: string) => {
      const response = await send(app, `/enums/workflow_status?locale=${locale}`, { method: 'GET', token: maker.token })
      const values = (await response.json()) as { code: string; display_text: string }[]
      return [values[0]?.display_text, response.headers.get('content-language')]
    }
    expect(await read('de-AT')).toEqual(['Entwurf', 'de'])
    expect(await read('fr')).toEqual(['Brouillon', 'fr'])
    expect(await read('en')).toEqual(['Draft', 'en'])
    expect(await read('it')).toEqual(['Draft', 'en'])
  })

  it('answer 404 for an enumeration or a value that is not there', async () => {
    expect(await refused(admin.enums.list({ params: { type: 'users' } }))).toMatchObject({
      status: 404,
      code: 'enum.not_found',
    })
    expect(await refused(admin.enums.update({ params: { type, code: 'nothing' }, body: {} }))).toMatchObject({
      status: 404,
    })
    expect(await refused(admin.enums.delete({ params: { type, code: '__proto__' } }))).toMatchObject({ status: 404 })
  })

  it('take values of one’s own, which steps may have at once, and let them go once nothing uses them', async () => {
    const made = await admin.enums.create({
      params: { type },
      body: { code: 'photo', display_text: ' Photograph ', texts: { 'de-ch': { display_text: 'Foteli' } } },
    })
    expect(made).toEqual({
      code: 'photo',
      display_text: 'Photograph',
      description: null,
      display_order: 10,
      is_system: false,
      texts: { 'de-CH': { display_text: 'Foteli', description: null } },
    })
    const preset = boxPreset('Box with a photograph')
    const [first, ...others] = preset.workflow.steps
    const steps = [{ ...first, step_type: 'photo' }, ...others]
    const { id } = await admin.presets.import({ body: { ...preset, workflow: { ...preset.workflow, steps } } })
    expect(await refused(admin.enums.delete({ params: { type, code: 'photo' } }))).toMatchObject({
      status: 409,
      code: 'enum.value_in_use',
      detail: expect.stringContaining('Steps of “Box with a photograph” are of the type “photo”'),
    })
    await app.context.db.deleteFrom('workflows').where('id', '=', id).execute()
    await admin.enums.delete({ params: { type, code: 'photo' } })
    expect((await admin.enums.list({ params: { type } })).map(({ code }) => code)).not.toContain('photo')
  })

  it('let the texts of the system’s values be changed, in each language, but not the values go', async () => {
    const params = { type: 'workflow_connection_type', code: 'loop' }
    const body = { description: null, display_order: 9, texts: { de: { display_text: 'Nochmals' }, fr: null } }
    const changed = await admin.enums.update({ params, body })
    expect(changed).toMatchObject({ display_text: 'Again', description: null, display_order: 9, is_system: true })
    expect(changed.texts).toMatchObject({ de: { display_text: 'Nochmals', description: null } })
    expect(Object.keys(changed.texts ?? {})).toEqual(['de', 'es'])
    expect(await refused(admin.enums.delete({ params }))).toMatchObject({ status: 409, code: 'enum.system_value' })
  })

  it('refuse a code that is taken or none, English beside the value’s own text, and fields that there are not', async () => {
    const create = (body: unknown) => send(app, `/enums/${type}/values`, { body })
    const taken = await refusalOf(await create({ code: 'time', display_text: 'Time' }))
    expect(taken).toMatchObject({ status: 409, code: 'enum.code_taken' })
    // Beyond the last place there is room for others.
    const last = { code: 'last', display_text: 'Last', display_order: 1_000_000 }
    expect((await create(last)).status).toBe(201)
    expect(await (await create({ code: 'later', display_text: 'Later' })).json()).toMatchObject({
      display_order: 1_000_001,
    })
    for (const code of ['last', 'later']) await admin.enums.delete({ params: { type, code } })
    for (const body of [
      { ...last, display_order: 2_147_483_647 },
      { code: 'Photo', display_text: 'Photograph' },
      { code: 'photo', display_text: '  ' },
      { code: 'photo', display_text: 'Photograph', is_system: true },
      { code: 'photo', display_text: 'Photograph', texts: { en: { display_text: 'Photo' } } },
      { code: 'photo', display_text: 'Photograph', texts: { de_DE: { display_text: 'Foto' } } },
    ])
      expect(await refusalOf(await create(body))).toMatchObject({ status: 422 })
  })

  it('are read by everyone signed in and changed by superusers', async () => {
    const client = app.client(maker.token)
    expect(await client.enums.list({ params: { type } })).not.toEqual([])
    const body = { code: 'photo', display_text: 'Photograph' }
    const forbidden = { status: 403, code: 'access.forbidden' }
    expect(await refused(client.enums.create({ params: { type }, body }))).toMatchObject(forbidden)
    expect(await refused(client.enums.update({ params: { type, code: 'time' }, body: {} }))).toMatchObject(forbidden)
    expect(await refused(client.enums.delete({ params: { type, code: 'time' } }))).toMatchObject(forbidden)
    expect(await refused(app.client().enums.list({ params: { type } }))).toMatchObject({ status: 401 })
  })
})
