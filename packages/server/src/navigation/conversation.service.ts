import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { CommandAnswer, GestureAnswer, VoiceAnswer } from '@hidesync/contract/navigation/command.schemas'
import { converse, longestSentence } from '@hidesync/domain/navigation/converse/converse'
import { gesturing } from '@hidesync/domain/navigation/converse/gesture'
import type { Asked, Came, Question, Talk } from '@hidesync/domain/navigation/converse/answer'
import { hearing } from '@hidesync/domain/navigation/converse/hearing'
import { understandingOf } from '@hidesync/domain/navigation/language/proposal'
import { understand } from '@hidesync/domain/navigation/language/understand'
import { refusalNames, type Run } from '@hidesync/domain/navigation/run'
import { refusalText } from '@hidesync/domain/navigation/texts/refusal-text'
import { spokenLanguage } from '@hidesync/domain/text/language'
import type { Database, Transaction } from '../database/database.ts'
import { attempts, busy, RefusedCommand, type ExecutionService } from '../executions/execution.service.ts'
import type { LoadedExecution } from '../executions/execution.reader.ts'
import { AppError } from '../http/app-error.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { LanguageModel } from './language-model.ts'
import { commandAnswer, gestureAnswer, voiceAnswer } from './navigation-answers.ts'
import { keepQuestion, readQuestion } from './question.repository.ts'
import type { RunSource } from './run-source.ts'

interface Deps {
  readonly db: Database
  readonly executions: ExecutionService
  readonly runs: RunSource
  /** Asked what a sentence means that nobody understood; null: there is none. */
  readonly languageModel: LanguageModel | null
  readonly now: () => Date
}

/** What both sentences and gestures come to. */
interface Reply {
  readonly question: Question | null
  readonly run: Run
}

/** Something that is said or shown to a run. */
interface Utterance<R extends Reply, A> {
  readonly id: number
  readonly languages: readonly string[]
  readonly begin: (run: Run, question: Question | null) => Talk<R>
  readonly answer: (reply: R, execution: Execution | null) => A
}

export interface Sentence {
  readonly command: string
  readonly locale?: string
}

/** Another command came first: what was begun is given up and done anew. */
class Overtaken extends Error {}

/** Lets people talk to a run. All that one sentence does is one transaction, with the question that is open after it. */
export class ConversationService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  command(id: number, sentence: Sentence, context: RequestContext): Promise<CommandAnswer> {
    return this.#say(id, sentence, context, commandAnswer)
  }

  voice(id: number, sentence: Sentence, context: RequestContext): Promise<VoiceAnswer> {
    return this.#say(id, sentence, context, voiceAnswer)
  }

  gesture(id: number, gesture: string, context: RequestContext): Promise<GestureAnswer> {
    const begin = (run: Run) => gesturing(run, gesture)
    return this.#hold({ id, languages: context.languages, begin, answer: gestureAnswer }, context)
  }

  async #say<A>(
    id: number,
    { command, locale }: Sentence,
    context: RequestContext,
    answer: Utterance<ReturnType<typeof converse> extends Talk<infer R> ? R : never, A>['answer'],
  ): Promise<A> {
    const languages = locale === undefined ? context.languages : [locale]
    const proposal = await this.#proposal({ id, languages, text: command }, context)
    const begin = (run: Run, question: Question | null) => {
      const heard = hearing(run)
      const understood = understand(command, heard)
      const { vocabulary } = heard
      const understanding =
        understood.kind === 'unknown' ? understandingOf(proposal, { text: command, vocabulary }) : understood
      return converse(run, { text: command, understanding, question })
    }
    return this.#hold({ id, languages, begin, answer }, context)
  }

  /** What the language model makes of a sentence that nobody understood; asked before anything is held or locked. */
  async #proposal(
    { id, languages, text }: { readonly id: number; readonly languages: readonly string[]; readonly text: string },
    context: RequestContext,
  ): Promise<unknown> {
    const { db, languageModel } = this.#deps
    if (languageModel === null || text.trim() === '' || text.length > longestSentence) return null
    const { run } = await this.#load({ id, languages }, context, db)
    const heard = hearing(run)
    if (understand(text, heard).kind !== 'unknown') return null
    return languageModel.propose({ text, language: run.language, vocabulary: heard.vocabulary }, context.signal)
  }

  /** What changes nothing is answered right away; everything else is worked out in a transaction. */
  async #hold<R extends Reply, A>(utterance: Utterance<R, A>, context: RequestContext): Promise<A> {
    const language = spokenLanguage(utterance.languages)
    context.setLanguage(language)
    if (context.idempotency === null) {
      const told = await this.#tell(utterance, context)
      if (told !== null) return told
    }
    for (let attempt = 0; attempt < attempts; attempt++) {
      try {
        const { version, answer } = await context.once(tx => this.#perform(tx, utterance, context))
        context.setETag(versionTag(version))
        return answer
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
      }
    }
    throw busy(language)
  }

  async #load(
    { id, languages }: Pick<Utterance<Reply, unknown>, 'id' | 'languages'>,
    context: RequestContext,
    db: Database,
  ) {
    const options = { withSteps: !context.minimal, withLast: true }
    const loaded = await this.#deps.executions.load(id, context, options, db)
    const { run } = await this.#deps.runs.read(db, loaded, { user_id: context.caller.user_id, languages })
    return { loaded, run }
  }

  /** Null: it has something done, or asks. */
  async #tell<R extends Reply, A>(utterance: Utterance<R, A>, context: RequestContext): Promise<A | null> {
    const { db } = this.#deps
    const { loaded, run } = await this.#load(utterance, context, db)
    refuseStale(context.ifMatch, loaded.row.version, 'The run')
    const question = await this.#question(db, loaded, context)
    const { done, value } = utterance.begin(run, question).next()
    if (done !== true || question !== null || value.question !== null) return null
    context.setETag(versionTag(loaded.row.version))
    return utterance.answer(value, null)
  }

  #question(db: Database, { row }: LoadedExecution, { caller }: RequestContext): Promise<Question | null> {
    const asker = { execution_id: row.id, user_id: caller.user_id }
    return readQuestion(db, asker, { version: row.version, at: this.#deps.now().getTime() })
  }

  async #perform<R extends Reply, A>(tx: Transaction, utterance: Utterance<R, A>, context: RequestContext) {
    const first = await this.#load(utterance, context, tx)
    refuseStale(context.ifMatch, first.loaded.row.version, 'The run')
    const asked = await this.#question(tx, first.loaded, context)
    const talk = utterance.begin(first.run, asked)
    let { loaded } = first
    let execution: Execution | null = null
    let step = talk.next()
    while (step.done !== true) {
      const came = await this.#give(tx, { loaded, run: first.run, asked: step.value }, context)
      if (!came.ok) step = talk.next(came)
      else {
        const now = await this.#load(utterance, context, tx)
        loaded = now.loaded
        execution = came.execution
        const { skipped_steps = [], undone } = came.execution
        step = talk.next({
          ok: true,
          run: now.run,
          skipped_steps,
          undone: undone === undefined ? null : { type: undone.action_type, step_id: undone.step_id },
        })
      }
    }
    const reply = step.value
    const { version } = loaded.row
    const asker = { execution_id: utterance.id, user_id: context.caller.user_id }
    const at = this.#deps.now().getTime()
    await keepQuestion(tx, asker, { question: reply.question, version, at })
    return { version, answer: utterance.answer(reply, execution) }
  }

  /** Has one command done within the transaction. */
  async #give(
    tx: Transaction,
    { loaded, run, asked }: { readonly loaded: LoadedExecution; readonly run: Run; readonly asked: Asked },
    context: RequestContext,
  ): Promise<Extract<Came, { ok: false }> | { readonly ok: true; readonly execution: Execution }> {
    const { caller, minimal } = context
    const command = {
      request: asked.command,
      action_data: asked.action_data,
      actor_id: caller.user_id,
      locale: run.locale,
      minimal,
      idempotency: null,
    }
    try {
      const applied = await this.#deps.executions.apply(loaded, command, tx)
      if (applied === null) throw new Overtaken()
      return { ok: true, execution: JSON.parse(applied.body.text) as Execution }
    } catch (error) {
      if (error instanceof RefusedCommand)
        return { ok: false, code: error.code, message: refusalText(error.refusal, refusalNames(run), run.language) }
      if (error instanceof AppError && error.code === 'execution.step_incomplete')
        return { ok: false, code: error.code, message: error.detail }
      throw error
    }
  }
}
