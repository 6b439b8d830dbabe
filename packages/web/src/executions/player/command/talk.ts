import { estimatedDurations } from '@hidesync/domain/insights/estimated-durations'
import type { Answer, Asked, Came, Question } from '@hidesync/domain/navigation/converse/answer'
import { converse } from '@hidesync/domain/navigation/converse/converse'
import { vocabularyOf } from '@hidesync/domain/navigation/converse/vocabulary'
import type { Understanding } from '@hidesync/domain/navigation/language/intent'
import type { HistoryLine, Run } from '@hidesync/domain/navigation/run'
import { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { spokenLanguage } from '@hidesync/domain/text/language'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Execution } from '../../execution.ts'
import type { Saying } from './exchange.ts'
import type { Heard } from './hearing.ts'
import { listen } from './listener.ts'

const stepTypes = new StepTypeRegistry()

export interface RunParts {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  readonly locale: string
  readonly at: number
  readonly history?: readonly HistoryLine[]
}

/** A run as navigation speaks of it, made of what the player has. */
export const runOf = ({ execution, workflow, state, locale, at, history = [] }: RunParts): Run => ({
  execution_id: execution.id,
  workflow_id: execution.workflow_id,
  workflow_name: execution.workflow_name,
  quantity: execution.quantity,
  workflow,
  state,
  definition: workflow.definition,
  language: spokenLanguage([locale]),
  locale,
  stepTypes,
  durations: estimatedDurations(workflow),
  at,
  history,
  last: null,
})

/** What somebody meant, in the language in which it was said; null: a language is missing here. */
export function hear(run: Run, saying: Saying, locales: readonly string[]): Promise<Heard | null> {
  const languages = [...new Set([run.language, ...locales.map(locale => spokenLanguage([locale]))])]
  if (saying.type === 'words') return listen({ text: saying.text, vocabulary: vocabularyOf(run), languages })
  const reading = { intent: saying.intent, slots: saying.slots, confidence: 1, match: 'exact' } as const
  return Promise.resolve({ language: run.language, understanding: { kind: 'understood', readings: [reading] } })
}

interface Said {
  readonly text: string
  readonly understanding: Understanding
  readonly question: Question | null
}

/** Answers a sentence, and has done what it asks for. */
export async function answerTo(run: Run, said: Said, give: (run: Run, asked: Asked) => Promise<Came>): Promise<Answer> {
  const talk = converse(run, said)
  let now = run
  let turn = talk.next()
  while (turn.done !== true) {
    const came = await give(now, turn.value)
    if (came.ok) now = came.run
    turn = talk.next(came)
  }
  return turn.value
}
