import type { Client } from '@hidesync/contract/client'
import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { PresetLibrary } from './preset-library.ts'
import { loadSamplePresets } from './sample-presets.ts'

let made = 0
const newName = () => `Box ${++made}`

type Box = ReturnType<typeof boxPreset>
type Loose = Record<string, never>

/** The box with one part replaced; `undefined` takes the field out. */
function withChange(path: string, value: unknown): JsonValue {
  const preset = structuredClone(boxPreset(newName())) as unknown as Loose
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Loose>((at, key) => at[key] as unknown as Loose, preset)
  if (value === undefined) delete parent[last]
  else parent[last] = value as never
  return preset
}

/** All that comes with the installation, by file name. */
const samples = readdirSync(new URL('../../../../presets/', import.meta.url))
  .filter(file => file.endsWith('.json'))
  .toSorted()

describe('presets', () => {
  let app: TestApp
  let admin: Client
  let maker: Client

  beforeAll(async () => {
    app = await startTestApp()
    admin = app.client(app.admin.token)
    maker = app.client((await app.createUser({ email: 'maker@example.org' })).token)
  })
  afterAll(() => app.close())

  const sample = async (file: string) =>
    JSON.parse(await readFile(join(app.context.config.workflows.presetDirectory, file), 'utf8')) as Box
  const exportOf = async (id: number) => (await admin.presets.export({ params: { id } })) as JsonObject
  const countRows = async () => {
    const { db } = app.context
    const tables = ['workflows', 'workflow_steps', 'workflow_step_connections', 'workflow_outcomes', 'outbox'] as const
    const counts = await Promise.all(tables.map(table => db.selectFrom(table).select('id').execute()))
    return counts.map(rows => rows.length)
  }

  it('lists what comes with the installation', async () => {
    const library = await maker.presets.library()
    expect(library.map(({ file }) => file)).toEqual(samples)
    const [wallet, box] = ['basic_leather_project.json', 'simple_woodworking.json'].map(file =>
      library.find(item => item.file === file),
    )
    expect(wallet).toMatchObject({
      name: 'Basic Leather Wallet',
      difficulty: 'beginner',
      estimated_time: 240,
      step_count: 12,
    })
    expect(box).toMatchObject({
      name: 'Simple Wooden Box',
      difficulty: 'intermediate',
      estimated_time: 360,
      step_count: 18,
    })
  })

  describe.each(samples)('the sample %s', file => {
    it('imports, validates clean, and exports to the same graph', async () => {
      const preset = await sample(file)
      const workflow = await admin.presets.import({ body: preset, query: { on_conflict: 'rename' } })
      expect(workflow).toMatchObject({
        status: 'draft',
        visibility: 'private',
        description: preset.preset_info.description,
        difficulty_level: preset.preset_info.difficulty,
        estimated_duration: preset.preset_info.estimated_time,
        step_count: preset.workflow.steps.length,
      })
      const report = await admin.workflows.validation({ params: { id: workflow.id } })
      expect(report).toMatchObject({ valid: true, errors: [], warnings: [] })

      const exported = await exportOf(workflow.id)
      const again = await admin.presets.import({ body: exported, query: { on_conflict: 'rename' } })
      const exportedAgain = await exportOf(again.id)
      expect(exportedAgain['workflow']).toEqual({ ...(exported['workflow'] as object), name: again.name })
      expect(exportedAgain['required_resources']).toEqual(exported['required_resources'])
      const { steps } = exported['workflow'] as unknown as { steps: { name: string }[] }
      expect(steps.map(({ name }) => name)).toEqual(preset.workflow.steps.map(({ name }) => name))
    })

    it('can be published as it is', async () => {
      const { id } = await admin.presets.import({ body: await sample(file), query: { on_conflict: 'rename' } })
      expect(await admin.workflows.publish({ params: { id } })).toMatchObject({ status: 'published' })
    })
  })

  describe('import', () => {
    it.each([
      ['/preset_info', undefined, 'Missing required section: preset_info'],
      ['/workflow', undefined, 'Missing required section: workflow'],
      ['/preset_info/name', '', 'Preset info must include a name'],
      ['/workflow/steps', [], 'Workflow must include steps'],
      ['/workflow/steps', undefined, 'Workflow must include steps'],
      ['/workflow/steps/2/name', undefined, 'Step 3 must have a name'],
      ['/workflow/steps/2/step_type', undefined, 'must have a step_type'],
      ['/workflow/steps/2/step_type', 'dance', 'must be one of instruction, material'],
      ['/workflow/connections/0/source_step', 77, 'Invalid source step in connection: 77'],
      ['/workflow/connections/0/target_step', 77, 'Invalid target step in connection: 77'],
      ['/workflow/steps/2/colour', 'red', 'unknown field "colour"'],
      ['/workflow/steps/2/estimated_duration', 90_000, 'from 0 to 86,400'],
      ['/workflow/connections/0/condition', { size: { near: 1 } }, 'near'],
    ])('refuses a preset whose %s is %j, and makes nothing', async (path, value, sentence) => {
      const before = await countRows()
      const body = withChange(path, value)
      const error = await refusal(admin.presets.import({ body }))
      expect([error.status, error.code]).toEqual([400, 'preset.invalid'])
      expect(error.message).toMatch(/^The preset can not be imported: /)
      expect(error.body.errors?.map(({ message }) => message).join('\n')).toContain(sentence)
      expect(await countRows()).toEqual(before)
      const report = await maker.presets.validate({ body })
      expect(report.valid).toBe(false)
      expect(report.errors).toEqual(error.body.errors)
    })

    it('refuses a cycle without a loop connection', async () => {
      const body = boxPreset(newName())
      body.workflow.connections.push({ source_step: 5, target_step: 1, connection_type: 'sequential' })
      const error = await refusal(admin.presets.import({ body }))
      expect(error.body.errors?.map(({ code }) => code)).toContain('WF-G06')
    })

    it('takes any JSON for a preset with findings', async () => {
      for (const body of [1, 'preset', true, [], {}, [[]]] as JsonValue[]) {
        const report = await maker.presets.validate({ body })
        expect(report).toMatchObject({ valid: false, warnings: [] })
        expect(report.errors.length).toBeGreaterThan(0)
        expect((await refusal(admin.presets.import({ body }))).code).toBe('preset.invalid')
      }
    })

    it('says 409 where the name is taken, or counts up on request', async () => {
      const name = newName()
      await admin.presets.import({ body: boxPreset(name) })
      const error = await refusal(admin.presets.import({ body: boxPreset(name) }))
      expect([error.status, error.code]).toEqual([409, 'workflow.name_taken'])
      expect(error.message).toContain('on_conflict=rename')
      const again = () => admin.presets.import({ body: boxPreset(name), query: { on_conflict: 'rename' } })
      const renamed = await Promise.all([again(), again()])
      expect(renamed.map(workflow => workflow.name).toSorted()).toEqual([`${name} (2)`, `${name} (3)`])
    })

    it('keeps a free name as it is, also with on_conflict=rename', async () => {
      const name = newName()
      const body = boxPreset(name)
      expect(await admin.presets.import({ body, query: { on_conflict: 'rename' } })).toMatchObject({ name })
    })

    it('stores nothing on a dry run, but answers as if', async () => {
      const name = newName()
      const before = await countRows()
      const trial = await admin.presets.import({ body: boxPreset(name), query: { dry_run: true } })
      expect(trial).toMatchObject({ name, step_count: 8 })
      expect(await countRows()).toEqual(before)
      expect((await refusal(admin.workflows.get({ params: { id: trial.id } }))).status).toBe(404)
      await admin.presets.import({ body: boxPreset(name) })
      const error = await refusal(admin.presets.import({ body: boxPreset(name), query: { dry_run: true } }))
      expect(error.code).toBe('workflow.name_taken')
    })

    it('is for superusers, who say how others could', async () => {
      const error = await refusal(maker.presets.import({ body: boxPreset(newName()) }))
      expect([error.status, error.code]).toEqual([403, 'access.forbidden'])
      expect(error.message).toContain('WORKFLOW_IMPORT_POLICY')
    })

    it('makes one workflow for one Idempotency-Key', async () => {
      const body = boxPreset(newName())
      const first = await admin.presets.import({ body }, { idempotencyKey: 'import-once' })
      expect(await admin.presets.import({ body }, { idempotencyKey: 'import-once' })).toEqual(first)
    })

    it('writes 1,000 steps at once', async () => {
      const steps = Array.from({ length: 1000 }, (_, i) => ({
        id: i + 1,
        name: `Step ${i + 1}`,
        step_type: 'instruction',
      }))
      const connections = steps.slice(1).map(({ id }) => ({ source_step: id - 1, target_step: id }))
      const body = { preset_info: { name: newName() }, workflow: { steps, connections, outcomes: [] } }
      const { id, step_count } = await admin.presets.import({ body })
      expect(step_count).toBe(1000)
      expect((await admin.workflows.get({ params: { id } })).connections).toHaveLength(999)
    })
  })

  describe('export', () => {
    it('tells where it comes from and keeps what the author put into the file', async () => {
      const body = {
        ...boxPreset(newName()),
        required_resources: { materials: [{ name: 'Oak', quantity: 2, unit: 'm' }], tools: ['Saw'], documentation: [] },
        metadata: { created_by: 'someone', safety: ['Goggles'], version: '3' },
      }
      const { id, name } = await admin.presets.import({ body })
      const file = await exportOf(id)
      expect(file['preset_info']).toMatchObject({
        name,
        description: 'A box for tests.',
        difficulty: 'beginner',
        estimated_time: 60,
      })
      expect(file['metadata']).toEqual({
        created_by: 'someone',
        safety: ['Goggles'],
        version: '3',
        export_format_version: '1.0',
        exported_at: expect.any(String),
        original_workflow_id: id,
      })
      expect(file['required_resources']).toMatchObject({
        materials: [{ name: 'Oak', quantity: 2 }],
        tools: [{ name: 'Saw' }],
      })
      const check = await maker.presets.validate({ body: file })
      expect(check).toMatchObject({ valid: true, errors: [] })
    })

    it('needs edit permission', async () => {
      const { id, name } = await admin.presets.import({ body: boxPreset(newName()) })
      expect((await refusal(maker.presets.export({ params: { id } }))).status).toBe(404)
      await admin.workflows.update({ params: { id }, body: { visibility: 'public' } })
      const error = await refusal(maker.presets.export({ params: { id } }))
      expect([error.status, error.code]).toEqual([403, 'access.forbidden'])
      expect(error.message).toContain(`You may see “${name}” but not export it.`)
    })
  })
})

describe('presets where everybody may import', () => {
  it('import into private workflows of one’s own', async () => {
    const app = await startTestApp({ config: { workflows: { ...loadConfig({}).workflows, importPolicy: 'users' } } })
    try {
      const user = await app.createUser({ email: 'maker@example.org' })
      const workflow = await app.client(user.token).presets.import({ body: boxPreset(newName()) })
      expect(workflow).toMatchObject({ created_by: user.id, visibility: 'private', status: 'draft' })
    } finally {
      await app.close()
    }
  })
})

describe('the sample presets at the first start', () => {
  it('are published templates for everybody, loaded once', async () => {
    const app = await startTestApp({ samples: true })
    try {
      const user = await app.createUser({ email: 'maker@example.org' })
      const templates = await app.client(user.token).workflows.templates()
      const names = templates.map(({ name }) => name)
      expect(names).toHaveLength(samples.length)
      expect(names).toEqual(expect.arrayContaining(['Basic Leather Wallet', 'Simple Wooden Box']))
      for (const template of templates)
        expect(template).toMatchObject({
          status: 'published',
          visibility: 'public',
          revision: 1,
          created_by: app.admin.id,
          permissions: ['read', 'execute', 'duplicate'],
        })
      for (const { id } of templates) await app.client(app.admin.token).workflows.delete({ params: { id } })
      const library = new PresetLibrary(app.context.config.workflows.presetDirectory)
      const again = await loadSamplePresets({ db: app.context.db, library, owner_id: app.admin.id })
      expect(again).toEqual({ loaded: [], refused: [] })
    } finally {
      await app.close()
    }
  })
})
