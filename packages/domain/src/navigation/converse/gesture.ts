import { navigationContext, type NavigationContext } from '../context.ts'
import { stepGuidance, type StepGuidance } from '../guidance.ts'
import { nameOf, textsFor, type Run } from '../run.ts'
import { gestureCommand, gestures, type Gesture, type GestureCommand } from '../words.ts'
import type { Part, Question, Talk } from './answer.ts'
import { respond } from './respond.ts'
import { status } from './progress-answers.ts'

/** The answer to a gesture. */
export interface GestureReply {
  readonly success: boolean
  readonly message: string
  readonly gesture: string
  readonly command: GestureCommand | null
  readonly code?: string
  readonly guidance?: StepGuidance
  readonly overview?: NavigationContext
  readonly question: Question | null
  readonly run: Run
  readonly changed: boolean
}

const isGesture = (gesture: string): gesture is Gesture => Object.hasOwn(gestureCommand, gesture)

function* doing(run: Run, command: GestureCommand): Talk<Part & Pick<GestureReply, 'guidance' | 'overview'>> {
  switch (command) {
    case 'next_step':
      return yield* respond(run, 'next', {})
    case 'previous_step':
      return yield* respond(run, 'previous', {})
    case 'complete_step':
      return yield* respond(run, 'complete', {})
    case 'show_overview':
      return { ...status(run), overview: navigationContext(run) }
    case 'show_guidance':
    case 'show_details': {
      const here = run.state.current_step_id
      const guidance = here === null ? null : stepGuidance(run, here)
      const { answers, gestures: texts } = textsFor(run)
      if (here === null || guidance === null) return { success: false, message: answers.nowhere, run }
      return { success: true, message: texts.guidance(nameOf(run, here)), guidance, run }
    }
  }
}

/** Does what a gesture stands for. */
export function* gesturing(run: Run, gesture: string): Talk<GestureReply> {
  if (!isGesture(gesture)) {
    const message = textsFor(run).gestures.unknown(gesture, gestures)
    return { success: false, message, gesture, command: null, question: null, run, changed: false }
  }
  const command = gestureCommand[gesture]
  const { success, message, code, guidance, overview, question, run: after } = yield* doing(run, command)
  return {
    success,
    message,
    gesture,
    command,
    ...(code === undefined ? {} : { code }),
    ...(guidance === undefined ? {} : { guidance }),
    ...(overview === undefined ? {} : { overview }),
    question: question ?? null,
    run: after,
    changed: after.state.sequence !== run.state.sequence,
  }
}
