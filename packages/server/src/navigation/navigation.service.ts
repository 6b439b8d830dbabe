import type {
  NavigationContext,
  PathAnalysis,
  StepGuidance,
  Suggestion,
} from '@hidesync/contract/navigation/navigation.schemas'
import { navigationContext } from '@hidesync/domain/navigation/context'
import { pathFrom } from '@hidesync/domain/navigation/converse/path-answers'
import { stepGuidance } from '@hidesync/domain/navigation/guidance'
import type { PathAim } from '@hidesync/domain/navigation/paths/path'
import type { Run } from '@hidesync/domain/navigation/run'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
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
    if (guidance === null)
      throw new AppError(
        'execution.step_not_found',
        run.language === 'en'
          ? `There is no step ${stepId} in this execution's workflow.`
          : textsIn(run.language).refusals.no_such_step(
              { type: 'no_such_step', step_id: stepId },
              { step: () => '', options: () => [] },
            ),
      )
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
