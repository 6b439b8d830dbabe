import type { Client } from '@hidesync/contract/client'
import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { copyDefinition } from '@hidesync/domain/presets/copy-definition'
import { presetToDefinition } from '@hidesync/domain/presets/preset-to-definition'
import type { Preset } from '@hidesync/domain/presets/preset'
import { importedTranslations } from '@hidesync/domain/presets/translation-ids'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { send } from '../testing/answers.ts'
import { fullPreset } from '../testing/full-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0
const newName = () => `Case ${++made}`

const presetOf = (value: unknown): Preset => {
  const checked = checkPreset(value)
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors.slice(0, 3)))
  return checked.preset
}

/** Everything that a file says, with ids that count on: two files that say the same are equal. */
function saidBy(value: unknown) {
  const { preset_info, workflow, required_resources, metadata } = presetOf(value)
  const counter =
    (last = 0) =>
    () =>
      (last += 1)
  const definition = copyDefinition(presetToDefinition({ workflow }, counter(1000)), counter())
  const { export_format_version: _version, exported_at: _at, original_workflow_id: _id, ...kept } = metadata
  return {
    preset_info,
    required_resources,
    kept,
    definition,
    theme: workflow.theme,
    default_locale: workflow.default_locale,
    has_multiple_outcomes: workflow.has_multiple_outcomes,
    translations: importedTranslations(workflow, definition),
  }
}

describeEachEngine('a preset with everything in it', engine => {
  let app: TestApp
  let admin: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  /** The rows of every table but those that requests themselves are told by. */
  async function countRows(): Promise<Record<string, number>> {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(app.context.db)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(
        app.context.db,
      )
      counts[name] = rows[0]?.n ?? 0
    }
    return counts
  }
  const exported = async (id: number, format: 'json' | 'yaml' = 'json') => {
    const response = await send(app, `/workflows/${id}/export?format=${format}`, { method: 'GET' })
    expect(response.status).toBe(200)
    return response.text()
  }
  const imported = async (text: string, type: string): Promise<JsonObject & { id: number; name: string }> => {
    const response = await send(app, '/workflows/import?on_conflict=rename', {
      body: text,
      headers: { 'content-type': type },
    })
    expect(response.status).toBe(201)
    return (await response.json()) as JsonObject & { id: number; name: string }
  }
  /** The file under the name that an import gave it. */
  const named = (value: JsonObject, name: string): JsonObject => ({
    ...value,
    preset_info: { ...(value['preset_info'] as JsonObject), name },
  })

  it('is exported as it was imported, and again as JSON and as YAML', async () => {
    const name = newName()
    const file = fullPreset(name)
    const { id, warnings } = await admin.presets.import({ body: file })
    expect(warnings.filter(({ code }) => code.startsWith('preset.'))).toEqual([])
    const json = await exported(id)
    const first = JSON.parse(json) as JsonObject
    // What the project needs in all is what the steps need, and what the author listed beside it.
    const needs = {
      materials: ['Calf leather', 'Beeswax'],
      tools: ['Round knife', 'Apron'],
      documentation: ['Pattern A4'],
    }
    for (const [section, names] of Object.entries(needs))
      expect(
        (first['required_resources'] as Record<string, { name: string }[]>)[section]?.map(one => one.name),
      ).toEqual(names)
    expect({ ...saidBy(first), required_resources: null }).toEqual({ ...saidBy(file), required_resources: null })
    for (const [text, type] of [
      [json, 'application/json'],
      [await exported(id, 'yaml'), 'application/yaml'],
    ] as const) {
      const again = await imported(text, type)
      expect(again.name).not.toBe(name)
      const second = JSON.parse(await exported(again.id)) as JsonObject
      expect(saidBy(second)).toEqual(saidBy(named(first, again.name)))
    }
  })

  it('can be read in each of its languages', async () => {
    const { id } = await admin.presets.import({ body: fullPreset(newName()) })
    const inLocale = async (locale: string) =>
      (await (await send(app, `/workflows/${id}?locale=${locale}`, { method: 'GET' })).json()) as Workflow
    const german = await inLocale('de')
    expect([german.name, german.steps[0]?.name, german.steps[0]?.tips]).toEqual([
      'Etui',
      'Vorbereiten',
      ['Lass dir Zeit'],
    ])
    expect(german.paths[0]?.name).toBe('Der schnelle Weg')
    expect((await inLocale('ar')).steps[1]?.name).toBe('قصّ')
    expect((await inLocale('pt-BR')).steps[4]?.name).toBe('Colar')
  })

  it('leaves out translations and theme on request, on the way in and on the way out', async () => {
    const bare = await admin.presets.import({
      body: fullPreset(newName()),
      query: { translations: false, theme: false },
    })
    expect(JSON.parse(await exported(bare.id))).toMatchObject({ workflow: { translations: {}, theme: null } })
    const { id } = await admin.presets.import({ body: fullPreset(newName()) })
    const without = await admin.presets.export({ params: { id }, query: { translations: false, theme: false } })
    expect(without).toMatchObject({ workflow: { translations: {}, theme: null } })
    expect(JSON.parse(await exported(id))).toMatchObject({ workflow: { theme: { name: 'Cobbler’s own' } } })
  })

  it('imported twice gives two workflows that know nothing of each other', async () => {
    const [one, other] = [
      await admin.presets.import({ body: fullPreset(newName()) }),
      await admin.presets.import({ body: fullPreset(newName()) }),
    ]
    const before = await exported(other.id)
    const detail = await admin.workflows.get({ params: { id: one.id } })
    const ids = async (id: number) => {
      const { steps, connections, outcomes, paths } = await admin.workflows.get({ params: { id } })
      return [
        ...[...steps, ...connections, ...outcomes, ...paths].map(part => part.id),
        ...steps.flatMap(step => [...step.resources, ...step.decision_options].map(part => part.id)),
      ]
    }
    // The same look is one theme; all else is its own.
    expect((await admin.workflows.get({ params: { id: other.id } })).theme_id).toBe(detail.theme_id)
    expect(new Set(await ids(one.id)).size).toBeGreaterThan(20)
    const steps = new Set(detail.steps.map(step => step.id))
    expect((await admin.workflows.get({ params: { id: other.id } })).steps.filter(step => steps.has(step.id))).toEqual(
      [],
    )
    const { connections, outcomes } = detail
    await admin.revisions.save({ params: { id: one.id }, body: { steps: [], connections: [], outcomes: [] } })
    expect([connections.length, outcomes.length]).toEqual([9, 2])
    await admin.workflows.delete({ params: { id: one.id } })
    const { exported_at: _a, ...after } = (JSON.parse(await exported(other.id)) as { metadata: JsonObject }).metadata
    const { exported_at: _b, ...kept } = (JSON.parse(before) as { metadata: JsonObject }).metadata
    expect(after).toEqual(kept)
    expect(saidBy(JSON.parse(await exported(other.id)))).toEqual(saidBy(JSON.parse(before)))
  })

  it('is not stored on a dry run, nor where its name is taken: not a row of any table', async () => {
    const body = fullPreset(newName())
    const { id } = await admin.presets.import({ body })
    const before = await countRows()
    expect(Object.keys(before).length).toBeGreaterThan(20)
    expect(before['workflow_steps']).toBeGreaterThan(0)
    const trial = await admin.presets.import({ body: fullPreset(newName()), query: { dry_run: true } })
    expect(trial).toMatchObject({ step_count: 8 })
    const renamed = await admin.presets.import({ body, query: { dry_run: true, on_conflict: 'rename' } })
    expect(renamed.name).toBe(`${(body['preset_info'] as { name: string }).name} (2)`)
    for (const query of [{}, { dry_run: true }]) {
      const error = await refusal(admin.presets.import({ body, query }))
      expect([error.status, error.code]).toEqual([409, 'workflow.name_taken'])
    }
    expect(await countRows()).toEqual(before)
    expect((await admin.workflows.get({ params: { id } })).steps).toHaveLength(8)
  })

  it('is refused for colours that no theme may have, in the words in which the themes refuse them', async () => {
    const withColors = (color_scheme: JsonObject): JsonObject => {
      const file = fullPreset(newName())
      const workflow = file['workflow'] as JsonObject
      return { ...file, workflow: { ...workflow, theme: { name: 'Odd', color_scheme } } }
    }
    for (const colors of [
      { primary: 'brown' },
      { primary: '#8A4B16', accent: 7, shade: 1 },
      { primary: '#8A4B16', step_types: { Tool: '#000000', time: '#12345' } },
      { version: 2, primary: '#8A4B16' },
    ] as JsonObject[]) {
      const before = await countRows()
      const inFile = (await refusal(admin.presets.import({ body: withColors(colors) }))).body.errors
      const byItself = (await refusal(admin.themes.create({ body: { name: 'Odd', color_scheme: colors } }))).body.errors
      expect(inFile?.map(({ path, message }) => ({ path, message }))).toEqual(
        byItself?.map(({ path, message }) => ({ path: `/workflow/theme${path}`, message })),
      )
      expect(await countRows()).toEqual(before)
    }
  })

  it('is taken with the colours of older files, and says what it took otherwise', async () => {
    const file = fullPreset(newName())
    const color_scheme = { primary: '#7a1f2b', secondary: '#1f5fa8', background: '#ffffff', text: '#000000' }
    const body = { ...file, workflow: { ...(file['workflow'] as JsonObject), theme: { name: 'Old', color_scheme } } }
    const { id, warnings } = await admin.presets.import({ body })
    expect(warnings.filter(({ code }) => code === 'preset.theme_colors')).toEqual(
      (await admin.presets.validate({ body })).warnings.filter(({ code }) => code === 'preset.theme_colors'),
    )
    expect(warnings.filter(({ code }) => code === 'preset.theme_colors').map(({ message }) => message)).toEqual([
      '“secondary” was taken as the accent.',
      '“background” was left out: the app’s own surfaces keep everything readable.',
      '“text” was left out: the app’s own surfaces keep everything readable.',
    ])
    const { theme_id } = await admin.workflows.get({ params: { id } })
    const theme = await admin.themes.get({ params: { id: theme_id ?? 0 } })
    expect(theme.color_scheme).toEqual({ version: 1, primary: '#7A1F2B', accent: '#1F5FA8', step_types: {} })
    for (const { light, dark } of Object.values(theme.derived))
      expect(Math.min(light.contrast, dark.contrast)).toBeGreaterThanOrEqual(4.5)
    // Another theme under the same name gets a free one.
    const other = { ...body, preset_info: { name: newName() } }
    const workflow = { ...(other.workflow as JsonObject), theme: { name: 'Old', color_scheme: { primary: '#123456' } } }
    const second = await admin.presets.import({ body: { ...other, workflow } })
    const { theme_id: another } = await admin.workflows.get({ params: { id: second.id } })
    expect((await admin.themes.get({ params: { id: another ?? 0 } })).name).toBe('Old (2)')
  })
})
