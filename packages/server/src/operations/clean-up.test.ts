import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PhotoStore } from '../executions/photo-store.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { cleanUp } from './clean-up.ts'

const day = 86_400_000

describe.each(['embedded', 'postgres'] as const)('cleaning up on %s', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const depsAt = (now: Date) => ({
    db: app.context.db,
    photos: new PhotoStore(app.context.config.dataDir),
    now: () => now,
  })

  /** A workflow that was saved four times, its second state kept as a revision. */
  async function edited(name: string): Promise<number> {
    const { id } = await client.workflows.create({ body: { name } })
    for (const step of ['Cut', 'Sew', 'Wax']) {
      await client.revisions.save({
        params: { id },
        body: { steps: [{ id: 1, name: step, step_type: 'instruction' }] },
      })
      if (step === 'Cut') await client.revisions.keep({ params: { id } })
    }
    return id
  }

  const contents = async (): Promise<readonly string[]> => {
    const rows = await app.context.db.selectFrom('workflow_contents').select('content').execute()
    return rows.map(({ content }) => content)
  }

  /** What a change on the first version of the workflow is told. */
  const staleDifferences = async (id: number): Promise<number> => {
    const answer = await app.request(`/api/v1/workflows/${id}/definition`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${app.admin.token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ steps: [] }),
    })
    expect(answer.status).toBe(412)
    return ((await answer.json()) as { errors?: unknown[] }).errors?.length ?? 0
  }

  it('forgets old versions and the contents that only they referred to', async () => {
    const id = await edited(`Belt ${engine}`)
    expect(await staleDifferences(id)).toBeGreaterThan(0)
    await cleanUp(depsAt(new Date()))
    expect(await staleDifferences(id)).toBeGreaterThan(0)
    expect((await contents()).filter(content => content.includes('"Sew"'))).toHaveLength(1)

    await cleanUp(depsAt(new Date(Date.now() + 31 * day)))
    expect(await staleDifferences(id)).toBe(0)
    const left = await contents()
    expect(left.some(content => content.includes('"Sew"'))).toBe(false)
    const { steps } = await client.workflows.get({ params: { id } })
    expect(steps.map(({ name }) => name)).toEqual(['Wax'])
    const kept = await client.revisions.read({ params: { id, revision: 1 } })
    expect(kept.steps.map(({ name }) => name)).toEqual(['Cut'])
  })

  it('keeps a hundred versions of a workflow that changes all the time', async () => {
    const id = await edited(`Bag ${engine}`)
    await sql`insert into workflow_versions (workflow_id, version, content_hash)
      select id, version + n, content_hash from workflows, generate_series(1, 150) n where id = ${id}`.execute(
      app.context.db,
    )
    await cleanUp(depsAt(new Date()))
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from workflow_versions where workflow_id = ${id}`.execute(app.context.db)
    expect(rows).toEqual([{ count: 100 }])
  })
})
