import { describe, expect, it } from 'vitest'
import { aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { Conversation } from '../../testing/conversation.ts'
import { languages } from '../../text/language.ts'
import { textsIn } from '../texts/texts-in.ts'

const twoSteps = aWorkflow([aStep(1), aStep(2)], [aConnection(1, 2)])
const noNames = { step: () => '', options: () => [] }
const quoted = /[“„«]\s?([^“”„«»]+?)\s?[“”»]/u
const resting = { paused: 'pause', timeout: 'time_out' } as const
/** Ways to go on beside the one that the app names. */
const goesOn = {
  en: ['next', 'go on', 'resume'],
  de: ['weiter', 'weitermachen', 'mach weiter'],
  fr: ['suivant', 'continuer', 'reprendre'],
  es: ['siguiente', 'continuar', 'reanudar'],
}

describe.each(languages)('in %s', language => {
  const texts = textsIn(language)
  const atRest = (status: 'paused' | 'timeout') => {
    const conversation = new Conversation(twoSteps, language)
    conversation.play.do({ type: resting[status] })
    return conversation
  }

  it.each(['paused', 'timeout'] as const)('a run that is %s goes on with the word that a refusal names', status => {
    const conversation = atRest(status)
    const refused = conversation.say(texts.readings.complete(null)?.[1] ?? '')
    expect(refused).toMatchObject({ success: false, changed: false })
    const [, word = ''] = quoted.exec(refused.message) ?? []
    for (const say of [word, ...goesOn[language]]) {
      const again = atRest(status)
      expect(again.say(say), say).toMatchObject({ success: true, changed: true })
      expect(again.play.state.status).toBe('active')
    }
  })

  it.each(['paused', 'timeout'] as const)('the guidance of a run that is %s names a word that works', status => {
    const conversation = atRest(status)
    const { message } = conversation.say(texts.readings.suggest(null)?.[1] ?? '')
    conversation.say(quoted.exec(message)?.[1] ?? '')
    expect(conversation.play.state.status).toBe('active')
  })

  it('says of a run that is under way that it is, and not that it cannot go on any more', () => {
    const conversation = new Conversation(twoSteps, language)
    const { message, success } = conversation.say(texts.readings.resume(null)?.[1] ?? '')
    expect({ message, success }).toEqual({
      message: texts.refusals.under_way({ type: 'under_way' }, noNames),
      success: false,
    })
    const asks = quoted.exec(message)?.[1] ?? ''
    expect(conversation.say(asks)).toMatchObject({ success: true, intent: 'where_am_i' })
  })

  it('offers no way to go on while nothing rests', () => {
    const readings = (['complete', 'status', 'resume'] as const).map(intent => ({
      intent,
      slots: {},
      confidence: 0.6,
      match: 'paraphrase' as const,
    }))
    const offered = (conversation: Conversation) =>
      conversation.hear('', { kind: 'unclear', readings }).did_you_mean?.map(({ intent }) => intent)
    expect(offered(new Conversation(twoSteps, language))).toEqual(['complete', 'status'])
    expect(offered(atRest('paused'))).toEqual(['status', 'resume'])
  })
})
