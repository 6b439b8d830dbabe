import type { CommandRequest } from '../executions/command.ts'
import type { CommandRecord } from '../executions/event.ts'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import { StepTypeRegistry } from '../step-types/registry.ts'
import { Play } from './play.ts'
import type { Language } from '../text/language.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'
import type { Answer, Came, Question, Talk } from '../navigation/converse/answer.ts'
import { converse } from '../navigation/converse/converse.ts'
import { gesturing, type GestureReply } from '../navigation/converse/gesture.ts'
import { hearing } from '../navigation/converse/hearing.ts'
import type { Understanding } from '../navigation/language/intent.ts'
import { understand } from '../navigation/language/understand.ts'
import { refusalNames, type Run } from '../navigation/run.ts'
import { refusalText } from '../navigation/texts/refusal-text.ts'

/** A record as the history tells of it, with the data of the step that it settled. */
const lineOf = ({ type, step_id, events }: CommandRecord) => {
  const settled = events.find(event => event.type === 'step_changed' && event.step_id === step_id)
  const data = settled?.type === 'step_changed' ? settled.to.data : null
  return { action_type: type, step_id, action_data: data ? { data } : {} }
}

/** Somebody who talks to a run in one language, as server and browser let them. */
export class Conversation {
  readonly play: Play
  question: Question | null = null

  constructor(
    definition: WorkflowDefinition,
    readonly language: Language = 'en',
  ) {
    this.play = new Play(definition).start()
  }

  get run(): Run {
    const { play, language } = this
    const { workflow, state, at, records, last } = play
    return {
      execution_id: 1,
      workflow_id: 1,
      workflow_name: 'Wooden box',
      quantity: 1,
      workflow,
      state,
      definition: workflow.definition,
      language,
      locale: language,
      stepTypes: new StepTypeRegistry(),
      durations: estimatedDurations(workflow),
      at,
      history: records.toReversed().map(record => ({ at, ...lineOf(record), actor: null })),
      last,
    }
  }

  say(text: string): Answer {
    return this.hear(text, understand(text, hearing(this.run)))
  }

  hear(text: string, understanding: Understanding): Answer {
    const answer = this.#hold(converse(this.run, { text, understanding, question: this.question }))
    this.question = answer.question
    return answer
  }

  gesture(gesture: string): GestureReply {
    const reply = this.#hold(gesturing(this.run, gesture))
    this.question = reply.question
    return reply
  }

  #hold<T>(talk: Talk<T>): T {
    let step = talk.next()
    while (step.done !== true) step = talk.next(this.#give(step.value.command))
    return step.value
  }

  #give(command: CommandRequest): Came {
    const decision = this.play.try(command.type === 'undo' ? { ...command, last: this.play.last } : command)
    const { run } = this
    if (decision.ok) return { ok: true, run, skipped_steps: decision.skipped_steps, undone: decision.undone ?? null }
    const { refusal } = decision
    return { ok: false, code: refusal.code, message: refusalText(refusal, refusalNames(run), run.language) }
  }
}
