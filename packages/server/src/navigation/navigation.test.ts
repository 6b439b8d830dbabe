import { ApiError, type Client } from '@hidesync/contract/client'
import { tones } from '@hidesync/domain/navigation/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

const engines = ['embedded', 'postgres'] as const
const start = Date.UTC(2026, 0, 5, 9)
let boxes = 0

describe.each(engines)('navigation on %s', engine => {
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

  async function newRun(quantity = 1) {
    const preset = boxPreset(`Box ${++boxes}`)
    const [first] = preset.workflow.steps
    Object.assign(first ?? {}, {
      scales_with_quantity: true,
      tips: ['Score the line first.'],
      warnings: ['Keep your fingers behind the saw.'],
      resources: [
        { id: 1, resource_type: 'material', name: 'Oak board', quantity: 0.5, unit: 'm', notes: 'planed' },
        { id: 2, resource_type: 'tool', name: 'Saw', quantity: 1, unit: 'piece' },
      ],
    })
    const { id: workflow } = await client.presets.import({ body: preset })
    await client.workflows.update({ params: { id: workflow }, body: { status: 'active' } })
    const { steps } = await client.workflows.get({ params: { id: workflow } })
    const { id } = await client.executions.start({ params: { id: workflow }, body: { quantity } })
    const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
    const option = (text: string) =>
      steps.flatMap(found => found.decision_options).find(found => found.option_text === text)?.id ?? 0
    const params = { id }
    return {
      id,
      workflow,
      step,
      option,
      context: () => client.navigation.context({ params }),
      suggestion: () => client.navigation.suggestion({ params }),
      guidance: (name: string) => client.navigation.guidance({ params: { id, step_id: step(name) } }),
      say: (command: string, locale?: string) =>
        client.navigation.command({ params, body: { command, ...(locale === undefined ? {} : { locale }) } }),
      version: async () => (await client.executions.get({ params })).version,
      complete: (name: string) =>
        client.executions.complete({ params: { id, step_id: step(name) }, body: { override: true } }),
      choose: (text: string) =>
        client.executions.decide({
          params: { id, step_id: step('Choose joint') },
          body: { decision_option_id: option(text) },
        }),
    }
  }
  type TestRun = Awaited<ReturnType<typeof newRun>>
  const refusal = async (attempt: Promise<unknown>): Promise<ApiError> => {
    const error = await attempt.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ApiError)
    return error as ApiError
  }

  it('the context of an active run has every field that the specification shows', async () => {
    const run = await newRun()
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
    const run = await newRun(3)
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
    const run = await newRun()
    await bring(run)
    const [context, suggestion] = [await run.context(), await run.suggestion()]
    const actions = context.navigation_options.map(({ action }) => action)
    expect({ actions, suggestion, tone: context.guidance.tone }).toMatchObject(expected)
    expect(suggestion.message).toMatch(/\S/)
  })

  it('tells of a decision what each option leads to', async () => {
    const run = await newRun()
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
    const run = await newRun()
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

  const said: readonly (readonly [string, string, string, string, string])[] = [
    ['help', 'help', 'Hilfe', 'aide', 'ayuda'],
    ['status', 'how much progress have I made?', 'Status', 'statut', 'estado'],
    ['where_am_i', 'where am I?', 'wo bin ich?', 'où suis-je ?', '¿dónde estoy?'],
    ['list_resources', 'what do I need?', 'was brauche ich?', 'de quoi ai-je besoin ?', '¿qué necesito?'],
    ['instructions', 'instructions', 'Anleitung', 'instructions', 'instrucciones'],
    ['time_remaining', 'how long will it take?', 'wie lange noch?', 'combien de temps reste-t-il ?', '¿cuánto falta?'],
    ['complete', 'complete this step', 'fertig', 'terminé', 'hecho'],
    ['decide', 'choose Nails', 'wähle Nails', 'choisis Nails', 'elige Nails'],
    ['undo', 'undo', 'rückgängig', 'annuler', 'deshacer'],
    ['pause', 'pause', 'Pause', 'pause', 'pausa'],
    ['resume', 'resume', 'weitermachen', 'reprendre', 'continuar'],
    ['history', 'history', 'Verlauf', 'historique', 'historial'],
  ]

  it.each(['en', 'de', 'fr', 'es'] as const)('does what is said in %s', async locale => {
    const run = await newRun()
    const column = (['en', 'de', 'fr', 'es'] as const).indexOf(locale) + 1
    const answers: object[] = []
    for (const row of said) answers.push(await run.say(row[column] ?? '', locale))
    expect(answers).toMatchObject(said.map(([intent]) => ({ intent, success: true })))
    const history = await client.executions.history({ params: { id: run.id } })
    expect(history.map(({ action_type }) => action_type).toReversed()).toEqual([
      'start',
      'complete',
      'decide',
      'undo',
      'pause',
      'resume',
    ])
  })

  it('shows what the specification shows beside the words', async () => {
    const run = await newRun(2)
    expect((await run.say('help')).commands).toContain('status - Show current progress')
    expect((await run.say('what materials do I need?')).resources).toMatchObject([{ type: 'material', quantity: 1 }])
    expect((await run.say('how much progress have I made?')).progress).toMatchObject({
      total_steps: 8,
      completed_steps: 0,
      current_step: 'Cut boards',
    })
    expect((await run.say('show steps')).steps).toHaveLength(8)
    expect((await run.say('best path')).path).toMatchObject({ reachable: true })
    const done = await run.say('complete this step')
    expect(done).toMatchObject({ success: true, execution: { current_step_id: run.step('Choose joint'), version: 2 } })
  })

  it('asks before a run is cancelled; another sentence, another person or two minutes drop the question', async () => {
    const run = await newRun()
    const other = app.client((await app.createUser()).token)
    expect(await run.say('cancel workflow')).toMatchObject({ success: false, confirm: true, intent: 'cancel' })
    await other.navigation.command({ params: { id: run.id }, body: { command: 'yes' } })
    expect(await run.say('status')).toMatchObject({ success: true })
    expect(await run.say('yes')).toMatchObject({ success: false })
    await run.say('cancel workflow')
    later(2.1)
    expect(await run.say('yes')).toMatchObject({ success: false })
    expect(await run.version()).toBe(1)
    await run.say('cancel workflow')
    expect(await run.say('yes')).toMatchObject({ success: true, execution: { status: 'cancelled' } })
  })

  it('does nothing on a yes if the run has changed since it asked', async () => {
    const run = await newRun()
    await run.say('cancel workflow')
    await run.complete('Cut boards')
    expect(await run.say('yes')).toMatchObject({
      success: false,
      message: expect.stringContaining('changed') as string,
    })
    expect(await run.context()).toMatchObject({ status: 'active' })
  })

  it('does a sentence of two commands once for an idempotency key', async () => {
    const run = await newRun()
    const send = () =>
      app.request(`/api/v1/workflows/executions/${run.id}/command`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${app.admin.token}`,
          'content-type': 'application/json',
          'idempotency-key': `said-${run.id}`,
        },
        body: JSON.stringify({ command: 'complete and pause' }),
      })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await second.text()).toBe(await first.text())
    expect(await run.version()).toBe(3)
  })

  it('answers what it cannot take with 200 and words that help, and changes nothing', async () => {
    const run = await newRun()
    const sentences = [
      '',
      'x'.repeat(10_000),
      '🙂🙂🙂',
      "'; drop table users; --",
      '{"a":1}',
      'go to step 99',
      'zzz qqq',
    ]
    for (const sentence of sentences) {
      const answer = await run.say(sentence)
      expect(answer, sentence.slice(0, 20)).toMatchObject({ success: false })
      expect(answer.message).toMatch(/\S/)
    }
    expect(await run.say('help', 'xx')).toMatchObject({
      success: true,
      message: expect.stringContaining('Available') as string,
    })
    expect(await run.version()).toBe(1)
  })

  it('speaks in at most two sentences, and takes gestures', async () => {
    const run = await newRun()
    const params = { id: run.id }
    const voice = await client.navigation.voice({ params, body: { command: 'what do I need?' } })
    expect(voice.speech_response).toBe('You need: Oak board, 0.5 metres; Saw.')
    expect(await client.navigation.gesture({ params, body: { gesture: 'double_tap' } })).toMatchObject({
      success: true,
      command: 'show_guidance',
      guidance: { step_name: 'Cut boards' },
    })
    expect(await client.navigation.gesture({ params, body: { gesture: 'pinch_in' } })).toMatchObject({
      success: true,
      overview: { execution_id: run.id },
    })
    expect(await client.navigation.gesture({ params, body: { gesture: 'tap_hold' } })).toMatchObject({
      success: true,
      command: 'complete_step',
      execution: { current_step_id: run.step('Choose joint') },
    })
    expect(await client.navigation.gesture({ params, body: { gesture: 'wiggle' } })).toMatchObject({
      success: false,
      command: null,
    })
  })

  it('calls the workflow and the timers of its runs by the name that it has in the language of the caller', async () => {
    const run = await newRun()
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
    const run = await newRun()
    await run.complete('Cut boards')
    await run.choose('Nails')
    expect((await run.context()).recent_history[0]?.message).toMatch(/^Chose “Nails”/)
  })

  it('says refusals of commands in the language of the caller', async () => {
    const run = await newRun()
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
