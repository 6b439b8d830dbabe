import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrations } from '../database/generated/migrations.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let boxes = 0
const minute = 60_000

describeEachEngine('recorded durations', engine => {
  let app: TestApp
  let owner: Client
  let [ann, ben]: readonly (TestUser | undefined)[] = []
  let clock = Date.parse('2026-03-01T08:00:00Z')
  const pass = (minutes: number) => (clock += minutes * minute)

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(clock) })
    owner = app.client(app.admin.token)
    ann = await app.createUser()
    ben = await app.createUser()
  })
  afterAll(() => app.close())

  const clientOf = (user: TestUser | undefined) => app.client(user?.token)

  /** A box that everyone may make. */
  async function newBox() {
    const { id } = await owner.presets.import({ body: boxPreset(`Recorded box ${++boxes}`) })
    await owner.workflows.update({ params: { id }, body: { status: 'active', visibility: 'public' } })
    const { steps } = await owner.workflows.get({ params: { id } })
    const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
    const option = (text: string) =>
      steps.flatMap(found => found.decision_options).find(found => found.option_text === text)?.id ?? 0
    return { id, step, option }
  }
  type Box = Awaited<ReturnType<typeof newBox>>

  const start = async (client: Client, box: Box) => (await client.executions.start({ params: { id: box.id } })).id

  /** Starts runs whose boards take so long to cut. */
  async function cutBoards(client: Client, box: Box, times: readonly number[]) {
    const runs = []
    for (const actual_duration of times) {
      const id = await start(client, box)
      await client.executions.complete({ params: { id, step_id: box.step('Cut boards') }, body: { actual_duration } })
      runs.push(id)
    }
    return runs
  }

  /** What is counted, as the database keeps it, and as a recount of all passes gives it. */
  async function counts(box: Box) {
    const { rows: kept } = await sql<{
      user_id: number | null
      step_id: number
      option_id: number | null
      count: number
    }>`
      select user_id, step_id, option_id, sum(count)::int as count from workflow_step_durations
      where workflow_id = ${box.id} and count > 0 group by 1, 2, 3 order by 1, 2, 3`.execute(app.context.db)
    const { rows: recounted } = await sql`
      select w.whose as user_id, s.step_id, s.duration_option_id as option_id, count(*)::int as count
      from workflow_step_executions s join workflow_executions e on e.id = s.execution_id,
        lateral (select null::bigint as whose union all select s.duration_user_id where s.duration_user_id is not null) w
      where e.workflow_id = ${box.id} and s.duration_bucket is not null group by 1, 2, 3 order by 1, 2, 3`.execute(
      app.context.db,
    )
    expect(kept).toEqual(recounted)
    return kept
  }
  const countOf = async (box: Box, user: number | null, name = 'Cut boards') =>
    (await counts(box)).find(row => row.user_id === user && row.step_id === box.step(name))?.count ?? 0

  const remaining = async (client: Client, id: number) =>
    (await client.executions.progress({ params: { id } })).remaining_range

  it('move what is expected of the next run, for everyone and more for the person', async () => {
    const box = await newBox()
    const [first, second] = [clientOf(ann), clientOf(ben)]
    const before = await remaining(first, await start(first, box))
    expect(before.p50).toBeCloseTo(54, 0)

    await cutBoards(first, box, [40, 38, 42, 41])
    pass(2)
    const [own, others] = [await start(first, box), await start(second, box)]
    const [mine, theirs] = [await remaining(first, own), await remaining(second, others)]
    expect(mine.p50).toBeGreaterThan(before.p50 + 20)
    expect(theirs.p50).toBeGreaterThan(before.p50 + 10)
    expect(theirs.p50).toBeLessThan(mine.p50)
    expect(mine.p90).toBeGreaterThan(mine.p50)
  })

  it('of one person show in nobody else’s numbers: who looks at a run of others is told what everyone’s say', async () => {
    const box = await newBox()
    const [slow, quick] = [clientOf(ann), clientOf(ben)]
    await cutBoards(slow, box, [30, 31, 29, 30, 32, 30])
    await cutBoards(quick, box, [5, 5.2, 4.8, 5, 5.1, 5])
    pass(2)
    const [slowRun, quickRun] = [await start(slow, box), await start(quick, box)]
    expect((await remaining(slow, slowRun)).p50).toBeGreaterThan((await remaining(quick, quickRun)).p50 + 12)
    const [ofSlow, ofQuick] = [await remaining(owner, slowRun), await remaining(owner, quickRun)]
    expect(ofSlow).toEqual(ofQuick)
    const read = await owner.executions.get({ params: { id: slowRun } })
    expect(read.progress.remaining_range).toEqual(ofSlow)
  })

  it('are in the answers of start, of commands and of reads alike', async () => {
    const box = await newBox()
    const client = clientOf(ann)
    const [run] = await cutBoards(client, box, [60, 60, 60])
    await client.executions.decide({
      params: { id: run ?? 0, step_id: box.step('Choose joint') },
      body: { decision_option_id: box.option('Dovetails') },
    })
    pass(2)
    const started = await client.executions.start({ params: { id: box.id } })
    expect(started.progress.estimated_remaining_time).toBeGreaterThan(80)
    const { id } = started
    expect(await client.executions.progress({ params: { id } })).toEqual(started.progress)
    const skipped = await client.executions.skip({ params: { id, step_id: box.step('Cut boards') } })
    expect(skipped.progress.estimated_remaining_time).toBeLessThan(50)
    expect((await client.executions.get({ params: { id } })).progress).toEqual(skipped.progress)
    const back = await client.executions.undo({ params: { id } })
    expect(back.progress.remaining_range).toEqual(started.progress.remaining_range)
  })

  it('say by when a run will be done, which moves with the clock and waits while it is paused', async () => {
    const box = await newBox()
    const client = clientOf(ann)
    const { id, progress } = await client.executions.start({ params: { id: box.id } })
    expect(Date.parse(progress.expected_finish_at ?? '')).toBeCloseTo(clock + progress.remaining_range.p50 * minute, -2)
    expect(Date.parse(progress.latest_finish_at ?? '')).toBeCloseTo(clock + progress.remaining_range.p90 * minute, -2)
    const paused = await client.executions.pause({ params: { id } })
    expect([paused.progress.expected_finish_at, paused.progress.latest_finish_at]).toEqual([null, null])
    pass(600)
    const resumed = await client.executions.resume({ params: { id } })
    expect(Date.parse(resumed.progress.expected_finish_at ?? '')).toBeGreaterThan(clock)
  })

  it('are taken back by undo, from everyone and from whose they were, though somebody else undoes', async () => {
    const box = await newBox()
    const client = clientOf(ann)
    const [kept, undone] = await cutBoards(client, box, [40, 40])
    expect([await countOf(box, null), await countOf(box, ann?.id ?? 0)]).toEqual([2, 2])
    await owner.executions.undo({ params: { id: undone ?? 0 } })
    expect([await countOf(box, null), await countOf(box, ann?.id ?? 0)]).toEqual([1, 1])
    await owner.executions.complete({
      params: { id: undone ?? 0, step_id: box.step('Cut boards') },
      body: { actual_duration: 40 },
    })
    expect([await countOf(box, null), await countOf(box, ann?.id ?? 0), await countOf(box, app.admin.id)]).toEqual([
      2, 1, 1,
    ])
    await client.executions.undo({ params: { id: kept ?? 0 } })
    await owner.executions.undo({ params: { id: undone ?? 0 } })
    expect(await counts(box)).toEqual([])

    pass(2)
    const range = await remaining(client, await start(client, box))
    expect(range.p50).toBeCloseTo(54, 0)
  })

  it('count each pass of a loop and each option by itself, and nothing that was skipped, failed or cut short', async () => {
    const box = await newBox()
    const client = clientOf(ann)
    const id = await start(client, box)
    const complete = (name: string, body: object = {}) => {
      pass(3)
      return client.executions.complete({ params: { id, step_id: box.step(name) }, body })
    }
    await client.executions.skip({ params: { id, step_id: box.step('Cut boards') } })
    pass(1)
    await client.executions.decide({
      params: { id, step_id: box.step('Choose joint') },
      body: { decision_option_id: box.option('Nails') },
    })
    await complete('Nail corners', { data: { decision_option_id: 'not a number' } })
    await complete('Let glue set', { override: true })
    for (let round = 0; round < 2; round += 1) {
      await complete('Check square', { data: { verdict: 'fail' } })
      await complete('Plane true')
    }
    await complete('Check square', { data: { verdict: 'pass' } })
    const names = ['Cut boards', 'Choose joint', 'Nail corners', 'Let glue set', 'Check square', 'Plane true']
    const everyone = (await counts(box)).filter(row => row.user_id === null)
    expect(names.map(name => everyone.find(row => row.step_id === box.step(name))?.count ?? 0)).toEqual([
      0, 1, 1, 0, 1, 2,
    ])
    expect(everyone.find(row => row.step_id === box.step('Choose joint'))?.option_id).toBe(box.option('Nails'))
    await client.executions.undo({ params: { id } })
    await client.executions.undo({ params: { id } })
    expect([await countOf(box, null, 'Check square'), await countOf(box, null, 'Plane true')]).toEqual([0, 1])
  })

  it('count a wait that was waited out', async () => {
    const box = await newBox()
    const id = await start(owner, box)
    await owner.executions.navigate({ params: { id }, body: { step_id: box.step('Cut boards') } })
    await owner.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    const params = { id, step_id: box.step('Choose joint') }
    await owner.executions.decide({ params, body: { decision_option_id: box.option('Nails') } })
    await owner.executions.complete({ params: { id, step_id: box.step('Nail corners') } })
    pass(12)
    await owner.executions.complete({ params: { id, step_id: box.step('Let glue set') } })
    expect(await countOf(box, null, 'Let glue set')).toBe(1)
  })

  it('all count, however many complete the step at the same moment', async () => {
    const box = await newBox()
    const clients = [owner, clientOf(ann), clientOf(ben)]
    const runs = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const client = clients[index % 3] ?? owner
        return { client, id: await start(client, box) }
      }),
    )
    const step_id = box.step('Cut boards')
    await Promise.all(
      runs.map(({ client, id }) =>
        client.executions.complete({ params: { id, step_id }, body: { actual_duration: 15 } }),
      ),
    )
    expect([await countOf(box, null), await countOf(box, ann?.id ?? 0)]).toEqual([12, 4])
    await Promise.all(runs.slice(0, 6).map(({ client, id }) => client.executions.undo({ params: { id } })))
    expect([await countOf(box, null), await countOf(box, ben?.id ?? 0)]).toEqual([6, 2])
  })

  it('go with the runs and the person that they came from', async () => {
    const box = await newBox()
    const runs = await cutBoards(clientOf(ann), box, [10, 20, 30])
    await app.context.db.transaction().execute(async tx => {
      await tx.deleteFrom('workflow_executions').where('id', 'in', runs.slice(0, 2)).execute()
    })
    expect([await countOf(box, null), await countOf(box, ann?.id ?? 0)]).toEqual([1, 1])
  })

  it('of before they were counted are counted alike by the migration', async () => {
    const box = await newBox()
    const client = clientOf(ann)
    const [run] = await cutBoards(client, box, [0.001, 0.5, 1, 7.3, 30, 31, 240, 86_400])
    const params = { id: run ?? 0, step_id: box.step('Choose joint') }
    pass(3)
    await client.executions.decide({ params, body: { decision_option_id: box.option('Nails') } })
    await client.executions.complete({
      params: { ...params, step_id: box.step('Nail corners') },
      body: { actual_duration: 4 },
    })
    await client.executions.complete({
      params: { ...params, step_id: box.step('Let glue set') },
      body: { override: true, actual_duration: 4 },
    })
    const { db } = app.context
    const counted = () =>
      db
        .selectFrom('workflow_step_executions as s')
        .innerJoin('workflow_executions as e', 'e.id', 's.execution_id')
        .select(['s.id', 's.duration_bucket', 's.duration_option_id', 's.duration_user_id'])
        .where('e.workflow_id', '=', box.id)
        .orderBy('s.id')
        .execute()
    const [before, kept] = [await counted(), await counts(box)]
    expect(kept.reduce((sum, { count }) => sum + count, 0)).toBe(2 * (8 + 2))
    await sql`update workflow_step_executions set duration_bucket = null, duration_option_id = null, duration_user_id = null`.execute(
      db,
    )
    expect(await counts(box)).toEqual([])
    const migration = migrations.find(({ name }) => name === 'recorded_durations')?.sql ?? ''
    await sql.raw(migration.slice(migration.indexOf('-- What was done before'))).execute(db)
    expect(await counted()).toEqual(before)
    expect(await counts(box)).toEqual(kept)
  })

  it('leave a copy of the workflow to its own', async () => {
    const box = await newBox()
    await cutBoards(owner, box, [60, 60, 60, 60])
    pass(2)
    const copy = await owner.workflows.duplicate({ params: { id: box.id } })
    await owner.workflows.update({ params: { id: copy.id }, body: { status: 'active' } })
    const started = await owner.executions.start({ params: { id: copy.id } })
    expect(started.progress.estimated_remaining_time).toBeCloseTo(54, 0)
  })
})
