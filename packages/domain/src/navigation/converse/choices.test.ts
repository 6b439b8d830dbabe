import { describe, expect, it } from 'vitest'
import { timersOf } from '../../executions/timer.ts'
import { aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { Conversation } from '../../testing/conversation.ts'
import { languages, type Language } from '../../text/language.ts'
import type { Meant } from '../language/intent.ts'
import { understand } from '../language/understand.ts'
import { textsIn } from '../texts/texts-in.ts'
import { hearing } from './hearing.ts'

const bench = {
  en: 'Set up the bench',
  de: 'Werkbank einrichten',
  fr: 'Préparer l’établi',
  es: 'Preparar el banco',
}
const glueing = { en: 'Glue the pockets', de: 'Fächer verkleben', fr: 'Coller les poches', es: 'Pegar los bolsillos' }

const begin = (language: Language) => {
  const steps = [aStep(1, { name: bench[language] }), aStep(2, { name: glueing[language] })]
  return new Conversation(aWorkflow(steps, [aConnection(1, 2)]), language)
}
const doubt = (conversation: Conversation, ...readings: readonly Meant[]) =>
  conversation.hear('', {
    kind: 'unclear',
    readings: readings.map(meant => ({ ...meant, confidence: 0.6, match: 'fuzzy' as const })),
  })
const start = (conversation: Conversation, minutes: number) =>
  conversation.hear('', {
    kind: 'understood',
    readings: [{ intent: 'start_timer', slots: { minutes }, confidence: 1, match: 'exact' }],
  })

describe.each(languages)('in %s', language => {
  const texts = textsIn(language)
  const two = () => {
    const conversation = begin(language)
    start(conversation, 10)
    start(conversation, 20)
    return conversation
  }
  const timers = ({ play }: Conversation) => timersOf(play.state)

  it.each(['pause_timer', 'resume_timer', 'extend_timer', 'stop_timer'] as const)(
    'of two timers of one step each can be meant alone: %s',
    intent => {
      const ready = () => {
        const conversation = two()
        if (intent === 'resume_timer')
          for (const { id } of timers(conversation)) conversation.play.do({ type: 'pause_timer', timer_id: id })
        return conversation
      }
      const [, sentence = ''] = texts.readings[intent](null) ?? []
      const { did_you_mean = [], changed, message } = ready().say(sentence)
      const names = timers(ready()).map(({ label }) => label)
      expect(new Set(names).size).toBe(2)
      expect({ changed, message }).toEqual({ changed: false, message: texts.timers.which(names) })
      expect(did_you_mean.map(({ label }) => label)).toEqual(
        names.map(name => expect.stringContaining(texts.words.quoted(name)) as string),
      )
      for (const [index, { command }] of did_you_mean.entries()) {
        const conversation = ready()
        const [before, after] = [timers(conversation), conversation.say(command)]
        expect(after, command).toMatchObject({ success: true, changed: true, intent })
        const left = timers(conversation).map(timer => JSON.stringify(timer))
        const touched = before.filter(timer => !left.includes(JSON.stringify(timer)))
        expect(touched, command).toEqual([before[index]])
      }
    },
  )

  it.each<Meant>([
    { intent: 'add_note', slots: { text: 'hallo 12 €' } },
    { intent: 'add_note', slots: { text: 'stop: hello, ok' } },
    { intent: 'start_timer', slots: { minutes: 0.5 } },
    { intent: 'start_timer', slots: { minutes: 1.5 } },
    { intent: 'start_timer', slots: { minutes: 10 } },
    { intent: 'start_timer', slots: { minutes: 90 } },
    { intent: 'start_timer', slots: { minutes: 10, text: 'Leimtopf' } },
    { intent: 'extend_timer', slots: { minutes: 12 } },
    { intent: 'fail', slots: { step_id: 2 } },
  ])('what is offered carries what was said: $intent $slots', meant => {
    const conversation = begin(language)
    const [offer, ...others] = doubt(conversation, meant).did_you_mean ?? []
    expect(others).toEqual([])
    const heard = understand(offer?.command ?? '', hearing(conversation.run))
    expect(heard, offer?.command).toMatchObject({ kind: 'understood', readings: [meant] })
  })

  it('notes all that is said or, where a note cannot be that long, nothing, and says so', () => {
    const [, note = ''] = texts.readings.add_note(null) ?? []
    for (const [letters, success] of [
      [5000, true],
      [5001, false],
      [10_004, false],
    ] as const) {
      const conversation = begin(language)
      const answer = conversation.say(`${note}: ${'x '.repeat(letters).slice(0, letters - 1)}x`)
      expect(answer).toMatchObject({ success, changed: success, intent: 'add_note' })
      const message = success ? texts.done.noted(bench[language]) : texts.answers.noteTooLong(letters, 5000)
      expect(answer.message).toBe(message)
    }
  })

  it('offers what one sentence says once, and does it at a yes', () => {
    const conversation = begin(language)
    const fails = [
      { intent: 'fail', slots: {} },
      { intent: 'fail', slots: { verdict: 'fail' } },
    ] as const
    const { did_you_mean } = doubt(conversation, ...fails)
    expect(did_you_mean).toHaveLength(1)
    const asked = conversation.say(texts.readings.yes(null)?.[1] ?? '')
    expect(asked.message).toBe(texts.questions.fail(bench[language]))
  })
})
