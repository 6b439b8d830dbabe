import { namesOf, refusalNames, type Run } from '../run.ts'
import { refusalText } from '../texts/refusal-text.ts'
import { availableSteps } from '../../executions/view.ts'
import type { CommandRequest } from '../../executions/command.ts'
import { decide } from '../../executions/decide.ts'
import type { Refusal } from '../../executions/refusal.ts'
import type { JsonObject } from '../../workflows/definition.ts'
import type { AnswerData, Asked, Part, Question } from './answer.ts'

/** An answer that does nothing. */
export const tell = (run: Run, message: string, data: AnswerData = {}, speech?: string): Part => ({
  success: true,
  message,
  data,
  run,
  ...(speech === undefined ? {} : { speech }),
})

/** Why nothing was done. */
export const decline = (run: Run, message: string, data: AnswerData = {}): Part => ({
  success: false,
  message,
  data,
  run,
})

/** Asks before something is done. */
export const ask = (run: Run, message: string, question: Question): Part => ({
  success: false,
  message,
  question,
  run,
})

export const asked = (command: CommandRequest, action_data: JsonObject = {}): Asked => ({ command, action_data })

/** A refusal of the engine in the reader's words. */
export const refusal = (run: Run, refused: Refusal): Part => ({
  ...decline(run, refusalText(refused, refusalNames(run), run.language)),
  code: refused.code,
})

/** Why the engine would refuse a command as things stand; null: it would take it. */
export function whyNot(run: Run, command: CommandRequest): Refusal | null {
  const decision = decide(run.workflow, run.state, { ...command, at: run.at, actor_id: null })
  return decision.ok ? null : decision.refusal
}

export const openNames = (run: Run): string[] =>
  namesOf(run, availableSteps(run.workflow, run.state, run.at).slice(0, 6))

/** Several sentences as one text; empty ones are left out. */
export const joined = (...sentences: readonly (string | false | null)[]): string =>
  sentences.filter(sentence => sentence !== false && sentence !== null && sentence !== '').join(' ')

export const lines = (...texts: readonly string[]): string => texts.join('\n')
