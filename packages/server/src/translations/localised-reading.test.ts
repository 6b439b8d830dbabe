import type { Client } from '@hidesync/contract/client'
import type { Home } from '@hidesync/contract/executions/home.routes'
import type { Step, Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

describeEachEngine('reading in another language', engine => {
  let app: TestApp
  let admin: Client
  let box: Workflow

  /** Reads as the administrator, and gives the answer with its headers. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- It says what the test expects to read.
  const read = async <T>(path: string, acceptLanguage = '', token?: string) => {
    const headers = { 'accept-language': acceptLanguage }
    const response = await send(app, path, { method: 'GET', headers, ...(token === undefined ? {} : { token }) })
    expect(response.status).toBe(200)
    return {
      body: (await response.json()) as T,
      language: response.headers.get('content-language'),
      etag: response.headers.get('etag') ?? '',
      vary: response.headers.get('vary'),
    }
  }

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    const { id } = await admin.presets.import({ body: boxPreset('Box') })
    box = await admin.workflows.get({ params: { id } })
    const [one, two] = box.steps.map(step => String(step.id))
    await admin.translations.put({
      params: { id, locale: 'de' },
      body: { name: 'Kiste', steps: { [one ?? '']: { name: 'Bretter sägen' }, [two ?? '']: { name: 'Verbindung' } } },
    })
    await admin.translations.put({
      params: { id, locale: 'de-CH' },
      body: { steps: { [one ?? '']: { name: 'Bretter saagen' } } },
    })
    box = await admin.workflows.get({ params: { id } })
  })
  afterAll(() => app.close())

  it('shows the texts of the language asked for, those of the more general one, and the rest as written', async () => {
    const { body, language, vary } = await read<Workflow>(`/workflows/${box.id}?locale=de-ch`)
    expect(body.name).toBe('Kiste')
    expect(body.steps.slice(0, 3).map(({ name }) => name)).toEqual(['Bretter saagen', 'Verbindung', 'Cut dovetails'])
    expect({ language, vary }).toEqual({ language: 'de-CH', vary: 'Accept-Language' })
    expect({ ...body, name: box.name, steps: [], locale: undefined }).toEqual({ ...box, steps: [], locale: undefined })
  })

  it('takes the best of what a browser accepts, then the caller’s own language', async () => {
    expect((await read<Workflow>(`/workflows/${box.id}`, 'it, de;q=0.8, en;q=0.5')).body.name).toBe('Kiste')
    expect(await read<Workflow>(`/workflows/${box.id}`, 'it, en;q=0.5, de;q=0.2')).toMatchObject({
      body: { name: 'Box' },
      language: 'en',
    })
    const german = await app.createUser({ locale: 'de', is_superuser: true })
    expect((await read<Workflow>(`/workflows/${box.id}`, 'it', german.token)).body.name).toBe('Kiste')
  })

  it('gives whoever edits the texts as they were written, by naming the workflow’s own language', async () => {
    const { body, language } = await read<Workflow>(`/workflows/${box.id}?locale=${box.default_locale}`, 'de')
    expect(body).toEqual(box)
    expect(language).toBe('en')
  })

  it('has a tag of its own, which a change takes for the version that it stands for', async () => {
    const german = await read(`/workflows/${box.id}?locale=de`)
    const english = await read(`/workflows/${box.id}?locale=en`)
    expect([english.etag, german.etag]).toEqual([`"${box.version}"`, `"${box.version}-de"`])
    const known = await send(app, `/workflows/${box.id}?locale=de`, {
      method: 'GET',
      headers: { 'if-none-match': german.etag },
    })
    expect(known.status).toBe(304)
    const change = (ifMatch: string) =>
      admin.workflows.update({ params: { id: box.id }, body: { category: 'wood' } }, { ifMatch })
    const changed = await change(german.etag)
    expect(changed.name).toBe('Box')
    await expect(change(german.etag)).rejects.toMatchObject({ status: 412 })
  })

  it('shows the steps alone, and what an execution follows, does next and did', async () => {
    const steps = await read<Step[]>(`/workflows/${box.id}/steps?locale=de`)
    expect(steps.body[0]?.name).toBe('Bretter sägen')
    const run = await admin.executions.start({ params: { id: box.id } })
    const [first] = run.available_steps
    await admin.executions.complete({ params: { id: run.id, step_id: first ?? 0 } })
    const at = `/workflows/executions/${run.id}`
    const definition = await read<Workflow>(`${at}/definition?locale=de`)
    expect(definition.body.steps[0]?.name).toBe('Bretter sägen')
    expect(definition.etag).not.toBe((await read(`${at}/definition?locale=en`)).etag)
    expect((await read<Step[]>(`${at}/next-steps?locale=de`)).body.map(({ name }) => name)).toEqual(['Verbindung'])
    expect((await read(`${at}/progress?locale=de`)).body).toMatchObject({ current_step_name: 'Verbindung' })
    const german = { workflow_name: 'Kiste', progress: { current_step_name: 'Verbindung' } }
    expect((await read(at, 'de')).body).toMatchObject(german)
    expect((await read(at, 'en')).body).toMatchObject({ workflow_name: 'Box' })
    expect((await read(`${at}/pack`, 'de')).body).toMatchObject({ execution: { workflow_name: 'Kiste' } })
    expect((await read(`${at}/history?locale=de`)).body).toContainEqual(
      expect.objectContaining({ step_name: 'Bretter sägen', action_type: 'complete' }),
    )
  })

  it('calls what lies on the bench as its person reads it', async () => {
    const template = await newBox(admin)
    await admin.translations.put({ params: { id: template.id, locale: 'de' }, body: { name: 'Kästchen' } })
    await app.context.db
      .updateTable('workflows')
      .set({ status: 'published', is_template: true, visibility: 'public' })
      .where('id', '=', template.id)
      .execute()
    const run = await admin.executions.start({ params: { id: box.id } })
    await admin.executions.complete({ params: { id: run.id, step_id: run.available_steps[0] ?? 0 } })
    const home = (await read<Home>('/users/me/home', 'de')).body
    expect(home.continue[0]).toMatchObject({ workflow_name: 'Kiste', current_step_name: 'Verbindung' })
    expect(home.needs_you[0]).toMatchObject({ workflow_name: 'Kiste', step_name: 'Verbindung', reason: 'decision' })
    const other = await app.createUser()
    const suggested = (await read<Home>('/users/me/home', 'de', other.token)).body.suggested
    expect(suggested.map(({ name }) => name)).toContain('Kästchen')
    expect((await read<Home>('/users/me/home', 'en')).body.continue[0]).toMatchObject({
      workflow_name: 'Box',
      current_step_name: 'Choose joint',
    })
  })

  it('follows every change of a text at once', async () => {
    const [step] = box.steps
    const texts = { name: 'Truhe', steps: { [String(step?.id)]: { name: 'Holz sägen' } } }
    await admin.translations.put({ params: { id: box.id, locale: 'de' }, body: texts })
    const { body } = await read<Workflow>(`/workflows/${box.id}?locale=de`)
    expect([body.name, body.steps[0]?.name, body.steps[1]?.name]).toEqual(['Truhe', 'Holz sägen', 'Choose joint'])
  })
})
