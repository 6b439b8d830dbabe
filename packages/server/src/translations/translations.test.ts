import { RawBody } from '@hidesync/contract/http/raw-body'
import { ApiError, type Client } from '@hidesync/contract/client'
import type {
  Translation,
  TranslationReport,
  TranslatorFile,
} from '@hidesync/contract/translations/translation.schemas'
import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0
/** What a translation without any texts of parts says of them. */
const nothing = { steps: {}, resources: {}, outcomes: {}, decision_options: {}, paths: {} }
const csv = (text: string | Uint8Array) =>
  new RawBody('text/csv', typeof text === 'string' ? new TextEncoder().encode(text) : text)

const refused = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ApiError)
  const { status, code, body } = error as ApiError
  return { status, code, detail: body.detail, errors: body.errors }
}

describeEachEngine('translations', engine => {
  let app: TestApp
  let admin: Client
  let owner: Client
  let owning: TestUser

  /** A workflow of the owner's with steps, options and outcomes. */
  const newBox = async (name = `Box ${++made}`) => {
    const { id } = await admin.presets.import({ body: boxPreset(name) })
    await app.context.db.updateTable('workflows').set({ created_by: owning.id }).where('id', '=', id).execute()
    return owner.workflows.get({ params: { id } })
  }
  const put = (box: Workflow, locale: string, body: Translation) =>
    owner.translations.put({ params: { id: box.id, locale }, body })
  const file = (box: Workflow, locale: string) =>
    owner.translations.get({ params: { id: box.id, locale }, query: { format: 'json' } }) as Promise<TranslatorFile>
  const stepNamed = (box: Workflow, name: string) => {
    const step = box.steps.find(one => one.name === name)
    if (step === undefined) throw new Error(`There is no step ${name}.`)
    return step
  }

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    owning = await app.createUser()
    owner = app.client(owning.token)
  })
  afterAll(() => app.close())

  it('are read back as they were written, listed with how complete they are, and taken away again', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'de' }
    const [first] = box.steps
    const option = box.steps.flatMap(step => step.decision_options)[0]
    const [outcome] = box.outcomes
    const body: Translation = {
      ...nothing,
      name: 'Kiste',
      description: 'Eine Kiste für Proben.',
      steps: { [first?.id ?? 0]: { name: 'Bretter sägen', instructions: 'Vier Bretter sägen.' } },
      outcomes: { [outcome?.id ?? 0]: { name: 'Rechtwinklige Kiste' } },
      decision_options: { [option?.id ?? 0]: { option_text: 'Zinken' } },
    }
    expect(await put(box, 'de', body)).toEqual(body)
    expect(await owner.translations.get({ params })).toEqual(body)
    const [status, ...others] = await owner.translations.list({ params: { id: box.id } })
    expect(others).toEqual([])
    expect(status).toMatchObject({ locale: 'de', done: 6, outdated_count: 0, outdated: [] })
    expect(status?.missing_count).toBe((status?.total ?? 0) - 6)
    const summary = await owner.workflows.get({ params: { id: box.id } })
    expect(summary.locales).toEqual(['de'])
    expect(summary.version).toBe(box.version + 1)

    await owner.translations.delete({ params })
    expect(await refused(owner.translations.get({ params }))).toMatchObject({
      status: 404,
      code: 'translation.not_found',
      detail: `There is no translation of “${box.name}” in de. There is none in any language.`,
    })
    expect(await refused(owner.translations.delete({ params }))).toMatchObject({ status: 404 })
    expect((await owner.workflows.get({ params: { id: box.id } })).locales).toEqual([])
  })

  it('are replaced as a whole: what is left out, null or blank is gone', async () => {
    const box = await newBox()
    const [one, two] = box.steps.map(({ id }) => String(id))
    await put(box, 'fr', { name: 'Boîte', steps: { [one ?? '']: { name: 'Scier' }, [two ?? '']: { name: 'Choisir' } } })
    const rest = await put(box, 'fr', { name: null, description: ' ', steps: { [one ?? '']: { name: 'Scier' } } })
    expect(rest).toEqual({ ...nothing, steps: { [one ?? '']: { name: 'Scier' } } })
    expect(await put(box, 'fr', {})).toEqual(nothing)
    expect(await owner.translations.list({ params: { id: box.id } })).toEqual([])
  })

  it('write a language in one way', async () => {
    const box = await newBox()
    await put(box, 'de-ch', { name: 'Chischte' })
    const found = await owner.translations.list({ params: { id: box.id } })
    expect(found.map(({ locale }) => locale)).toEqual(['de-CH'])
  })

  it('are marked as outdated once their source changes, until the text is changed or confirmed', async () => {
    const box = await newBox()
    const outdated = async () => {
      const [status] = await owner.translations.list({ params: { id: box.id } })
      return status?.outdated
    }
    const body = { name: 'Kiste', description: 'Eine Kiste.' }
    await put(box, 'de', body)
    await owner.workflows.update({ params: { id: box.id }, body: { description: 'Another box.' } })
    const mark = [{ part: 'workflow', id: box.id, field: 'description' }]
    expect(await outdated()).toEqual(mark)
    await put(box, 'de', { ...body, name: 'Die Kiste' })
    expect(await outdated()).toEqual(mark)
    await owner.translations.put({ params: { id: box.id, locale: 'de' }, query: { confirm: true }, body })
    expect(await outdated()).toEqual([])
    await owner.workflows.update({ params: { id: box.id }, body: { description: 'A third box.' } })
    await put(box, 'de', { ...body, description: 'Eine dritte Kiste.' })
    expect(await outdated()).toEqual([])
  })

  it('refuse texts for what the workflow does not have, naming each, and keep nothing of them', async () => {
    const box = await newBox()
    const [step] = box.steps
    const body = {
      name: 'Kiste',
      steps: { 999999: { name: 'Fremd' }, [step?.id ?? 0]: { tips: ['Es gibt keinen Tipp.'] } },
    }
    const { status, errors } = await refused(put(box, 'de', body))
    expect(status).toBe(422)
    expect(errors?.map(({ path }) => path).toSorted()).toEqual(
      ['/steps/999999/name', `/steps/${step?.id}/tips/0`].toSorted(),
    )
    expect(await owner.translations.list({ params: { id: box.id } })).toEqual([])
  })

  it('refuse the language of the workflow itself, a name over two lines, and what is no language', async () => {
    const box = await newBox()
    expect(await refused(put(box, 'en', { name: 'Box' }))).toMatchObject({
      status: 422,
      detail: `“${box.name}” itself is written in en: change those texts in the workflow.`,
    })
    expect(await refused(put(box, 'de', { name: 'Die\nKiste' }))).toMatchObject({ status: 422 })
    expect(await refused(put(box, 'de_DE', { name: 'Kiste' }))).toMatchObject({ status: 422 })
    expect(await refused(put(box, 'de', { name: 'x'.repeat(201) }))).toMatchObject({ status: 422 })
  })

  it('refuse halves of characters, unknown fields, and ids that are none', async () => {
    const box = await newBox()
    const attempt = async (body: unknown) =>
      refusalOf(await send(app, `/workflows/${box.id}/translations/de`, { method: 'PUT', body, token: owning.token }))
    expect(await attempt('{"name": "half \\ud800"}')).toMatchObject({ status: 422 })
    expect(await attempt({ title: 'Kiste' })).toMatchObject({ status: 422 })
    expect(await attempt({ steps: { one: { name: 'Eins' } } })).toMatchObject({ status: 422 })
    expect(await attempt('{"steps": {"__proto__": {"name": "Eins"}}}')).toMatchObject({ status: 422 })
    expect(await attempt({ name: 'Kiste', texts: [] })).toMatchObject({ status: 422 })
  })

  it('let whoever may edit write, whoever may read read, and to others they do not exist', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'de' }
    await put(box, 'de', { name: 'Kiste' })
    const { db } = app.context
    await db.updateTable('workflows').set({ visibility: 'shared' }).where('id', '=', box.id).execute()
    const attempts = async (client: Client) => {
      const statusOf = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 200,
          (error: ApiError) => error.status,
        )
      return [
        await statusOf(client.translations.list({ params: { id: box.id } })),
        await statusOf(client.translations.get({ params })),
        await statusOf(client.translations.put({ params, body: { name: 'Kiste' } })),
        await statusOf(client.translations.delete({ params: { id: box.id, locale: 'it' } })),
      ]
    }
    const sharedAs = async (permission: 'read' | 'execute' | 'edit') => {
      const user = await app.createUser()
      await db.insertInto('workflow_shares').values({ workflow_id: box.id, user_id: user.id, permission }).execute()
      return app.client(user.token)
    }
    expect(await attempts(owner)).toEqual([200, 200, 200, 404])
    expect(await attempts(admin)).toEqual([200, 200, 200, 404])
    expect(await attempts(await sharedAs('edit'))).toEqual([200, 200, 200, 404])
    expect(await attempts(await sharedAs('execute'))).toEqual([200, 200, 403, 403])
    expect(await attempts(await sharedAs('read'))).toEqual([200, 200, 403, 403])
    expect(await attempts(app.client((await app.createUser()).token))).toEqual([404, 404, 404, 404])
    expect(await attempts(app.client())).toEqual([401, 401, 401, 401])
  })

  it('refuse a change that was decided on another version of the workflow', async () => {
    const box = await newBox()
    const stale = owner.translations.put({ params: { id: box.id, locale: 'de' }, body: {} }, { ifMatch: '"77"' })
    expect(await refused(stale)).toMatchObject({ status: 412, code: 'request.precondition_failed' })
  })

  it('go out to translators as CSV with all sources, and come back as they were, formulas and quotes included', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'de' }
    const step = stepNamed(box, 'Cut boards')
    const odd = '=cmd|"/c calc"!A0; „Bretter“,\nzwei Zeilen'
    await put(box, 'de', { steps: { [step.id]: { name: "'Sägen", instructions: odd } } })
    const text = (await owner.translations.get({ params, query: { format: 'csv' } })) as unknown as string
    expect(text.startsWith('part,id,field,source,translation,status\r\n')).toBe(true)
    expect(text).toContain(`"'=cmd|""/c calc""!A0; „Bretter“,\nzwei Zeilen"`)
    expect(text).not.toMatch(/(^|,|\n)"?=/)

    await owner.translations.delete({ params })
    const report = (await owner.translations.put({ params, body: csv(text) })) as TranslationReport
    const all = (await file(box, 'de')).texts
    expect(report).toMatchObject({ taken: 2, outdated: 0, blank: all.length - 2, unknown_count: 0, done: 2 })
    expect(await owner.translations.get({ params })).toMatchObject({
      steps: { [step.id]: { name: "'Sägen", instructions: odd } },
    })
  })

  it('take a table as spreadsheets write it: semicolons, other columns first, rows of parts that are gone', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'es' }
    const step = stepNamed(box, 'Cut boards')
    const rows = [
      'translation;id;field;part;remark',
      `Cortar tablas;${step.id};name;step;?`,
      `;${step.id};instructions;step;not yet`,
      `Nada;999999;name;step;`,
      '',
      `Cortar tablas;${step.id};name;step;the same again`,
    ]
    const report = (await owner.translations.put({ params, body: csv(rows.join('\r\n')) })) as TranslationReport
    expect(report).toMatchObject({ taken: 1, outdated: 0, blank: 1, unknown_count: 1, done: 1 })
    expect(report.unknown).toEqual([{ place: 'line 4', message: 'The workflow has no text step 999999 name.' }])
  })

  it('mark as outdated what a translator made from an older text, and leave alone what the file does not hold', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'de' }
    await put(box, 'de', { name: 'Kiste' })
    const before = await file(box, 'de')
    await owner.workflows.update({ params: { id: box.id }, body: { description: 'Changed meanwhile.' } })
    const texts = before.texts
      .filter(({ field, part }) => part === 'workflow' && field === 'description')
      .map(text => ({ ...text, translation: 'Eine Kiste zum Prüfen.' }))
    const report = (await owner.translations.put({ params, body: { texts } })) as TranslationReport
    expect(report).toMatchObject({ taken: 1, outdated: 1, done: 2 })
    expect((await file(box, 'de')).texts.slice(0, 2).map(({ translation, status }) => [translation, status])).toEqual([
      ['Kiste', 'current'],
      ['Eine Kiste zum Prüfen.', 'outdated'],
    ])
  })

  it('take nothing of a table that contradicts itself or cannot be read, and say where', async () => {
    const box = await newBox()
    const params = { id: box.id, locale: 'de' }
    const attempt = async (text: string | Uint8Array) => refused(owner.translations.put({ params, body: csv(text) }))
    const head = 'part,id,field,translation\n'
    const name = `workflow,${box.id},name`
    expect(await attempt(`${head}${name},Kiste\n${name},Truhe\n`)).toMatchObject({
      status: 422,
      detail: 'At line 3: It translates `name` of the workflow, and so does line 2, with another text.',
    })
    expect(await attempt(`${head}${name},"Kiste\n`)).toMatchObject({ status: 422 })
    expect(await attempt('Kiste\n')).toMatchObject({
      detail:
        'The first line has to name the columns part, id, field, source, translation, status; part, id, field, translation are not there.',
    })
    expect(await attempt('')).toMatchObject({ status: 422 })
    expect(await attempt(`${head}${name},Ki\u0007ste\n`)).toMatchObject({
      detail: 'At line 2: The translation of `name` of the workflow contains control characters.',
    })
    expect(await attempt(Uint8Array.of(0xff, 0xfe, 0x4b))).toMatchObject({ status: 400, code: 'request.malformed' })
    const other = owner.translations.put({ params, body: new RawBody('text/html', Uint8Array.of(60)) })
    expect(await refused(other)).toMatchObject({
      status: 415,
      detail: 'Taken are application/json and text/csv: send the body with the “content-type” that it has.',
    })
    expect(await owner.translations.list({ params: { id: box.id } })).toEqual([])
  })
})
