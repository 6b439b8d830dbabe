import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import type { TestApp } from '../testing/test-app.ts'
import { draftBox, newName, startWithMakers, type Maker } from '../testing/workflow-makers.ts'

describe('duplicating', () => {
  let app: TestApp
  let admin: Client
  let maker: Maker
  let other: Maker

  beforeAll(async () => {
    ;({ app, admin, maker, other } = await startWithMakers())
  })
  afterAll(() => app.close())

  it('makes a private draft of one’s own with every part under new ids', async () => {
    const original = await draftBox(admin)
    await admin.workflows.publish({ params: { id: original.id } })
    const copy = await maker.client.workflows.duplicate({ params: { id: original.id } })
    expect(copy).toMatchObject({
      name: `${original.name} (2)`,
      status: 'draft',
      visibility: 'private',
      is_template: false,
      created_by: maker.id,
      step_count: 8,
      revision: null,
    })
    const from = await admin.workflows.get({ params: { id: original.id } })
    const to = await maker.client.workflows.get({ params: { id: copy.id } })
    const ids = ({ steps, connections, outcomes }: typeof from) =>
      [...steps, ...steps.flatMap(s => [...s.resources, ...s.decision_options]), ...connections, ...outcomes].length
    expect(ids(to)).toBe(ids(from))
    expect(to.steps.map(({ id }) => id).some(id => from.steps.some(step => step.id === id))).toBe(false)
    const named = (w: typeof from) => {
      const name = new Map(w.steps.map(step => [step.id, step.name]))
      return w.connections.map(c => `${name.get(c.source_step_id)} > ${name.get(c.target_step_id)}`)
    }
    expect(named(to)).toEqual(named(from))
    const targets = to.steps
      .flatMap(step => step.decision_options)
      .map(option => {
        const action = option.result_action
        return (typeof action === 'string' ? (JSON.parse(action) as object) : action) as { goto_step: number }
      })
    expect(targets.map(({ goto_step }) => to.steps.find(step => step.id === goto_step)?.name)).toEqual([
      'Cut dovetails',
      'Nail corners',
    ])
    const row = await app.context.db
      .selectFrom('workflows')
      .select('copied_from_workflow_id')
      .where('id', '=', copy.id)
      .executeTakeFirst()
    expect(row?.copied_from_workflow_id).toBe(original.id)
  })

  it('counts names up, also for several at once, and takes a given one', async () => {
    const { id, name } = await maker.client.workflows.create({ body: { name: newName() } })
    const params = { id }
    const copies = await Promise.all([1, 2, 3].map(() => maker.client.workflows.duplicate({ params })))
    expect(copies.map(copy => copy.name).toSorted()).toEqual([2, 3, 4].map(n => `${name} (${n})`))
    const body = { new_name: newName(), as_template: true }
    expect(await maker.client.workflows.duplicate({ params, body })).toMatchObject({
      name: body.new_name,
      is_template: true,
    })
    const error = await refusal(maker.client.workflows.duplicate({ params, body }))
    expect([error.status, error.code]).toEqual([409, 'workflow.name_taken'])
  })

  it('is refused for what one may not see', async () => {
    const { id } = await maker.client.workflows.create({ body: { name: newName() } })
    expect((await refusal(other.client.workflows.duplicate({ params: { id } }))).status).toBe(404)
  })
})
