import type { Client } from '@hidesync/contract/client'
import type { NewWorkflow } from '@hidesync/contract/workflows/workflow.schemas'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import type { TestApp } from '../testing/test-app.ts'
import { draftBox, eventsOf, newName, startWithMakers, type Maker } from '../testing/workflow-makers.ts'

describe('workflows', () => {
  let app: TestApp
  let admin: Client
  let maker: Maker
  let other: Maker

  const share = (workflow_id: number, user_id: number, permission: 'read' | 'execute' | 'edit') =>
    app.context.db.insertInto('workflow_shares').values({ workflow_id, user_id, permission }).execute()
  beforeAll(async () => {
    ;({ app, admin, maker, other } = await startWithMakers())
  })
  afterAll(() => app.close())

  describe('create', () => {
    it('makes a private draft, and reads every field back', async () => {
      const body = {
        name: `  ${newName()}  `,
        description: 'Écrin & <b>étui</b>',
        estimated_duration: 12.5,
        difficulty_level: 'expert',
        has_multiple_outcomes: true,
        category: 'leatherworking',
        tags: ['a', 'b'],
        default_locale: 'fr',
      } satisfies NewWorkflow
      const workflow = await maker.client.workflows.create({ body })
      expect(workflow).toMatchObject({
        ...body,
        name: body.name.trim(),
        status: 'draft',
        visibility: 'private',
        is_template: false,
        created_by: maker.id,
        step_count: 0,
        revision: null,
        project_id: null,
        permissions: ['read', 'execute', 'duplicate', 'edit', 'delete', 'share', 'publish'],
      })
      expect(workflow.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      const read = await maker.client.workflows.get({ params: { id: workflow.id } })
      expect(read).toEqual({ ...workflow, steps: [], connections: [], outcomes: [], paths: [] })
      expect(await eventsOf(app, workflow.id)).toEqual(['hidesync.workflow.created'])
    })

    it('refuses a name that the owner has already, in any case, but not that of somebody else', async () => {
      const name = newName()
      await maker.client.workflows.create({ body: { name } })
      const error = await refusal(maker.client.workflows.create({ body: { name: name.toUpperCase() } }))
      expect([error.status, error.code]).toEqual([409, 'workflow.name_taken'])
      expect(error.message).toContain(`“${name.toUpperCase()}”`)
      expect(error.message).toContain('(2)')
      await expect(other.client.workflows.create({ body: { name } })).resolves.toMatchObject({ name })
    })

    it('lets one of two at once have the name', async () => {
      const name = newName()
      const attempts = await Promise.allSettled([1, 2, 3].map(() => maker.client.workflows.create({ body: { name } })))
      expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    })

    it('refuses a project or theme that is not there, naming the field', async () => {
      const body = { name: newName(), project_id: 999_999, theme_id: 888_888 }
      const error = await refusal(maker.client.workflows.create({ body }))
      expect([error.status, error.code]).toEqual([422, 'request.invalid'])
      expect(error.body.errors?.map(({ path }) => path)).toEqual(['/project_id', '/theme_id'])
      expect(error.message).toContain('999999')
    })

    it('makes one workflow for one Idempotency-Key', async () => {
      const body = { name: newName() }
      const first = await maker.client.workflows.create({ body }, { idempotencyKey: 'create-once' })
      const again = await maker.client.workflows.create({ body }, { idempotencyKey: 'create-once' })
      expect(again).toEqual(first)
    })
  })

  describe('get', () => {
    it('shows the whole graph with its version as ETag', async () => {
      const { id } = await draftBox(admin)
      const response = await app.request(`/api/v1/workflows/${id}`, {
        headers: { authorization: `Bearer ${app.admin.token}` },
      })
      expect(response.headers.get('etag')).toBe('"1"')
      const workflow = await admin.workflows.get({ params: { id } })
      expect(workflow.steps).toHaveLength(8)
      expect(workflow.step_count).toBe(8)
      expect(workflow.paths).toEqual([])
      const stepIds = new Set(workflow.steps.map(step => step.id))
      for (const { source_step_id, target_step_id } of workflow.connections)
        expect([stepIds.has(source_step_id), stepIds.has(target_step_id)]).toEqual([true, true])
    })

    it('answers alike for what is not there, deleted, or somebody else’s', async () => {
      const gone = await admin.workflows.create({ body: { name: newName() } })
      await admin.workflows.delete({ params: { id: gone.id } })
      const hidden = await admin.workflows.create({ body: { name: newName() } })
      for (const id of [9_999_999, gone.id, hidden.id]) {
        const error = await refusal(maker.client.workflows.get({ params: { id } }))
        expect([error.status, error.code]).toEqual([404, 'workflow.not_found'])
        expect(error.message).toBe(`There is no workflow ${id} that you may see.`)
      }
    })

    it('shows the steps alone in display order', async () => {
      const { id } = await draftBox(admin)
      const { steps } = await admin.workflows.get({ params: { id } })
      const listed = await admin.workflows.steps({ params: { id } })
      expect(listed).toEqual(steps.toSorted((a, b) => a.display_order - b.display_order))
      expect(listed.map(({ display_order }) => display_order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    })

    it('holds in the tables what it shows', async () => {
      const { id } = await draftBox(admin)
      const { steps, connections, outcomes } = await admin.workflows.get({ params: { id } })
      const { db } = app.context
      const rows = await db
        .selectFrom('workflow_steps')
        .selectAll()
        .where('workflow_id', '=', id)
        .orderBy('id')
        .execute()
      expect(rows).toHaveLength(steps.length)
      for (const row of rows) {
        const { workflow_id: _w, deleted_at: _d, ...fields } = row
        expect(steps.find(step => step.id === row.id)).toMatchObject(fields)
      }
      const count = async (table: 'workflow_step_connections' | 'workflow_outcomes') =>
        (await db.selectFrom(table).select('id').where('workflow_id', '=', id).execute()).length
      expect(await count('workflow_step_connections')).toBe(connections.length)
      expect(await count('workflow_outcomes')).toBe(outcomes.length)
      const options = await db
        .selectFrom('workflow_decision_options as o')
        .innerJoin('workflow_steps as s', 's.id', 'o.step_id')
        .select(['o.id', 'o.option_text', 'o.result_action'])
        .where('s.workflow_id', '=', id)
        .orderBy('o.id')
        .execute()
      expect(options).toEqual(
        steps.flatMap(step =>
          step.decision_options.map(o => ({ id: o.id, option_text: o.option_text, result_action: o.result_action })),
        ),
      )
    })

    it('reports all findings of the validation', async () => {
      const { id } = await draftBox(admin)
      const report = await admin.workflows.validation({ params: { id } })
      expect(report).toMatchObject({ valid: true, errors: [] })
      const empty = await admin.workflows.create({ body: { name: newName() } })
      const findings = await admin.workflows.validation({ params: { id: empty.id } })
      expect(findings.valid).toBe(findings.errors.length === 0)
    })
  })

  describe('update', () => {
    it('changes what is stated and nothing else', async () => {
      const created = await maker.client.workflows.create({
        body: { name: newName(), description: 'Old', tags: ['x'] },
      })
      const params = { id: created.id }
      const updated = await maker.client.workflows.update({
        params,
        body: { description: null, estimated_duration: 90 },
      })
      const { updated_at: before, version, ...fields } = created
      expect(updated).toMatchObject({ ...fields, version: version + 1, description: null, estimated_duration: 90 })
      expect(Date.parse(updated.updated_at)).toBeGreaterThanOrEqual(Date.parse(before))
      expect(await eventsOf(app, created.id)).toEqual(['hidesync.workflow.created', 'hidesync.workflow.updated'])
    })

    it('refuses a stale If-Match and changes nothing', async () => {
      const { id, name } = await maker.client.workflows.create({ body: { name: newName() } })
      const params = { id }
      await maker.client.workflows.update({ params, body: { description: 'Second' } }, { ifMatch: '"1"' })
      const error = await refusal(
        maker.client.workflows.update({ params, body: { name: newName() } }, { ifMatch: '"1"' }),
      )
      expect([error.status, error.code]).toEqual([412, 'request.precondition_failed'])
      expect(error.message).toContain('version 2')
      expect(await maker.client.workflows.get({ params })).toMatchObject({ name, description: 'Second' })
    })

    it('lets those it is shared with for editing change it, but not whom it is open to', async () => {
      const { id, name } = await maker.client.workflows.create({ body: { name: newName(), visibility: 'shared' } })
      const params = { id }
      const attempt = (body: object) => other.client.workflows.update({ params, body })
      expect((await refusal(attempt({ description: 'Mine' }))).status).toBe(404)
      await share(id, other.id, 'read')
      const reading = await refusal(attempt({ description: 'Mine' }))
      expect([reading.status, reading.code]).toEqual([403, 'access.forbidden'])
      expect(reading.message).toBe(
        `You may see “${name}” but not change it. That takes its owner, those it is shared with for editing, or a superuser.`,
      )
      await sql`update workflow_shares set permission = 'edit' where workflow_id = ${id}`.execute(app.context.db)
      expect(await attempt({ description: 'Ours' })).toMatchObject({ description: 'Ours' })
      expect((await refusal(attempt({ visibility: 'public' }))).status).toBe(403)
      expect((await refusal(other.client.workflows.delete({ params }))).status).toBe(403)
    })

    it('refuses a name that another of the owner’s workflows has', async () => {
      const taken = await maker.client.workflows.create({ body: { name: newName() } })
      const { id } = await maker.client.workflows.create({ body: { name: newName() } })
      const error = await refusal(maker.client.workflows.update({ params: { id }, body: { name: taken.name } }))
      expect([error.status, error.code]).toEqual([409, 'workflow.name_taken'])
      await expect(
        maker.client.workflows.update({ params: { id: taken.id }, body: { name: taken.name } }),
      ).resolves.toBeDefined()
    })
  })

  describe('delete', () => {
    it('hides it, frees the name, and leaves the rows that executions refer to', async () => {
      const name = newName()
      const { id } = await draftBox(admin, name)
      await admin.workflows.delete({ params: { id } })
      expect((await refusal(admin.workflows.get({ params: { id } }))).status).toBe(404)
      expect((await refusal(admin.workflows.delete({ params: { id } }))).status).toBe(404)
      const { items } = await admin.workflows.list({ query: { limit: 100 } })
      expect(items.map(item => item.id)).not.toContain(id)
      const rows = await app.context.db
        .selectFrom('workflow_steps')
        .select('id')
        .where('workflow_id', '=', id)
        .execute()
      expect(rows).toHaveLength(8)
      await expect(draftBox(admin, name)).resolves.toMatchObject({ name })
      expect(await eventsOf(app, id)).toEqual(['hidesync.workflow.created', 'hidesync.workflow.deleted'])
    })

    it('honours If-Match', async () => {
      const { id } = await maker.client.workflows.create({ body: { name: newName() } })
      const error = await refusal(maker.client.workflows.delete({ params: { id } }, { ifMatch: '"9"' }))
      expect(error.status).toBe(412)
      await maker.client.workflows.delete({ params: { id } }, { ifMatch: '"1"' })
    })
  })
})
