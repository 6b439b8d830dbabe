import type { Timer, TimerOfRun } from '@hidesync/contract/executions/timer.schemas'
import { timersOf } from '@hidesync/domain/executions/timer'
import type { Database } from '../database/database.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { ExecutionQueryService } from './execution-query.service.ts'
import type { ExecutionService } from './execution.service.ts'
import { timerAnswer } from '@hidesync/contract/executions/timer-answer'
import { readRunsWithTimers, type RunWithTimers } from './timer.reader.ts'

interface Deps {
  readonly db: Database
  readonly executions: ExecutionService
  readonly executionQueries: ExecutionQueryService
  readonly now: () => Date
}

/** More runs with timers than anybody hears. */
const mostRuns = 50

/** The timer that ends next comes first, paused ones last. */
const byEnd = (one: Timer, other: Timer) =>
  (one.ends_at ?? '~') < (other.ends_at ?? '~') ? -1 : one.ends_at === other.ends_at ? 0 : 1

/** Reads timers; changing one is a command of its execution. */
export class TimerService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, context: RequestContext): Promise<Timer[]> {
    const { row } = await this.#deps.executions.load(id, context)
    const at = this.#deps.now().getTime()
    return timersOf(row.state).map(timer => timerAnswer(id, timer, at))
  }

  /** Those of all runs that the caller started and that have not ended. */
  async mine(context: RequestContext): Promise<TimerOfRun[]> {
    const runs = await readRunsWithTimers(this.#deps.db, context.caller, mostRuns)
    const timers = await Promise.all(runs.map(run => this.#timersOf(run, context)))
    return timers.flat().toSorted(byEnd)
  }

  async #timersOf(run: RunWithTimers, context: RequestContext): Promise<TimerOfRun[]> {
    const at = this.#deps.now().getTime()
    const timers = Object.values(run.timers)
    const { workflowName, stepName } = await this.#deps.executionQueries.names(run, context)
    return timers.map(timer => ({
      ...timerAnswer(run.id, timer, at),
      workflow_name: workflowName ?? run.workflow_name,
      step_name: stepName(timer.step_id),
    }))
  }
}
