import type { Client } from '@hidesync/contract/client'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

const step = (id: number, more: object = {}) => ({
  id,
  name: `Step ${id}`,
  step_type: 'instruction',
  instructions: 'Do it.',
  estimated_duration: 5,
  ...more,
})
const end = (id: number) => step(id, { step_type: 'outcome', outcome: 'Box' })
const decision = (id: number, actions: readonly object[]) =>
  step(id, {
    step_type: 'decision',
    decision_options: actions.map((result_action, index) => ({
      option_text: `Way ${index + 1}`,
      result_action,
      is_default: index === 0,
    })),
  })
const goto = (id: number) => ({ goto_step: id })
const way = (source_step: number, target_step: number, more: object = {}) => ({ source_step, target_step, ...more })
const graph = (steps: readonly object[], connections: readonly object[], more: object = {}) => ({
  steps,
  connections,
  outcomes: [{ name: 'Box', is_default: true, success_criteria: ['Square'] }],
  ...more,
})

/** For each code a graph that is saved although the validation calls it an error. `tool`: one that is retired afterwards. */
const stored: Readonly<Record<string, (tool: number) => object>> = {
  'WF-G01': () => graph([], []),
  'WF-G03': () => graph([step(1), end(2), step(3)], [way(1, 2)]),
  'WF-G04': () => graph([step(1), end(2), step(3)], [way(1, 2), way(1, 3)]),
  'WF-G05': () =>
    graph(
      [step(1), decision(2, [goto(3), goto(3)]), decision(3, [goto(2), goto(4)]), end(4)],
      [way(3, 2, { connection_type: 'loop', max_iterations: 2 })],
    ),
  'WF-G06': () => graph([step(1), step(2), end(3)], [way(1, 2), way(2, 3), way(2, 1, { connection_type: 'loop' })]),
  'WF-G08': () => graph([step(1), end(2)], [way(1, 2), way(1, 2)]),
  'WF-G15': () =>
    graph(
      [step(1), decision(2, [goto(1), goto(1)]), end(3)],
      [way(1, 2), way(2, 1, { connection_type: 'loop', max_iterations: 2 })],
    ),
  'WF-D01': () => graph([step(1), decision(2, [goto(3)]), end(3)], [way(1, 2)]),
  'WF-D02': () =>
    graph([decision(1, [goto(2), { set_variable: { a: 1 } }]), end(2)], [way(1, 2, { connection_type: 'choice' })]),
  'WF-C01': () => graph([step(1), end(2)], [way(1, 2, { connection_type: 'conditional' })]),
  'WF-C02': () => graph([step(1), end(2)], [way(1, 2, { connection_type: 'conditional', condition: { a: 1 } })]),
  'WF-S03': () => graph([step(1), end(2)], [way(1, 2, { min_lag: 9, max_lag: 3 })]),
  'WF-R01': () => graph([step(1, { resources: [{ resource_type: 'material', name: 'Oak' }] }), end(2)], [way(1, 2)]),
  'WF-R03': tool =>
    graph([step(1, { resources: [{ resource_type: 'tool', name: 'Saw', tool_id: tool }] }), end(2)], [way(1, 2)]),
  'WF-X01': () => graph([step(1, { step_type: 'inspection', instructions: null }), end(2)], [way(1, 2)]),
}

/** Codes of errors that saving refuses already, with a graph that would have them. */
const refusedOnSaving: Readonly<Record<string, object>> = {
  'WF-L01': graph(
    [step(1, { resources: Array.from({ length: 201 }, () => ({ resource_type: 'tool', name: 'Saw' })) })],
    [],
  ),
  'WF-S01': graph([step(1, { name: ' ' }), end(2)], [way(1, 2)]),
  'WF-P01': graph([step(1), end(2)], [way(1, 2)], { paths: [{ name: 'Way', steps: [{ step: 7 }] }] }),
  'WF-P03': graph([step(1), end(2)], [way(1, 2)], { paths: [{ name: '', steps: [] }] }),
}

/** Codes of which docs/validation.md says that they can be errors; those of handlers are what the handler says. */
const documentedErrors = readFileSync(fromRoot('docs/validation.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, code = '', severity = ''] = line.split('|').map(cell => cell.trim())
    return code.startsWith('WF-') && /error|fatal|handler/.test(severity) ? [code] : []
  })

it('looks at every code that docs/validation.md calls an error', () => {
  expect(documentedErrors.length).toBeGreaterThan(15)
  expect([...Object.keys(stored), ...Object.keys(refusedOnSaving)].toSorted()).toEqual(documentedErrors.toSorted())
})

describeEachEngine('publishing and the validation', engine => {
  let app: TestApp
  let admin: Client
  let made = 0

  const newWorkflow = async (body: object) => {
    const name = `Findings ${++made}`
    const { id } = await admin.workflows.create({ body: { name, description: 'A box.' } })
    await admin.revisions.save({ params: { id }, body: body as never })
    return id
  }
  const newTool = () =>
    app.context.db
      .insertInto('tools')
      .columns(['workshop_id', 'name'])
      .expression(query =>
        query
          .selectFrom('workshops')
          .select(['id', eb => eb.val(`Saw ${made}`).as('name')])
          .limit(1),
      )
      .returning('id')
      .executeTakeFirstOrThrow()

  beforeAll(async () => {
    const modules = { STEP_TYPE_MODULES: fromRoot('examples/custom-step-type/inspection.mjs') }
    const workflows = { ...loadConfig(modules).workflows, presetDirectory: fromRoot('presets') }
    app = await startTestApp({ engine, config: { workflows } })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  describe.each(Object.entries(stored))('%s', (code, build) => {
    it('blocks publishing and “status: published” with the very findings that the validation tells', async () => {
      const tool = await newTool()
      const params = { id: await newWorkflow(build(tool.id)) }
      await app.context.db.updateTable('tools').set({ status: 'retired' }).where('id', '=', tool.id).execute()
      const { valid, errors } = await admin.workflows.validation({ params })
      expect(valid).toBe(false)
      expect(errors.map(error => error.code)).toContain(code)
      const told = errors.map(({ path, code: same, message }) => ({ path, code: same, message }))

      const blocked = async (attempt: Promise<unknown>) => {
        const { status, code: reason, body } = await refusal(attempt)
        expect([status, reason]).toEqual([400, 'workflow.not_publishable'])
        return body.errors?.filter(error => error.code?.startsWith('publish.') !== true)
      }
      expect(await blocked(admin.workflows.publish({ params }))).toEqual(told)
      await admin.workflows.update({ params, body: { status: 'active' } })
      expect(await blocked(admin.workflows.update({ params, body: { status: 'published' } }))).toEqual(told)
      expect(await admin.workflows.get({ params })).toMatchObject({
        status: 'active',
        is_template: false,
        revision: null,
      })
    })
  })

  it.each(Object.entries(refusedOnSaving))('%s never comes to that: it is refused on saving', async (_, body) => {
    const { status } = await refusal(newWorkflow(body))
    expect([400, 422]).toContain(status)
  })

  it('are of one mind about warnings, which publishing tells of and does not mind', async () => {
    const { id } = await admin.presets.import({ body: boxPreset(`Findings ${++made}`) })
    await admin.translations.put({ params: { id, locale: 'de' }, body: { name: 'Kiste' } })
    const { warnings } = await admin.workflows.validation({ params: { id } })
    expect(warnings.map(({ code }) => code)).toContain('WF-T01')
    const published = await admin.workflows.publish({ params: { id } })
    expect(published).toMatchObject({ id, status: 'published' })
    expect(published.warnings).toEqual(warnings)
  })
})
