import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newRun } from '../testing/new-run.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const start = Date.UTC(2026, 0, 5, 9)

describeEachEngine('conversation', engine => {
  let app: TestApp
  let client: Client
  let now = start
  const later = (minutes: number) => (now += minutes * 60_000)

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(now) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

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
    const run = await newRun(client)
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
    const run = await newRun(client, 2)
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
    const run = await newRun(client)
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
    const run = await newRun(client)
    await run.say('cancel workflow')
    await run.complete('Cut boards')
    expect(await run.say('yes')).toMatchObject({
      success: false,
      message: expect.stringContaining('changed') as string,
    })
    expect(await run.context()).toMatchObject({ status: 'active' })
  })

  it('does a sentence of two commands once for an idempotency key', async () => {
    const run = await newRun(client)
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
    const run = await newRun(client)
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
    const run = await newRun(client)
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
})
