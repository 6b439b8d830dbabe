import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import type { TestApp } from '../testing/test-app.ts'
import { draftBox, eventsOf, newName, startWithMakers, type Maker } from '../testing/workflow-makers.ts'

describe('publishing', () => {
  let app: TestApp
  let admin: Client
  let maker: Maker
  let other: Maker

  beforeAll(async () => {
    ;({ app, admin, maker, other } = await startWithMakers())
  })
  afterAll(() => app.close())

  describe('a change of status', () => {
    it('moves the status step by step and names what is allowed', async () => {
      const { id } = await maker.client.workflows.create({ body: { name: newName() } })
      const move = (status: 'draft' | 'active' | 'published' | 'deprecated' | 'archived') =>
        maker.client.workflows.update({ params: { id }, body: { status } })
      const early = await refusal(move('published'))
      expect([early.status, early.code]).toEqual([409, 'workflow.invalid_transition'])
      expect(early.message).toContain('From draft it can become active.')
      expect(await move('active')).toMatchObject({ status: 'active' })
      expect(await move('active')).toMatchObject({ status: 'active' })
      expect((await refusal(move('archived'))).message).toContain('From active it can become published or draft.')
      expect(await move('draft')).toMatchObject({ status: 'draft' })
    })

    it('goes all the way from draft to archived, and no further', async () => {
      const { id } = await draftBox(admin)
      for (const status of ['active', 'published', 'deprecated', 'archived'] as const)
        expect(await admin.workflows.update({ params: { id }, body: { status } })).toMatchObject({ status })
      const error = await refusal(admin.workflows.update({ params: { id }, body: { status: 'draft' } }))
      expect(error.message).toContain('There is no way on from there.')
      expect(await eventsOf(app, id)).toEqual([
        'hidesync.workflow.created',
        'hidesync.workflow.updated',
        'hidesync.workflow.published',
        'hidesync.workflow.updated',
        'hidesync.workflow.updated',
      ])
    })

    it('holds PUT status: published to the criteria of publishing', async () => {
      const { id } = await maker.client.workflows.create({ body: { name: newName() } })
      await maker.client.workflows.update({ params: { id }, body: { status: 'active' } })
      const error = await refusal(maker.client.workflows.update({ params: { id }, body: { status: 'published' } }))
      expect([error.status, error.code]).toEqual([400, 'workflow.not_publishable'])
      expect(error.body.errors?.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['/description', '/steps', '/outcomes']),
      )
    })
  })

  describe('publish', () => {
    it('makes a draft a public template with a first revision, and lists it among the templates', async () => {
      const { id } = await draftBox(admin)
      const published = await admin.workflows.publish({ params: { id } })
      expect(published).toMatchObject({ status: 'published', is_template: true, visibility: 'public', revision: 1 })
      const templates = await other.client.workflows.templates({ query: { limit: 100 } })
      expect(templates.find(template => template.id === id)).toMatchObject({
        permissions: ['read', 'execute', 'duplicate'],
      })
      expect((await eventsOf(app, id)).at(-1)).toBe('hidesync.workflow.published')
      const again = await admin.workflows.publish({ params: { id }, body: { visibility: 'private' } })
      expect(again).toMatchObject({ visibility: 'private', revision: 1 })
      expect((await other.client.workflows.templates()).map(template => template.id)).not.toContain(id)
    })

    it('lists every criterion that is not met', async () => {
      const body = boxPreset(newName())
      const [first] = body.workflow.steps
      if (first !== undefined) Reflect.deleteProperty(first, 'instructions')
      const { id } = await admin.presets.import({ body: { ...body, preset_info: { name: body.preset_info.name } } })
      await admin.workflows.update({ params: { id }, body: { description: null } })
      const error = await refusal(admin.workflows.publish({ params: { id } }))
      expect([error.status, error.code]).toEqual([400, 'workflow.not_publishable'])
      expect(error.body.errors).toEqual([
        { path: '/description', code: 'publish.description', message: expect.any(String) },
        {
          path: '/steps/0/instructions',
          code: 'publish.instructions',
          message: 'Write instructions for step “Cut boards”.',
        },
      ])
      expect(error.message).toContain('2 things are missing')
      expect(await admin.workflows.get({ params: { id } })).toMatchObject({ status: 'draft', is_template: false })
    })

    it('is for the owner, and not for what is out of use', async () => {
      const { id } = await draftBox(admin)
      await admin.workflows.publish({ params: { id } })
      expect((await refusal(maker.client.workflows.publish({ params: { id } }))).status).toBe(403)
      await admin.workflows.update({ params: { id }, body: { status: 'deprecated' } })
      const error = await refusal(admin.workflows.publish({ params: { id } }))
      expect([error.status, error.code]).toEqual([409, 'workflow.invalid_transition'])
      expect(error.message).toContain('It can become archived.')
    })
  })
})
