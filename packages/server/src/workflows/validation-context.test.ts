import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

describe('the validation of a workflow beside what surrounds it', () => {
  let app: TestApp
  let admin: Client
  let id: number

  beforeAll(async () => {
    app = await startTestApp()
    admin = app.client(app.admin.token)
    id = (await admin.presets.import({ body: boxPreset('Box with glue') })).id
  })
  afterAll(() => app.close())

  const validation = () => admin.workflows.validation({ params: { id } })
  const workshopId = async () => {
    const { id: found } = await app.context.db.selectFrom('workshops').select('id').executeTakeFirstOrThrow()
    return found
  }
  const link = async (fields: { dynamic_material_id?: number; tool_id?: number; unit?: string }) => {
    const workflow = await admin.workflows.get({ params: { id } })
    const step = workflow.steps[0]!
    const { steps, connections, outcomes, paths } = workflow
    const resource_type = fields.tool_id === undefined ? ('material' as const) : ('tool' as const)
    const resource = { resource_type, name: 'Linked', quantity: 20, unit: 'ml', ...fields }
    const body = {
      steps: steps.map(one => (one.id === step.id ? { ...one, resources: [resource] } : one)),
      connections,
      outcomes,
      paths,
    }
    await admin.revisions.save({ params: { id }, body })
  }

  it('tells of a unit that does not convert to that of the stock', async () => {
    const { db } = app.context
    const glue = { workshop_id: await workshopId(), name: 'Hide Glue', unit: 'kg' }
    const material = await db.insertInto('dynamic_materials').values(glue).returning('id').executeTakeFirstOrThrow()
    await link({ dynamic_material_id: material.id })
    const { valid, warnings } = await validation()
    expect(valid).toBe(true)
    expect(warnings.find(({ code }) => code === 'WF-R02')?.message).toMatch(/in ml, but it is kept in kg/)
  })

  it('tells of a tool that was retired, with a fix', async () => {
    const { db } = app.context
    const saw = { workshop_id: await workshopId(), name: 'Back Saw', status: 'retired' as const }
    const tool = await db.insertInto('tools').values(saw).returning('id').executeTakeFirstOrThrow()
    await link({ tool_id: tool.id, unit: 'piece' })
    const { valid, errors } = await validation()
    expect(valid).toBe(false)
    expect(errors).toMatchObject([
      { code: 'WF-R03', path: '/steps/0/resources/0/tool_id', fix: { title: 'Keep the name without the link' } },
    ])
  })

  it('tells of a language that lacks texts', async () => {
    const { db } = app.context
    await db
      .insertInto('workflow_translations')
      .values({ workflow_id: id, locale: 'de', field_name: 'name', translated_value: 'Kiste' })
      .execute()
    const { warnings } = await validation()
    expect(warnings.find(({ code }) => code === 'WF-T01')?.message).toMatch(/translation into “de” lacks \d+ texts/)
  })
})
