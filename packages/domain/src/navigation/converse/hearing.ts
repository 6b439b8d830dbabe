import type { Language } from '../../text/language.ts'
import type { WorkflowDefinition } from '../../workflows/definition.ts'
import type { Vocabulary } from '../language/intent.ts'
import { prepareVocabulary } from '../language/prepare.ts'
import type { PreparedVocabulary } from '../language/ready.ts'
import type { Run } from '../run.ts'
import { vocabularyOf } from './vocabulary.ts'

/** All by which steps are known: their names, and the forms that tell that they are done. */
type Steps = Pick<PreparedVocabulary, 'steps' | 'made'>

const prepared = new WeakMap<WorkflowDefinition, Map<Language, Steps>>()

/** The names of the steps made ready to be heard: once for a definition and language, since there may be thousands. */
function stepsOf({ definition, language }: Run, steps: Vocabulary['steps']): Steps {
  const known = prepared.get(definition) ?? new Map<Language, Steps>()
  prepared.set(definition, known)
  const found = known.get(language)
  if (found !== undefined) return found
  const all = prepareVocabulary({ ...nothingNamed, steps }, language)
  const ready = { steps: all.steps, made: all.made }
  known.set(language, ready)
  return ready
}

const nothingNamed: Vocabulary = {
  steps: [],
  current_step_id: null,
  options: [],
  outcomes: [],
  resources: [],
  timers: [],
}

/** A run's vocabulary, ready for `understand`. */
export function hearing(run: Run): PreparedVocabulary {
  const vocabulary = vocabularyOf(run)
  const others = prepareVocabulary({ ...vocabulary, steps: [] }, run.language)
  return { ...others, vocabulary, ...stepsOf(run, vocabulary.steps) }
}
