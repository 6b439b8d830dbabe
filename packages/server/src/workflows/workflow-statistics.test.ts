import { ApiError, type Client } from '@hidesync/contract/client'
import { outcomePreset } from '../testing/outcome-preset.ts'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const moves = ['start', 'well', 'badly', 'cancel', 'fail', 'undo', 'pause', 'resume', 'time out', 'remove'] as const
let made = 0

describeEachEngine('statistics of a workflow', engine => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const newWorkflow = async () => {
    const { id } = await client.presets.import({ body: outcomePreset(`Bowl ${++made}`) })
    await client.workflows.update({ params: { id }, body: { status: 'active' } })
    const { steps } = await client.workflows.get({ params: { id } })
    const [turn, choose] = steps.toSorted((a, b) => a.display_order - b.display_order)
    const option = (text: string) => choose?.decision_options.find(found => found.option_text === text)?.id ?? 0
    return {
      id,
      turn: turn?.id ?? 0,
      choose: choose?.id ?? 0,
      options: { well: option('Well'), badly: option('Badly') },
    }
  }
  type Bowl = Awaited<ReturnType<typeof newWorkflow>>

  const statistics = (id: number) => client.workflows.statistics({ params: { id } })
  const start = async ({ id }: Bowl) => (await client.executions.start({ params: { id } })).id
  const finish = async ({ turn, choose, options }: Bowl, id: number, how: 'well' | 'badly') => {
    await client.executions.complete({ params: { id, step_id: turn } })
    await client.executions.decide({ params: { id, step_id: choose }, body: { decision_option_id: options[how] } })
  }

  /** The same figures, counted from the rows of the executions. */
  const recounted = async (id: number) => {
    const { rows } = await sql<Record<string, unknown>>`
      select count(*) as total_executions, count(*) filter (where status = 'completed') as completed_executions,
        (sum(round(total_duration * 60000)) filter (where status = 'completed'))::bigint / 60000.0
          / nullif(count(*) filter (where status = 'completed'), 0)::float8 as average_completion_time,
        100.0 * count(*) filter (where status = 'completed')
          / nullif(count(*) filter (where status in ('completed', 'failed', 'cancelled', 'timeout')), 0)::float8 as success_rate,
        (select coalesce(json_object_agg(name, count), '{}') from (
          select o.name, count(*) from workflow_executions e join workflow_outcomes o on o.id = e.selected_outcome_id
          where e.workflow_id = ${id} and e.status = 'completed' group by o.name) reached) as outcomes
      from workflow_executions where workflow_id = ${id}`.execute(app.context.db)
    return rows[0]
  }
  const shown = async (id: number) => {
    const { workflow_id, most_common_outcome, outcomes, ...figures } = await statistics(id)
    expect(workflow_id).toBe(id)
    expect(most_common_outcome).toBe(outcomes[0]?.name ?? null)
    return { ...figures, outcomes: Object.fromEntries(outcomes.map(o => [o.name, o.completed_executions])) }
  }

  it('are counts of 0 and no averages before anybody has started', async () => {
    const { id } = await newWorkflow()
    expect(await statistics(id)).toEqual({
      workflow_id: id,
      total_executions: 0,
      completed_executions: 0,
      average_completion_time: null,
      success_rate: null,
      most_common_outcome: null,
      outcomes: [],
    })
  })

  it('tell completed of those that ended, and the outcome reached most', async () => {
    const bowl = await newWorkflow()
    const runs = []
    for (let n = 0; n < 5; n++) runs.push(await start(bowl))
    const [a = 0, b = 0, c = 0, d = 0] = runs
    await finish(bowl, a, 'well')
    await finish(bowl, b, 'badly')
    await finish(bowl, c, 'badly')
    await client.executions.cancel({ params: { id: d } })
    expect(await statistics(bowl.id)).toMatchObject({
      total_executions: 5,
      completed_executions: 3,
      success_rate: 75,
      most_common_outcome: 'Firewood',
    })
    expect(await shown(bowl.id)).toEqual(await recounted(bowl.id))
    const { items } = await client.workflows.list({ query: { order_by: 'executions', limit: 1 } })
    expect(items[0]).toMatchObject({ id: bowl.id, execution_count: 5 })
  })

  it('are those of workflows that one may read', async () => {
    const { id } = await newWorkflow()
    const { token } = await app.createUser()
    await expect(app.client(token).workflows.statistics({ params: { id } })).rejects.toMatchObject({ status: 404 })
    await client.workflows.update({ params: { id }, body: { visibility: 'public' } })
    expect(await app.client(token).workflows.statistics({ params: { id } })).toMatchObject({ total_executions: 0 })
    await client.workflows.delete({ params: { id } })
    await expect(statistics(id)).rejects.toMatchObject({ status: 404 })
  })

  it('equal a recount after any sequence of commands', { timeout: 120_000 }, async () => {
    const bowl = await newWorkflow()
    const runs: number[] = []
    const { db } = app.context
    const move = async (what: (typeof moves)[number], id: number) => {
      const params = { id }
      if (what === 'start' || id === 0) runs.push(await start(bowl))
      else if (what === 'well' || what === 'badly') await finish(bowl, id, what)
      else if (what === 'fail') await client.executions.fail({ params: { id, step_id: bowl.turn } })
      else if (what === 'time out')
        await sql`update workflow_executions set status = 'timeout' where id = ${id} and status = 'active'`.execute(db)
      else if (what === 'remove') {
        if (runs.length > 3) await db.deleteFrom('workflow_executions').where('id', '=', id).execute()
      } else await client.executions[what]({ params })
    }
    const step = fc.record({ what: fc.constantFrom(...moves), which: fc.nat(5) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
        for (const { what, which } of steps)
          // What the present state does not allow changes nothing.
          await move(what, runs.at(-1 - which) ?? 0).catch((error: unknown) => {
            if (!(error instanceof ApiError && error.status < 500)) throw error
          })
        expect(await shown(bowl.id)).toEqual(await recounted(bowl.id))
      }),
      { numRuns: 12 },
    )
    // However that ended: one more that is completed is one more.
    const before = await statistics(bowl.id)
    await finish(bowl, await start(bowl), 'well')
    expect((await statistics(bowl.id)).completed_executions).toBe(before.completed_executions + 1)
    expect(await shown(bowl.id)).toEqual(await recounted(bowl.id))
  })

  it('are right after very many ended at the same time', { timeout: 120_000 }, async () => {
    const bowl = await newWorkflow()
    const first = await start(bowl)
    const { db } = app.context
    // Copies of one that was started: what counts is that their endings meet.
    await sql`insert into workflow_executions (workflow_id, revision_id, workshop_id, started_by, status, version, state)
      select workflow_id, revision_id, workshop_id, started_by, status, version, state
      from workflow_executions, generate_series(1, 2000) where id = ${first}`.execute(db)
    const { rows } = await sql<{
      id: number
    }>`select id from workflow_executions where workflow_id = ${bowl.id} order by id`.execute(db)
    const { outcomes } = await client.workflows.get({ params: { id: bowl.id } })
    const statuses = ['completed', 'completed', 'failed', 'cancelled']
    await Promise.all(
      rows.map(({ id }, n) =>
        sql`update workflow_executions set status = ${statuses[n % 4]}, total_duration = ${n / 7},
          selected_outcome_id = ${outcomes[n % 2]?.id} where id = ${id}`.execute(db),
      ),
    )
    expect(await statistics(bowl.id)).toMatchObject({ total_executions: 2001, completed_executions: 1001 })
    expect(await shown(bowl.id)).toEqual(await recounted(bowl.id))
  })

  it('are right after many were started and cancelled at the same time', async () => {
    const bowl = await newWorkflow()
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const id = await start(bowl)
        if (n % 3 === 0) await client.executions.cancel({ params: { id } })
      }),
    )
    expect(await statistics(bowl.id)).toMatchObject({ total_executions: 30, completed_executions: 0, success_rate: 0 })
  })
})
