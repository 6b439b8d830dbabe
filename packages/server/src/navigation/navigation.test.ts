import type { Client } from '@hidesync/contract/client'
import { tones } from '@hidesync/domain/navigation/words'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { newRun, type TestRun } from '../testing/new-run.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const start = Date.UTC(2026, 0, 5, 9)

describeEachEngine('navigation', engine => {
  let app: TestApp
  let client: Client
  let now = start
  const later = (minutes: number) => (now += minutes * 60_000)

  beforeAll(async () => {
    // Nothing is paused for being idle, so that what times out does.
    const workflows = { ...loadConfig({}).workflows, idlePause: 0 }
    app = await startTestApp({ engine, now: () => new Date(now), config: { workflows } })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('the context of an active run has every field that the specification shows', async () => {
    const run = await newRun(client)
    const context = await run.context()
    expect(context).toMatchObject({
      execution_id: run.id,
      workflow_name: expect.stringMatching(/^Box/) as string,
      status: 'active',
      current_step: {
        id: run.step('Cut boards'),
        number: 1,
        name: 'Cut boards',
        type: 'tool',
        status: 'active',
        is_milestone: true,
        is_decision_point: false,
      },
      progress: { total_steps: 8, completed_steps: 0, progress_percentage: 0 },
    })
    expect(context.guidance.primary).toContain('Cut boards')
    expect(context.guidance.secondary).toMatch(/\S/)
    expect(tones).toContain(context.guidance.tone)
    expect(context.navigation_options[0]).toEqual({
      action: 'complete_step',
      step_id: run.step('Cut boards'),
      label: 'Complete: Cut boards',
      description: 'Mark this step as completed',
    })
    expect(context.navigation_options.map(({ action }) => action)).toEqual([
      'complete_step',
      'skip_step',
      'pause',
      'cancel',
    ])
    expect(context.recent_history).toMatchObject([
      { action_type: 'start', timestamp: new Date(now).toISOString(), actor: { id: app.admin.id } },
    ])
    expect(context.recent_history[0]?.actor?.name).toMatch(/\S/)
  })

  it('guidance has what the specification shows, with quantities of this run', async () => {
    const run = await newRun(client, 3)
    expect(await run.guidance('Cut boards')).toMatchObject({
      step_id: run.step('Cut boards'),
      step_name: 'Cut boards',
      step_type: 'tool',
      instructions: 'Cut four boards.',
      detailed_instructions: null,
      estimated_duration: 10,
      is_milestone: true,
      is_decision_point: false,
      status: 'active',
      resources: [
        { type: 'material', name: 'Oak board', quantity: 1.5, unit: 'm', notes: 'planed', is_optional: false },
        { type: 'tool', name: 'Saw', quantity: 1, unit: 'piece', notes: null, is_optional: false },
      ],
      decision_options: [],
      tips: expect.arrayContaining(['Score the line first.']) as string[],
      warnings: expect.arrayContaining(['Keep your fingers behind the saw.']) as string[],
      timing: { time_left: 0, deadline: null },
    })
    expect(await run.guidance('Check square')).toMatchObject({ quality_standards: {}, status: 'pending', timing: null })
    expect((await refusal(client.navigation.guidance({ params: { id: run.id, step_id: 999_999 } }))).code).toBe(
      'execution.step_not_found',
    )
  })

  /** Brings a run into a state, and what navigation says of it then. */
  const states: readonly (readonly [string, (run: TestRun) => Promise<unknown>, object])[] = [
    [
      'at a decision',
      run => run.complete('Cut boards'),
      {
        actions: ['make_decision', 'make_decision', 'navigate_to_step', 'pause', 'undo', 'cancel'],
        suggestion: { action: 'make_decision', step_name: 'Choose joint', reason: 'Decision required' },
        tone: 'thoughtful',
      },
    ],
    [
      'in a time step',
      async run => {
        await run.complete('Cut boards')
        await run.choose('Nails')
        await run.complete('Nail corners')
      },
      {
        actions: ['navigate_to_step', 'navigate_to_step', 'navigate_to_step', 'skip_step', 'pause', 'undo', 'cancel'],
        suggestion: { action: 'wait', step_name: 'Let glue set', estimated_time_remaining: 10 },
        tone: 'patient',
      },
    ],
    [
      'paused',
      run => client.executions.pause({ params: { id: run.id } }),
      { actions: ['resume', 'cancel'], suggestion: { action: 'resume', step_name: 'Cut boards' }, tone: 'calm' },
    ],
    [
      'completed',
      async run => {
        await run.complete('Cut boards')
        await run.choose('Nails')
        await run.complete('Nail corners')
        await run.complete('Let glue set')
        await client.executions.complete({
          params: { id: run.id, step_id: run.step('Check square') },
          body: { data: { verdict: 'pass' } },
        })
        await run.complete('Finished box')
      },
      { actions: ['undo'], suggestion: { action: 'start_again', step_id: null }, tone: 'celebratory' },
    ],
    [
      'failed',
      async run => {
        const params = { id: run.id, step_id: run.step('Cut boards') }
        await client.executions.fail({ params })
      },
      { actions: ['undo'], suggestion: { action: 'undo' }, tone: 'consoling' },
    ],
    [
      'out of time',
      async () => {
        later(25 * 60)
        await app.context.executionClock.tick()
      },
      { actions: ['resume'], suggestion: { action: 'resume', step_id: null }, tone: 'calm' },
    ],
    [
      'cancelled',
      run => client.executions.cancel({ params: { id: run.id } }),
      { actions: [], suggestion: { action: 'start_again', step_id: null }, tone: 'neutral' },
    ],
  ]

  it.each(states)('tells where a run stands that is %s', async (_, bring, expected) => {
    const run = await newRun(client)
    await bring(run)
    const [context, suggestion] = [await run.context(), await run.suggestion()]
    const actions = context.navigation_options.map(({ action }) => action)
    expect({ actions, suggestion, tone: context.guidance.tone }).toMatchObject(expected)
    expect(suggestion.message).toMatch(/\S/)
  })

  it('tells of a decision what each option leads to', async () => {
    const run = await newRun(client)
    await run.complete('Cut boards')
    const { decision_options } = await run.suggestion()
    expect(decision_options).toMatchObject([
      { text: 'Dovetails', is_default: true, next_step_name: 'Cut dovetails', outcome_name: 'Square box' },
      { text: 'Nails', is_default: false, next_step_name: 'Nail corners', outcome_name: 'Square box' },
    ])
    const [dovetails, nails] = decision_options ?? []
    expect((dovetails?.estimated_time ?? 0) - (nails?.estimated_time ?? 0)).toBe(25)
  })

  it('finds the best path, and says what another choice would cost', async () => {
    const run = await newRun(client)
    const params = { id: run.id }
    const best = await client.navigation.path({ params })
    expect(best).toMatchObject({ reachable: true, decisions: [{ option_text: 'Nails' }] })
    expect(best.optimal_path[0]).toMatchObject({ step_name: 'Cut boards', step_type: 'tool', estimated_duration: 10 })
    const query = { options: String(run.option('Dovetails')) }
    const other = await client.navigation.path({ params, query })
    expect(other).toMatchObject({ reachable: true, what_if: { time_difference: 25 } })
    const kindling = (await client.workflows.get({ params: { id: run.workflow } })).outcomes.find(
      ({ name }) => name === 'Kindling',
    )
    const none = await client.navigation.path({ params, query: { target_outcome_id: kindling?.id ?? 0 } })
    expect(none).toMatchObject({ reachable: false, optimal_path: [], estimated_time: null })
  })

  it.each([
    ['target_outcome_id', 'execution.outcome_not_found', "This execution's workflow has no outcome 999999."],
    ['options', 'execution.option_not_found', "There is no option 999999 in this execution's workflow."],
  ])('refuses a path for %s that the workflow does not have', async (field, code, message) => {
    const { id } = await newRun(client)
    const headers = { authorization: `Bearer ${app.admin.token}` }
    const answer = await app.request(`/api/v1/workflows/executions/${id}/path?${field}=999999`, { headers })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code, detail: message, errors: [{ path: field, message }] })
  })

  it('calls the workflow and the timers of its runs by the name that it has in the language of the caller', async () => {
    const run = await newRun(client)
    const { workflow_id } = await client.executions.get({ params: { id: run.id } })
    await client.translations.put({
      params: { id: workflow_id, locale: 'de' },
      body: { name: 'Kiste', steps: { [run.step('Cut boards')]: { name: 'Zuschneiden' } } },
    })
    await client.timers.start({ params: { id: run.id }, body: { minutes: 5 } })
    const named = async (path: string) => {
      const headers = { authorization: `Bearer ${app.admin.token}`, 'accept-language': 'de' }
      return (await app.request(`/api/v1${path}`, { headers })).json()
    }
    expect(await named(`/workflows/executions/${run.id}/context`)).toMatchObject({ workflow_name: 'Kiste' })
    const inLists = { id: run.id, workflow_name: 'Kiste', current_step_name: 'Zuschneiden' }
    for (const list of ['/workflows/executions/active', `/workflows/executions?workflow_id=${workflow_id}`])
      expect(JSON.stringify(await named(list))).toContain('Zuschneiden')
    expect(await named('/workflows/executions/active')).toContainEqual(expect.objectContaining(inLists))
    expect(await named('/timers')).toContainEqual(
      expect.objectContaining({ execution_id: run.id, workflow_name: 'Kiste' }),
    )
  })

  it('tells in the history what was chosen', async () => {
    const run = await newRun(client)
    await run.complete('Cut boards')
    await run.choose('Nails')
    expect((await run.context()).recent_history[0]?.message).toMatch(/^Chose “Nails”/)
  })

  it('says refusals of commands in the language of the caller', async () => {
    const run = await newRun(client)
    const complete = (language: string) =>
      app.request(`/api/v1/workflows/executions/${run.id}/steps/${run.step('Check square')}/complete`, {
        method: 'POST',
        headers: { authorization: `Bearer ${app.admin.token}`, 'accept-language': language },
      })
    const details = await Promise.all(
      ['de', 'fr', 'es', 'en'].map(
        async language => ((await (await complete(language)).json()) as { detail: string }).detail,
      ),
    )
    expect(details[0]).toBe('„Check square“ ist noch nicht dran. Zuerst: „Let glue set“.')
    expect(details[1]).toContain('pas encore le moment')
    expect(details[2]).toContain('Todavía no toca')
    expect(details[3]).toContain('is not open yet')
  })
})
