import { describe, expect, it } from 'vitest'
import { aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { Conversation } from '../../testing/conversation.ts'
import { languages } from '../../text/language.ts'

const sewn = aWorkflow([aStep(1)], [])

describe.each(languages)('in %s what runs short', language => {
  const short = (slots: { readonly quantity?: number; readonly unit?: string }) => {
    const what = { text: 'Pergamin', ...slots }
    const reading = { intent: 'report_shortage', slots: what, confidence: 1, match: 'exact' } as const
    return new Conversation(sewn, language).hear('', { kind: 'understood', readings: [reading] })
  }

  it('is noted with how much of it is missing, where that is said', () => {
    expect(short({ quantity: 3, unit: 'm' })).toMatchObject({ success: true, changed: true })
    expect(short({ quantity: 3, unit: 'm' }).message).toMatch(/Pergamin, 3.m/iu)
    expect(short({}).message).not.toMatch(/\d/u)
  })
})
