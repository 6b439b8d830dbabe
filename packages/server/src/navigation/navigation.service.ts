import type {
  NavigationContext,
  PathAnalysis,
  StepGuidance,
  Suggestion,
} from '@hidesync/contract/navigation/navigation.schemas'
import type { Refusal } from '@hidesync/domain/executions/refusal'
import { stepNotFound } from '@hidesync/domain/executions/refusals'
import { navigationContext } from '@hidesync/domain/navigation/context'
import { pathFrom } from '@hidesync/domain/navigation/converse/path-answers'
import { stepGuidance } from '@hidesync/domain/navigation/guidance'
import type { PathAim } from '@hidesync/domain/navigation/paths/path'
import { unknownAim } from '@hidesync/domain/navigation/paths/unknown-aim'
import { refusalNames, type Run } from '@hidesync/domain/navigation/run'
import { refusalText } from '@hidesync/domain/navigation/texts/refusal-text'
import { suggestion } from '@hidesync/domain/navigation/suggestion'
import type { Database } from '../database/database.ts'
import type { ExecutionService } from '../executions/execution.service.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import { contextAnswer, guidanceAnswer, pathAnswer } from './navigation-answers.ts'
import type { RunSource } from './run-source.ts'

interface Deps {
  readonly db: Database
  readonly executions: ExecutionService
  readonly runs: RunSource
}

export interface PathQuery {
  readonly target_outcome_id?: number
  readonly by?: PathAim
  /** Ids separated by commas. */
  readonly options?: string
}

const inWords = (run: Run, refusal: Refusal): string =>
  run.language === 'en' ? refusal.message : refusalText(refusal, refusalNames(run), run.language)

/** What leads a person through a run; reads only. */
export class NavigationService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async context(id: number, context: RequestContext): Promise<NavigationContext> {
    return contextAnswer(navigationContext(await this.#run(id, context)))
  }

  async suggestion(id: number, context: RequestContext): Promise<Suggestion> {
    const { decision_options, ...advice } = suggestion(await this.#run(id, context))
    return { ...advice, ...(decision_options === undefined ? {} : { decision_options: [...decision_options] }) }
  }

  async guidance(id: number, stepId: number, context: RequestContext): Promise<StepGuidance> {
    const run = await this.#run(id, context)
    const guidance = stepGuidance(run, stepId)
    if (guidance === null) {
      const refusal = stepNotFound(stepId)
      throw new AppError(refusal.code, inWords(run, refusal))
    }
    return guidanceAnswer(guidance)
  }

  async path(
    id: number,
    { target_outcome_id, by, options }: PathQuery,
    context: RequestContext,
  ): Promise<PathAnalysis> {
    const run = await this.#run(id, context)
    const sought = {
      ...(target_outcome_id === undefined ? {} : { target_outcome_id }),
      ...(by === undefined ? {} : { by }),
      ...(options === undefined ? {} : { what_if: { options: options.split(',').map(Number) } }),
    }
    const unknown = unknownAim(run.workflow, sought)
    if (unknown !== null) {
      const { field, refusal } = unknown
      const message = inWords(run, refusal)
      throw new AppError(refusal.code, message, { errors: [{ path: field, message }] })
    }
    return pathAnswer(run, pathFrom(run, sought))
  }

  async #run(id: number, context: RequestContext): Promise<Run> {
    const { db, executions, runs } = this.#deps
    const loaded = await executions.load(id, context)
    const { run, locale } = await runs.read(db, loaded, {
      user_id: context.caller.user_id,
      languages: context.languages,
    })
    context.setLanguage(locale)
    context.setETag(versionTag(loaded.row.version))
    return run
  }
}
