import type { Client } from '@hidesync/contract/client'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { compile } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newBox, toCheck } from '../testing/new-box.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { readEvents } from './history.reader.ts'

describeEachEngine('taking commands back', engine => {
  let app: TestApp
  let client: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('keeps a row for each pass, and replaying the history gives the stored state', async () => {
    const box = await newBox(client)
    const { id } = await toCheck(client, box)
    await client.executions.complete({
      params: { id, step_id: box.step('Check square') },
      body: { data: { verdict: 'fail' }, notes: 'rocks' },
    })
    await client.executions.complete({ params: { id, step_id: box.step('Plane true') } })
    const { db } = app.context
    const passes = await db
      .selectFrom('workflow_step_executions')
      .select(['iteration', 'status', 'notes'])
      .where('execution_id', '=', id)
      .where('step_id', '=', box.step('Check square'))
      .orderBy('iteration')
      .execute()
    expect(passes).toEqual([
      { iteration: 1, status: 'failed', notes: 'rocks' },
      { iteration: 2, status: 'active', notes: null },
    ])

    const undone = await client.executions.undo({ params: { id } })
    expect(undone.undone).toEqual({
      action_type: 'complete',
      step_id: box.step('Plane true'),
      message: 'Took that back: “Plane true” is no longer marked as done.',
    })
    expect(undone.step_executions?.find(step => step.step_id === box.step('Check square'))).toMatchObject({
      iteration: 1,
      status: 'failed',
      notes: 'rocks',
    })

    const { state } = await db
      .selectFrom('workflow_executions')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const workflow = compile((await client.executions.definition({ params: { id } })) as unknown as WorkflowDefinition)
    const replayed = (await readEvents(db, id)).reduce(
      (before, events) => evolveAll(workflow, before, events),
      newExecution(workflow),
    )
    expect(replayed).toEqual(state)
  })

  it('gives a step its notes back, whenever they were written, once it is open again', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const [cut, choose] = [box.step('Cut boards'), box.step('Choose joint')]
    const note = (step_id: number, text: string) => client.executions.note({ params: { id, step_id }, body: { text } })
    const notesOf = async (step_id: number) => {
      const { step_executions } = await client.executions.get({ params: { id } })
      return step_executions?.find(step => step.step_id === step_id)?.notes
    }
    await note(cut, 'knots')
    await client.executions.complete({ params: { id, step_id: cut } })
    await note(cut, 'and a crack')
    await note(choose, 'ask Ada')
    await client.executions.undo({ params: { id } })
    expect(await notesOf(cut)).toBe('knots\nand a crack')
    await client.executions.complete({ params: { id, step_id: cut } })
    expect(await notesOf(cut)).toBe('knots\nand a crack')
    expect(await notesOf(choose)).toBe('ask Ada')
  })

  it('undo takes back one command after another, to the start and no further', async () => {
    const box = await newBox(client)
    const started = await client.executions.start({ params: { id: box.id } })
    const { id } = started
    await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
    await client.executions.decide({
      params: { id, step_id: box.step('Choose joint') },
      body: { decision_option_id: box.option('Nails') },
    })
    await client.executions.undo({ params: { id } })
    const back = await client.executions.undo({ params: { id } })
    expect(back.current_step_id).toBe(started.current_step_id)
    expect(back.execution_data).toEqual({})
    expect(back.step_executions?.map(step => step.status)).toEqual(started.step_executions?.map(step => step.status))
    const error = await refusal(client.executions.undo({ params: { id } }))
    expect([error.status, error.code]).toEqual([409, 'execution.nothing_to_undo'])
  })

  it('undo reopens a run that was just completed', async () => {
    const box = await newBox(client)
    const { id } = await toCheck(client, box)
    await client.executions.complete({
      params: { id, step_id: box.step('Check square') },
      body: { data: { verdict: 'pass' } },
    })
    await client.executions.complete({ params: { id, step_id: box.step('Finished box') } })
    const reopened = await client.executions.undo({ params: { id } })
    expect(reopened).toMatchObject({
      status: 'active',
      completed_at: null,
      total_duration: null,
      current_step_id: box.step('Finished box'),
    })
  })
})
