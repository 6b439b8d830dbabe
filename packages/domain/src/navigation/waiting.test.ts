import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Conversation } from '../testing/conversation.ts'
import { languages } from '../text/language.ts'
import { remainingIn } from './context.ts'
import { advisedStanding, bestOpenStep, standingInView } from './standing.ts'
import { textsIn } from './texts/texts-in.ts'

const readings = [{ intent: 'time_remaining', slots: {}, confidence: 1, match: 'exact' }] as const

/** What was glued (1) dries for a day before the rest; beside it there is something short to do (4). */
const gluing = aWorkflow(
  [aStep(1), aStep(2), aStep(3), aStep(4)],
  [aConnection(1, 2, { min_lag: 1440 }), aConnection(2, 3), aConnection(4, 3)],
)

describe('what is left of a run that has to wait', () => {
  it.each(languages)('is said in %s as work and as time until the end', language => {
    const conversation = new Conversation(gluing, language)
    const { work, until } = remainingIn(conversation.run)
    expect([work.p50, until?.p50]).toEqual([expect.closeTo(40, 0), expect.closeTo(1470, 0)])
    const { message } = conversation.hear('', { kind: 'understood', readings })
    expect(message).toContain(textsIn(language).answers.leftWithWaits(work.p50, until?.p50 ?? 0))
  })

  it('is said as before where nothing waits, and where nobody can tell when it goes on', () => {
    expect(remainingIn(new Conversation(aChain(3)).run).until).toBeNull()
    const conversation = new Conversation(gluing)
    conversation.play.do({ type: 'pause' })
    expect(remainingIn(conversation.run).until).toBeNull()
  })

  it('the step that keeps the end waiting longest is to be begun first', () => {
    const sides = aWorkflow(
      [aStep(4), aStep(5, { estimated_duration: 60 }), aStep(1), aStep(2), aStep(3)].map((step, at) => ({
        ...step,
        display_order: at,
      })),
      [...gluing.connections, aConnection(5, 3, { id: 53 })],
    )
    const { run } = new Conversation(sides)
    expect(run.state.current_step_id).toBe(4)
    expect(bestOpenStep(run, 4)?.id).toBe(1)
  })
})

describe('a step that is to be begun by a deadline', () => {
  const quick = aWorkflow([aStep(1), aStep(2, { estimated_duration: 30 })], [aConnection(1, 2, { max_lag: 20 })])

  it('may take longer than that: it is urgent until then, and no more once it is under way', () => {
    const conversation = new Conversation(quick)
    const { play } = conversation
    play.complete(1)
    expect(standingInView(conversation.run).situation).toMatchObject({ type: 'deadline', left: expect.closeTo(20, 0) })
    play.wait(25)
    expect(standingInView(conversation.run).situation.type).not.toBe('deadline')
  })

  it('is said to be late if it was not begun in time', () => {
    const steps = [aStep(1), aStep(3), aStep(2)].map((step, at) => ({ ...step, display_order: at }))
    const connections = [aConnection(1, 2, { id: 12, max_lag: 20 }), aConnection(1, 3, { id: 13 })]
    const conversation = new Conversation(aWorkflow(steps, connections))
    conversation.play.complete(1)
    expect(advisedStanding(conversation.run).step_id).toBe(3)
    conversation.play.wait(25)
    expect(advisedStanding(conversation.run).situation).toMatchObject({ type: 'deadline', step: 'Step 2', left: null })
  })
})
