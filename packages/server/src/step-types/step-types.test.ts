import type { ApiError, Client } from '@hidesync/contract/client'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { loadStepTypes } from './load-step-types.ts'

const example = fileURLToPath(new URL('../../../../examples/custom-step-type/inspection.mjs', import.meta.url))
const presets = fileURLToPath(new URL('../../../../presets', import.meta.url))

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    ({ status, code, body }: ApiError) => ({ status, code, detail: body.detail }),
  )

const inspected = (name: string, step: Record<string, unknown>) => ({
  preset_info: { name, description: 'With an inspection.' },
  workflow: {
    name,
    steps: [
      { id: 1, name: 'Sew', step_type: 'instruction', instructions: 'Sew.', estimated_duration: 5 },
      { id: 2, name: 'Inspect', step_type: 'inspection', estimated_duration: 2, ...step },
    ],
    connections: [{ source_step: 1, target_step: 2, connection_type: 'sequential' }],
    outcomes: [{ name: 'Done', is_default: true, success_criteria: ['Sound.'] }],
  },
  required_resources: {},
})

describeEachEngine('a custom step type', engine => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    const workflows = { ...loadConfig({ STEP_TYPE_MODULES: example }).workflows, presetDirectory: presets }
    app = await startTestApp({ engine, config: { workflows } })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('is listed with its form and its name in the caller’s language, after those of the system', async () => {
    const types = await admin.stepTypes.list()
    expect(types.map(({ code }) => code).slice(-2)).toEqual(['documentation', 'inspection'])
    expect(types.at(-1)).toMatchObject({
      display_text: 'Quality inspection',
      icon: 'search',
      is_system: false,
      has_handler: true,
      form: { required: ['passed'] },
    })
    const german = app.client((await app.createUser({ locale: 'de' })).token)
    expect((await german.stepTypes.list()).at(-1)?.display_text).toBe('Begutachtung')
    expect(await refused(app.client().stepTypes.list())).toMatchObject({ status: 401 })
  })

  it('is accepted in presets, and what it finds is shown and keeps a workflow from being published', async () => {
    const { id } = await admin.presets.import({ body: inspected('Bag', {}) })
    const { errors, warnings } = await admin.workflows.validation({ params: { id } })
    const told = (findings: readonly { code: string; message: string }[]) =>
      findings.filter(({ code }) => code === 'WF-X01').map(({ message }) => message)
    expect(told(errors)).toEqual(['“Inspect”: An inspection needs instructions: say what to look at.'])
    expect(told(warnings)).toHaveLength(1)
    expect(await refused(admin.workflows.publish({ params: { id } }))).toMatchObject({ status: 400 })
  })

  it('says what completing still needs, and takes it then; its data is no condition', async () => {
    const condition_logic = { quality_standards: { gap: 'none' }, inspection_checklist: ['Seams', 'Edges'] }
    const body = inspected('Case', { instructions: 'Look at the seams.', condition_logic })
    const { id } = await admin.presets.import({ body })
    const run = await admin.executions.start({ params: { id } })
    const complete = (data?: Record<string, boolean>) => async (step_id: number) =>
      admin.executions.complete({ params: { id: run.id, step_id }, body: data === undefined ? {} : { data } })
    const { available_steps } = await complete()(run.available_steps[0] ?? 0)
    const [inspect = 0] = available_steps
    expect(await refused(complete()(inspect))).toEqual({
      status: 400,
      code: 'execution.step_incomplete',
      detail: '“Inspect” is an inspection: say whether the piece passed (data.passed is true or false).',
    })
    expect((await complete({ passed: true })(inspect)).status).toBe('completed')
  })

  it('can not be removed while its module is loaded', async () => {
    const params = { type: 'workflow_step_type', code: 'inspection' }
    expect(await refused(admin.enums.delete({ params }))).toMatchObject({ status: 409, code: 'enum.value_in_use' })
  })
})

describe('loading step types', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hidesync-step-types-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  it('gives the types of all modules', async () => {
    expect((await loadStepTypes([example])).custom.map(({ code }) => code)).toEqual(['inspection'])
    expect((await loadStepTypes([])).custom).toEqual([])
  })

  it('refuses what can not be used, in one sentence that names the module', async () => {
    const attempts: readonly (readonly [string, string])[] = [
      ['no/such/module.mjs', 'there is no such file'],
      [written('broken.mjs', 'export const = 1'), 'it failed while it was loaded'],
      [written('throws.mjs', 'throw new Error("no network")'), 'no network'],
      [written('other.mjs', 'export const handler = {}'), 'it has no export named “stepType”'],
      [written('half.mjs', 'export const stepType = { code: "half" }'), '“icon” has to name an icon'],
    ]
    for (const [path, why] of attempts) {
      const attempt = loadStepTypes([path])
      await expect(attempt).rejects.toThrow(why)
      await expect(attempt).rejects.toMatchObject({ name: 'StepTypeModuleError' })
      await expect(attempt).rejects.toThrow(`The step type module ${path} can't be used: `)
    }
    await expect(loadStepTypes([example, example])).rejects.toThrow('another module brings the step type “inspection”')
  })
})
