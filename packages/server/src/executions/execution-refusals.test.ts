import type { Client } from '@hidesync/contract/client'
import { errorStatus, type ErrorCode } from '@hidesync/contract/http/errors'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

/** Glue that has to wait, a choice that may lead back, and one that rules a step out. */
const shelf = (name: string) => ({
  preset_info: { name, description: 'A shelf for tests.' },
  workflow: {
    name,
    steps: [
      { id: 1, name: 'Glue', step_type: 'instruction' },
      {
        id: 2,
        name: 'Look at it',
        step_type: 'decision',
        is_decision_point: true,
        decision_options: [
          { option_text: 'Again', display_order: 1, result_action: { goto_step: 1 } },
          { option_text: 'Oil', display_order: 2, result_action: { goto_step: 3 } },
          { option_text: 'Paint', display_order: 3, result_action: { goto_step: 4 } },
        ],
      },
      { id: 3, name: 'Oil it', step_type: 'instruction' },
      { id: 4, name: 'Paint it', step_type: 'instruction' },
      { id: 5, name: 'Hang it', step_type: 'instruction' },
    ],
    connections: [
      { source_step: 1, target_step: 2, connection_type: 'sequential', min_lag: 30 },
      { source_step: 2, target_step: 3, connection_type: 'choice', display_order: 1 },
      { source_step: 2, target_step: 4, connection_type: 'choice', display_order: 2 },
      { source_step: 3, target_step: 5, connection_type: 'sequential' },
      { source_step: 4, target_step: 5, connection_type: 'sequential' },
    ],
  },
})

describeEachEngine('a refusal of the engine', engine => {
  let app: TestApp
  let client: Client
  let shelves = 0
  let at = Date.UTC(2026, 4, 4, 8)
  const wait = (minutes: number) => void (at += minutes * 60_000)

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  const newShelf = async () => {
    const workflow = await client.presets.import({ body: shelf(`Shelf ${++shelves}`) })
    const { steps } = await client.workflows.get({ params: { id: workflow.id } })
    const { id } = await client.executions.start({ params: { id: workflow.id } })
    const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
    const option = (text: string) =>
      steps.flatMap(found => found.decision_options).find(found => found.option_text === text)?.id ?? 0
    const choose = (text: string) =>
      client.executions.decide({
        params: { id, step_id: step('Look at it') },
        body: { decision_option_id: option(text) },
      })
    const glue = async () => {
      await client.executions.complete({ params: { id, step_id: step('Glue') } })
      wait(30)
    }
    const refused = async (path: string, body: unknown, code: ErrorCode) => {
      const told = await refusalOf(await send(app, `/workflows/executions/${id}${path}`, { body }))
      expect([told.status, told.code]).toEqual([errorStatus[code], code])
      return told.detail
    }
    return { id, step, option, choose, glue, refused }
  }

  it('says how long a lag still takes', async () => {
    const { id, step, option, refused } = await newShelf()
    await client.executions.complete({ params: { id, step_id: step('Glue') } })
    wait(10)
    const path = `/steps/${step('Look at it')}/decision`
    const detail = await refused(path, { decision_option_id: option('Oil') }, 'execution.lag_not_elapsed')
    expect(detail).toMatch(
      /^Step 2 “Look at it” has to wait for another 20 minutes; to go on earlier, ask with override\.$/,
    )
  })

  it('says what has nothing to decide', async () => {
    const { step, option, refused } = await newShelf()
    const path = `/steps/${step('Glue')}/decision`
    const detail = await refused(path, { decision_option_id: option('Oil') }, 'execution.not_a_decision')
    expect(detail).toMatch(/^Step 1 “Glue” has nothing to decide: complete it instead\.$/)
  })

  it('says why a step cannot be reached', async () => {
    const { step, choose, glue, refused } = await newShelf()
    await glue()
    await choose('Oil')
    const body = { step_id: step('Paint it'), skip: true }
    const detail = await refused('/navigate', body, 'execution.step_not_reachable')
    expect(detail).toMatch(/^Step 4 “Paint it” can't be reached from here: .+\.$/)
  })

  it('names the limit of a loop that is used up, and nothing is stored', async () => {
    const { id, step, option, choose, glue, refused } = await newShelf()
    for (let round = 1; round < 10; round++) {
      await glue()
      await choose('Again')
    }
    await glue()
    const before = await client.executions.get({ params: { id } })
    const body = { decision_option_id: option('Again') }
    const detail = await refused(`/steps/${step('Look at it')}/decision`, body, 'execution.loop_limit_reached')
    expect(detail).toMatch(/used up: its limit is 10 runs\. Choose another option\.$/)
    expect(await client.executions.get({ params: { id } })).toEqual(before)
  })

  it('asks to try again when others’ commands always come first', async () => {
    const { id, step, refused } = await newShelf()
    const { db } = app.context
    await sql`create function lose() returns trigger language plpgsql as 'begin return null; end'`.execute(db)
    await sql`create trigger always_late before update on workflow_executions for each row execute function lose()`.execute(
      db,
    )
    try {
      const detail = await refused(`/steps/${step('Glue')}/complete`, {}, 'execution.conflict')
      expect(detail).toBe('Others are changing this run at the same moment. Try again.')
    } finally {
      await sql`drop trigger always_late on workflow_executions`.execute(db)
      await sql`drop function lose()`.execute(db)
    }
    expect(await client.executions.history({ params: { id } })).toHaveLength(1)
    await client.executions.complete({ params: { id, step_id: step('Glue') } })
  })
})
