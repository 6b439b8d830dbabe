import { describe, expect, it } from 'vitest'
import { Conversation } from '../../testing/conversation.ts'
import { aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { benchIn } from '../language/testing/bench.ts'
import { prepareVocabulary } from '../language/prepare.ts'
import { told } from '../language/testing/told.ts'
import { understand } from '../language/understand.ts'
import type { Language } from '../../text/language.ts'

/** How one says how much is short, each with two pieces and with two metres. */
const short: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['we are two rivets short', 'I am missing 2 metres of thread'],
  de: ['mir fehlen zwei Messingnieten', 'es fehlen noch 2 Meter Leinenzwirn'],
  fr: ['il manque deux rivets', 'il manque encore 2 mètres de fil'],
  es: ['me faltan dos remaches', 'nos hacen falta 2 metros de hilo'],
}

describe.each(Object.entries(short))('what is short in %s', (code, [pieces, measure]) => {
  const language = code as Language
  const prepared = prepareVocabulary(benchIn(language), language)

  it('is understood with how much of it', () => {
    expect(told(understand(pieces, prepared))).toBe('report_shortage quantity=2 resource_id=r3')
    expect(told(understand(measure, prepared))).toBe('report_shortage quantity=2 unit=m resource_id=r2')
  })

  it('is noted with how much of it', () => {
    const conversation = new Conversation(aWorkflow([aStep(1), aStep(2)], []), language)
    const slots = { text: 'Xyz', quantity: 2, unit: 'm' }
    const readings = [{ intent: 'report_shortage', slots, confidence: 1, match: 'exact' }] as const
    const { message } = conversation.hear('', { kind: 'understood', readings })
    expect(message).toContain('Xyz, 2')
  })
})
