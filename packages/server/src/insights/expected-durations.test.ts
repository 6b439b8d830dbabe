import { compile } from '@hidesync/domain/workflows/compile'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeEachEngine, openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { ExpectedDurations } from './expected-durations.ts'

describeEachEngine('ExpectedDurations', engine => {
  let database: TestDatabase
  let queries = 0
  let clock = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())
  beforeEach(() => {
    queries = 0
  })

  const workflow = compile({ steps: [], connections: [], outcomes: [], paths: [] })
  const open = (maxSize = 100) =>
    new ExpectedDurations({ db: database.db.withPlugin(counting), now: () => new Date(clock), maxSize })
  const run = (workflow_id: number, started_by = 1) => ({ workflow_id, started_by })

  it('reads once a minute for a workflow and a person, however often it is asked', async () => {
    const expected = open()
    await Promise.all(Array.from({ length: 10 }, () => expected.of(run(1), workflow, 1)))
    for (let times = 0; times < 10; times += 1) await expected.of(run(1), workflow, 1)
    expect(queries).toBe(1)
    clock += 59_000
    await expected.of(run(1), workflow, 1)
    expect(queries).toBe(1)
    clock += 1_000
    await expected.of(run(1), workflow, 1)
    expect(queries).toBe(2)
  })

  it('keeps what each person is told apart, and one answer for all who look at runs of others', async () => {
    const expected = open()
    await expected.of(run(1, 1), workflow, 1)
    await expected.of(run(1, 2), workflow, 2)
    await expected.of(run(1, 2), workflow, 3)
    await expected.of(run(1, 1), workflow, 2)
    expect(queries).toBe(3)
  })

  it('gives the same for the same revision, and its own for another', async () => {
    const expected = open()
    const other = compile({ steps: [], connections: [], outcomes: [], paths: [] })
    const first = await expected.of(run(1), workflow, 1)
    expect(await expected.of(run(1), workflow, 1)).toBe(first)
    expect(await expected.of(run(1), other, 1)).not.toBe(first)
    expect(queries).toBe(1)
  })

  it('holds no more than it may, and forgets what was not asked for longest', async () => {
    const expected = open(3)
    for (const id of [1, 2, 3]) await expected.of(run(id), workflow, 1)
    await expected.of(run(1), workflow, 1)
    await expected.of(run(4), workflow, 1)
    expect([expected.size, queries]).toEqual([3, 4])
    await expected.of(run(1), workflow, 1)
    expect(queries).toBe(4)
    await expected.of(run(2), workflow, 1)
    expect(queries).toBe(5)
  })
})
