import { describe, expect, it } from 'vitest'
import { aConnection, aDecision, aStep, aWorkflow, anOutcome } from '../testing/build-workflow.ts'
import { Conversation } from '../testing/conversation.ts'
import { languages } from '../text/language.ts'
import { progressIn } from './context.ts'
import { outlookOf } from './guidance.ts'
import { standingInView } from './standing.ts'
import { textsIn } from './texts/texts-in.ts'

/** A check (2) that leads to mending (3), which leads back; after it two steps to the outcome. */
const mending = aWorkflow(
  [
    aStep(1),
    aStep(2, { name: 'Check the seam', step_type: 'quality_check' }),
    aStep(3, { name: 'Mend it' }),
    aStep(4, { estimated_duration: 30 }),
    aStep(5, { is_outcome: true, outcome_id: 1 }),
  ],
  [
    aConnection(1, 2),
    aConnection(2, 4),
    aConnection(2, 3, { id: 23, connection_type: 'fallback' }),
    aConnection(3, 2, { id: 32, connection_type: 'loop', max_iterations: 3 }),
    aConnection(4, 5),
  ],
  [anOutcome(1, { name: 'Wallet', is_default: true })],
)

describe('a check that failed and leads back', () => {
  it('does not bring the end nearer: what comes after the mending is still to be done, and possible', () => {
    const conversation = new Conversation(mending)
    const { play } = conversation
    play.complete(1)
    const before = progressIn(conversation.run)
    play.verdict(2, 'fail')
    const after = progressIn(conversation.run)
    expect(after.progress_percentage).toBeLessThanOrEqual(before.progress_percentage)
    expect(after.total_steps).toBe(5)
    expect(after.estimated_remaining_time - before.estimated_remaining_time).toBeCloseTo(10, 0)
    expect(standingInView(conversation.run).situation.type).toBe('working')
    play.complete(3)
    expect(progressIn(conversation.run).progress_percentage).toBe(after.progress_percentage)
  })

  it.each(languages)('says in %s what is to be done again, once it does', language => {
    const conversation = new Conversation(mending, language)
    conversation.play.complete(1).verdict(2, 'fail')
    const readings = [{ intent: 'complete', slots: {}, confidence: 1, match: 'exact' }] as const
    const { message } = conversation.hear('', { kind: 'understood', readings })
    expect(message).toContain(textsIn(language).done.again(['Check the seam']))
  })

  it('names the outcome and the minutes of options behind it as they will be', () => {
    const choosing = {
      ...mending,
      steps: [
        ...mending.steps.slice(0, 3),
        aDecision(4, [{}, {}], { estimated_duration: 5 }),
        ...mending.steps.slice(4),
      ],
    }
    const conversation = new Conversation(choosing)
    conversation.play.complete(1).verdict(2, 'fail')
    expect(outlookOf(conversation.run, 4)).toMatchObject([
      { next_step_id: 5, estimated_time: 10, outcome_name: 'Wallet' },
      { next_step_id: 5, estimated_time: 10, outcome_name: 'Wallet' },
    ])
  })
})
