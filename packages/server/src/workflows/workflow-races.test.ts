import { ApiError, type Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let made = 0
const newName = () => `Raced ${++made}`
const five = [1, 2, 3, 4, 5]

describe.each(['embedded', 'postgres'] as const)('at the same time on %s', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  /** How each of several attempts ended: `ok`, or the code of its refusal. */
  const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<readonly string[]> => {
    const settled = await Promise.allSettled(attempts)
    return settled
      .map(result => {
        if (result.status === 'fulfilled') return 'ok'
        return result.reason instanceof ApiError ? result.reason.code : String(result.reason)
      })
      .toSorted()
  }

  it('one of five workflows gets a name', async () => {
    const name = newName()
    const ends = await outcomes(five.map(() => client.workflows.create({ body: { name } })))
    expect(ends).toEqual(['ok', ...five.slice(1).map(() => 'workflow.name_taken')])
  })

  it('five imports with on_conflict=rename each get a name of their own', async () => {
    const name = newName()
    const query = { on_conflict: 'rename' } as const
    const imported = await Promise.all(five.map(() => client.presets.import({ body: boxPreset(name), query })))
    expect(imported.map(workflow => workflow.name).toSorted()).toEqual([
      name,
      ...[2, 3, 4, 5].map(n => `${name} (${n})`),
    ])
  })

  it('five copies are named one after the other', async () => {
    const { id, name } = await client.workflows.create({ body: { name: newName() } })
    const copies = await Promise.all(five.map(() => client.workflows.duplicate({ params: { id } })))
    expect(copies.map(copy => copy.name).toSorted()).toEqual([2, 3, 4, 5, 6].map(n => `${name} (${n})`))
  })

  it('one of five changes of the same version is made', async () => {
    const { id } = await client.workflows.create({ body: { name: newName() } })
    const change = (n: number) =>
      client.workflows.update({ params: { id }, body: { description: `Change ${n}` } }, { ifMatch: '"1"' })
    const ends = await outcomes(five.map(change))
    expect(ends).toEqual(['ok', ...five.slice(1).map(() => 'request.precondition_failed')])
  })

  it('of five deletions one finds something', async () => {
    const { id } = await client.workflows.create({ body: { name: newName() } })
    const ends = await outcomes(five.map(() => client.workflows.delete({ params: { id } })))
    expect(ends).toEqual(['ok', ...five.slice(1).map(() => 'workflow.not_found')])
  })

  it('publishing and changing neither lose a change nor the one revision', async () => {
    const { id } = await client.presets.import({ body: boxPreset(newName()) })
    const params = { id }
    await Promise.all([
      ...five.map(() => client.workflows.publish({ params })),
      ...five.map(n => client.workflows.update({ params, body: { tags: [`tag ${n}`] } })),
    ])
    expect(await client.workflows.get({ params })).toMatchObject({ status: 'published', revision: 1 })
    const row = await app.context.db.selectFrom('workflows').select('version').where('id', '=', id).executeTakeFirst()
    expect(row?.version).toBe(11)
  })

  it('the kept counts agree with what there is', async () => {
    const { items, total } = await client.workflows.list({ query: { limit: 100 } })
    expect(total).toBe(items.length)
  })
})
