import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPreset } from '../../presets/check-preset.ts'
import { countProgress } from '../../executions/progress.ts'
import { aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { Conversation } from '../../testing/conversation.ts'
import { languages, type Language } from '../../text/language.ts'
import { intents, reads, type Intent } from '../language/intent.ts'
import { prepareVocabulary } from '../language/prepare.ts'
import { understand } from '../language/understand.ts'
import { navigationOptions } from '../options.ts'
import { numberOf } from '../run.ts'
import { textsIn } from '../texts/texts-in.ts'
import { gestures } from '../words.ts'
import { vocabularyOf } from './vocabulary.ts'

const wallet = (() => {
  const file = new URL('../../../../../presets/basic_leather_project.json', import.meta.url)
  const checked = checkPreset(JSON.parse(readFileSync(file, 'utf8')))
  if (!checked.ok) throw new Error('The preset is refused.')
  return checked.definition
})()
const decision = wallet.steps.find(({ decision_options }) => decision_options.length > 0)
const check = wallet.steps.find(({ step_type }) => step_type === 'quality_check')

/** Two steps at once after the first, then one that is passed over by its condition. */
const forked = aWorkflow(
  [aStep(1), aStep(2), aStep(3, { condition_logic: { oiled: { eq: true } } }), aStep(4), aStep(5)],
  [
    aConnection(1, 2, { connection_type: 'parallel' }),
    aConnection(1, 4, { connection_type: 'parallel' }),
    aConnection(2, 3),
    aConnection(3, 5),
    aConnection(4, 5),
  ],
)

/** At the decision: what lies before it is done. */
function atDecision(language: Language): Conversation {
  const conversation = new Conversation(wallet, language)
  const { play } = conversation
  while (play.state.current_step_id !== decision?.id) play.complete(play.state.current_step_id ?? 0)
  return conversation
}

/** At the check, by the first option. */
function atCheck(language: Language): Conversation {
  const conversation = atDecision(language)
  const { play } = conversation
  play.choose(decision?.id ?? 0, decision?.decision_options[0]?.id ?? 0)
  while (play.state.current_step_id !== check?.id) play.complete(play.state.current_step_id ?? 0)
  return conversation
}

const stateOf = ({ play }: Conversation): string => JSON.stringify(play.state)

describe.each(languages)('in %s', language => {
  const texts = textsIn(language)

  it('whatever is offered as a sentence to say is understood as what it is offered for', () => {
    const { run } = atDecision(language)
    const prepared = prepareVocabulary(vocabularyOf(run), language)
    const targets: Partial<Record<Intent, string>> = {
      goto: wallet.steps[2]?.name ?? '',
      complete: wallet.steps[2]?.name ?? '',
      skip: wallet.steps[2]?.name ?? '',
      decide: decision?.decision_options[0]?.option_text ?? '',
      what_if: decision?.decision_options[0]?.option_text ?? '',
      path: wallet.outcomes[0]?.name ?? '',
      record_usage: wallet.steps.flatMap(({ resources }) => resources)[0]?.name ?? '',
    }
    const wrong = intents.flatMap(intent => {
      if (intent === 'unknown') return []
      return [null, targets[intent] ?? null].flatMap(target => {
        const amount = intent === 'record_usage' ? texts.words.amount(1.8, 'sq_ft') : texts.words.duration(12)
        const words = texts.readings[intent](target, amount)
        if (words === null) return []
        const heard = understand(words[1], prepared)
        const [first] = heard.kind === 'unknown' ? [] : heard.readings
        const isList = intent === 'goto' && target === null && first?.intent === 'list_steps'
        return heard.kind === 'understood' && (first?.intent === intent || isList) ? [] : [`${intent}: ${words[1]}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('goes back as many steps as it is asked to, and no further than the first', () => {
    const conversation = atDecision(language)
    const { run } = conversation
    const [first, second] = wallet.steps.map(({ id }) => id)
    const back = (count: number) => {
      const reading = { intent: 'previous', slots: { count }, confidence: 1, match: 'exact' } as const
      const answer = conversation.hear('', { kind: 'understood', readings: [reading] })
      expect(answer.success).toBe(true)
      return conversation.play.state.current_step_id
    }
    const here = wallet.steps.findIndex(({ id }) => id === run.state.current_step_id)
    expect(back(here - 1)).toBe(second)
    expect(back(9)).toBe(first)
  })

  it('takes it that a step is done which is named and said to be good, and no check', () => {
    const conversation = new Conversation(wallet, language)
    const step_id = conversation.play.state.current_step_id ?? 0
    const reading = { intent: 'complete', slots: { verdict: 'pass', step_id }, confidence: 1, match: 'exact' } as const
    const answer = conversation.hear('', { kind: 'understood', readings: [reading] })
    expect(answer).toMatchObject({ success: true, changed: true })
    expect(conversation.play.status(step_id)).toBe('completed')
  })

  it('takes a verdict for a check alone, and never completes or fails another step by it', () => {
    const judge = (conversation: Conversation, verdict: 'pass' | 'fail') => {
      const intent = verdict === 'pass' ? 'complete' : 'fail'
      const reading = { intent, slots: { verdict }, confidence: 1, match: 'exact' } as const
      return conversation.hear('', { kind: 'understood', readings: [reading] })
    }
    for (const verdict of ['pass', 'fail'] as const) {
      const elsewhere = new Conversation(wallet, language)
      const before = stateOf(elsewhere)
      expect(judge(elsewhere, verdict)).toMatchObject({ success: false, changed: false })
      expect(elsewhere.question).toBeNull()
      expect(stateOf(elsewhere)).toBe(before)
      expect(judge(atCheck(language), verdict)).toMatchObject({ success: true, changed: true })
    }
  })

  it('tells how much of a thing is needed, step by step, and when it is not needed any more', () => {
    const checkAt = wallet.steps.findIndex(({ id }) => id === check?.id)
    const usedIn = (name: string | null) =>
      wallet.steps.filter(({ resources }) => resources.some(each => each.name === name))
    const need = wallet.steps
      .flatMap(({ resources }) => resources)
      .find(
        ({ quantity, name }) => quantity && name && usedIn(name).every(step => wallet.steps.indexOf(step) < checkAt),
      )
    const name = need?.name ?? ''
    const needing = usedIn(name)
    const reading = (step?: number) => ({
      intent: 'list_materials' as const,
      slots: { resource_id: String(need?.id), ...(step === undefined ? {} : { step_id: step }) },
      confidence: 1,
      match: 'exact' as const,
    })
    const ask = (conversation: Conversation, step?: number) =>
      conversation.hear('', { kind: 'understood', readings: [reading(step)] })
    const fresh = new Conversation(wallet, language)
    const answer = ask(fresh)
    expect(answer).toMatchObject({ success: true, changed: false })
    expect(needing.length).toBeGreaterThan(0)
    for (const step of needing) expect(answer.message).toContain(step.name)
    expect(answer.message).toContain(name)
    const other = wallet.steps.find(({ id }) => needing.every(step => step.id !== id))
    expect(ask(fresh, other?.id).message).toBe(texts.answers.needsNot(other?.name ?? '', name))
    expect(ask(atCheck(language)).message).toBe(texts.answers.needsNoMore(name))
  })

  it('takes an amount without a name for the only material that is measured so', () => {
    const conversation = new Conversation(wallet, language)
    const used = (unit: string) => {
      const reading = { intent: 'record_usage', slots: { quantity: 1.5, unit }, confidence: 1, match: 'exact' } as const
      return conversation.hear('', { kind: 'understood', readings: [reading] })
    }
    const leather = wallet.steps
      .flatMap(({ resources }) => resources)
      .filter(({ unit }) => unit === 'm2' || unit === 'dm2' || unit === 'sq_ft')
    expect(new Set(leather.map(({ name }) => name)).size).toBe(1)
    const answer = used('sq_ft')
    expect(answer).toMatchObject({ success: true, changed: true })
    expect(answer.message).toContain(leather[0]?.name)
    expect(used('piece')).toMatchObject({ success: false, changed: false })
  })

  it('what help shows can be said', () => {
    const prepared = prepareVocabulary(vocabularyOf(new Conversation(wallet, language).run), language)
    const said = texts.answers.helpLines.map(([say]) => say.replace('…', 'abc'))
    expect(said.filter(say => understand(say, prepared).kind !== 'understood')).toEqual([])
  })

  it('questions tell something, change nothing, and are spoken in at most two sentences without signs', () => {
    for (const conversation of [new Conversation(wallet, language), atDecision(language), atCheck(language)]) {
      const before = stateOf(conversation)
      for (const intent of reads) {
        const words = texts.readings[intent as Exclude<Intent, 'unknown'>](null)
        if (words === null) continue
        const answer = conversation.say(words[1])
        expect(answer.message, words[1]).toMatch(/\S/)
        expect(answer.speech, words[1]).toMatch(/\S/)
        expect(answer.speech).not.toMatch(/[“”„«»"*_#•\n()[\]{}|<>]/)
        expect(answer.changed).toBe(false)
      }
      expect(stateOf(conversation)).toBe(before)
    }
  })

  it('cancelling asks first; a no, or anything else, leaves the run as it is, and a yes ends it', () => {
    const conversation = new Conversation(wallet, language)
    const [, cancel] = texts.readings.cancel(null) ?? []
    const [, status] = texts.readings.status(null) ?? []
    const [, yes] = texts.readings.yes(null) ?? []
    const [, no] = texts.readings.no(null) ?? []
    const before = stateOf(conversation)
    for (const other of [no, status]) {
      expect(conversation.say(cancel ?? '')).toMatchObject({ success: false, intent: 'cancel', changed: false })
      expect(conversation.question).not.toBeNull()
      conversation.say(other ?? '')
      expect(conversation.question).toBeNull()
      expect(conversation.say(yes ?? '')).toMatchObject({ success: false, changed: false })
      expect(stateOf(conversation)).toBe(before)
    }
    conversation.say(cancel ?? '')
    expect(conversation.say(yes ?? '')).toMatchObject({ success: true, intent: 'cancel', changed: true })
    expect(conversation.play.state.status).toBe('cancelled')
  })

  it('completing a quality check asks whether it passed: yes passes it, no fails it', () => {
    for (const [answer, status] of [
      [texts.readings.yes(null), 'completed'],
      [texts.readings.no(null), 'failed'],
    ] as const) {
      const conversation = atCheck(language)
      const asked = conversation.say(texts.readings.complete(null)?.[1] ?? '')
      expect(asked).toMatchObject({ success: false, code: 'execution.verdict_required', changed: false })
      expect(conversation.say(answer?.[1] ?? '')).toMatchObject({ success: true, intent: 'complete', changed: true })
      expect(conversation.play.status(check?.id ?? 0)).toBe(status)
    }
  })

  it('a decision is not completed but made, and says what can be chosen', () => {
    const conversation = atDecision(language)
    const refused = conversation.say(texts.readings.complete(null)?.[1] ?? '')
    expect(refused).toMatchObject({ success: false, code: 'execution.decision_required', changed: false })
    expect(refused.decision_options?.map(({ text }) => text)).toEqual(
      decision?.decision_options.map(({ option_text }) => option_text),
    )
    const option = decision?.decision_options[1]?.option_text ?? ''
    expect(conversation.say(texts.readings.decide(option)?.[1] ?? '')).toMatchObject({
      success: true,
      intent: 'decide',
    })
    expect(conversation.play.status(decision?.id ?? 0)).toBe('completed')
  })

  it('says of a check that it passed or did not, in the history and when the verdict is taken back', () => {
    for (const verdict of ['pass', 'fail'] as const) {
      const conversation = atCheck(language)
      const name = check?.name ?? ''
      conversation.play.verdict(check?.id ?? 0, verdict)
      const deed = verdict === 'pass' ? 'pass' : 'not_pass'
      expect(conversation.say(texts.readings.history(null)?.[1] ?? '').message).toContain(
        texts.happened[deed](name, null),
      )
      const undone = conversation.say(texts.readings.undo(null)?.[1] ?? '')
      expect(undone.did).toBe(texts.done.undone(deed, name))
      expect(undone.did).not.toBe(texts.done.undone('complete', name))
    }
  })

  it('says with an undo what stays noted on the step, such as what was used of a material', () => {
    const conversation = new Conversation(forked, language)
    conversation.play.do({ type: 'note', step_id: 1, text: 'Used: Thread, 2 m' }).complete(1)
    const undone = conversation.say(texts.readings.undo(null)?.[1] ?? '')
    const { did, message } = undone
    expect(did).toBe(`${texts.done.undone('complete', 'Step 1')} ${texts.done.notesStay(['Used: Thread, 2 m'])}`)
    expect(message).toContain('Used: Thread, 2 m')
  })

  it('names all that a step has opened, and looks back at nothing that nobody has been at', () => {
    const conversation = new Conversation(forked, language)
    const { play } = conversation
    const opened = conversation.say(texts.readings.complete(null)?.[1] ?? '')
    expect(opened.message).toBe(`${texts.done.completed('Step 1')} ${texts.done.next(['Step 2', 'Step 4'])}`)
    expect(opened.did).toBe(texts.done.completed('Step 1'))
    play.complete(2, 4)
    expect(play.status(3)).toBe('skipped')
    expect(play.state.current_step_id).toBe(5)
    const looked = navigationOptions(conversation.run).flatMap(({ action, step_id }) =>
      action === 'navigate_to_step' ? [step_id] : [],
    )
    expect(looked).toEqual([4, 2, 1])
    play.do({ type: 'navigate', step_id: 4 })
    conversation.say(texts.readings.previous(null)?.[1] ?? '')
    expect(play.state.current_step_id).toBe(2)
  })

  it('says at once of a step that nobody knows that there is none, and asks nothing', () => {
    const conversation = atDecision(language)
    const before = stateOf(conversation)
    const { message, success } = conversation.say(texts.readings.goto('banana', null)?.[1] ?? '')
    expect({ message, success }).toEqual({ message: texts.answers.noStepNamed('banana'), success: false })
    expect(stateOf(conversation)).toBe(before)
  })

  it('says on the way to another open step that the first one stays open', () => {
    const conversation = new Conversation(forked, language)
    conversation.play.complete(1)
    const turned = conversation.say(texts.readings.next(null)?.[1] ?? '')
    expect(conversation.play.state.current_step_id).toBe(4)
    expect(turned.did).toBe(texts.done.turned('Step 2'))
    expect(turned.message).toBe(`${turned.did} ${texts.done.wentTo('Step 4', 4)}`)
  })

  it('says nothing of the kind where one jumps ahead to a step that was not open', () => {
    const conversation = new Conversation(forked, language)
    conversation.play.complete(1)
    const { did } = conversation.say(texts.readings.goto('Step 5')?.[1] ?? '')
    expect(did).not.toContain(texts.done.turned('Step 2'))
  })

  it('hears that a step is done from its verb in that form, as the step is called in this run', () => {
    const { name, said } = {
      en: { name: 'Glue the pockets', said: 'the pockets are glued' },
      de: { name: 'Fächer verkleben', said: 'Fächer verklebt' },
      fr: { name: 'Coller les poches', said: 'j’ai collé les poches' },
      es: { name: 'Pegar los bolsillos', said: 'ya pegué los bolsillos' },
    }[language]
    const steps = [aStep(1, { name }), aStep(2)]
    const conversation = new Conversation(aWorkflow(steps, [aConnection(1, 2)]), language)
    conversation.say(said)
    expect(conversation.play.state.current_step_id).toBe(2)
  })

  it('says of a timer what was done with it, and then its name', () => {
    const conversation = new Conversation(forked, language)
    const reading = { intent: 'start_timer', slots: { minutes: 20 }, confidence: 1, match: 'exact' } as const
    const named = `${texts.words.colon} ${texts.words.quoted('Step 1')}.`
    const { message } = conversation.hear('', { kind: 'understood', readings: [reading] })
    expect(message).toBe(`${texts.timers.started(20)}${named}`)
    expect(conversation.say(texts.readings.stop_timer(null)?.[1] ?? '').message).toBe(`${texts.timers.stopped}${named}`)
  })

  it('says where it is by the number of the step alone, and what is done of the way by its own total', () => {
    const { run } = atDecision(language)
    const asked = (intent: 'where_am_i' | 'status') => atDecision(language).say(texts.readings[intent](null)?.[1] ?? '')
    const here = numberOf(run, decision?.id ?? 0)
    expect(asked('where_am_i').message).toBe(texts.answers.youAreAt(decision?.name ?? '', here))
    const { completed_steps: done, total_steps: total, progress_percentage } = countProgress(run.workflow, run.state)
    const percent = Math.round(progress_percentage)
    const status = texts.answers.status({ workflow: run.workflow_name, done, total, percent })
    expect(asked('status').message.startsWith(status)).toBe(true)
  })

  it('offers at a decision its options where something was not understood, and says aloud what can be said', () => {
    const answer = atDecision(language).hear('', { kind: 'unknown' })
    expect(answer.did_you_mean?.[0]?.command).toContain(decision?.decision_options[0]?.option_text)
    const paused = new Conversation(wallet, language)
    paused.play.do({ type: 'pause' })
    expect(paused.hear('abc', { kind: 'unknown' }).speech).toContain(texts.readings.resume(null)?.[1])
  })

  it('what is not understood is answered with what could be said, and changes nothing', () => {
    const conversation = new Conversation(wallet, language)
    const before = stateOf(conversation)
    const nonsense = [
      '',
      '   ',
      'qwrtzp xkcd',
      'x'.repeat(10_000),
      '🙂🙂',
      "'; drop table users; --",
      '<script>alert(1)</script>',
    ]
    for (const sentence of nonsense) {
      const answer = conversation.say(sentence)
      expect(answer, sentence.slice(0, 20)).toMatchObject({ success: false, changed: false })
      expect(answer.did_you_mean?.length).toBeGreaterThan(0)
    }
    expect(stateOf(conversation)).toBe(before)
  })

  it('every gesture does something or says why not; an unknown one says which there are', () => {
    for (const gesture of gestures) expect(new Conversation(wallet, language).gesture(gesture).message).toMatch(/\S/)
    const reply = new Conversation(wallet, language).gesture('shake')
    expect(reply).toMatchObject({ success: false, command: null, changed: false })
    expect(reply.message).toContain('swipe_right')
  })
})

it('does two things in their order, and stops at the first that is refused', () => {
  const conversation = new Conversation(wallet)
  const both = conversation.say('complete and pause')
  expect(both).toMatchObject({ success: true, changed: true })
  expect(conversation.play.state.status).toBe('paused')
  expect(conversation.play.records.map(({ type }) => type)).toEqual(['start', 'complete', 'pause'])
  const refused = conversation.say('resume and go to step 99')
  expect(refused).toMatchObject({ success: false, changed: true })
  expect(refused.message).toContain('99')
  expect(conversation.play.state.status).toBe('active')
})

it('a jump says what it would skip and waits for a yes', () => {
  const conversation = new Conversation(wallet)
  const asked = conversation.say('skip to step 4')
  expect(asked).toMatchObject({ success: false, code: 'execution.jump_not_confirmed', changed: false })
  for (const { name } of wallet.steps.slice(0, 3)) expect(asked.message).toContain(name)
  const done = conversation.say('yes')
  expect(done).toMatchObject({ success: true, intent: 'goto', changed: true })
  expect(conversation.play.state.current_step_id).toBe(wallet.steps[3]?.id)
})

it('a waiting step is completed early only after a yes, and the override is on record', () => {
  const conversation = new Conversation(wallet)
  conversation.play.complete(1, 2, 3)
  const asked = conversation.say('done')
  expect(asked).toMatchObject({ success: false, code: 'execution.time_not_elapsed', changed: false })
  expect(asked.message).toContain('10 minutes')
  expect(conversation.say('yes').success).toBe(true)
  expect(conversation.play.status(4)).toBe('completed')
})
