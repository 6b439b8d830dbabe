import type { Home } from '@hidesync/contract/executions/home.routes'
import type { Database } from '../database/database.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { LocalisedContents } from '../translations/localised-contents.ts'
import { localiseSummaries } from '../translations/localised-summaries.ts'
import { openSteps, readHome, type HomeRows, type HomeRun, type OpenStep } from './home.reader.ts'
import { localiseRuns } from './localised-runs.ts'

interface Deps {
  readonly db: Database
  readonly contents: LocalisedContents
  readonly now: () => Date
}

type Localisable = Pick<HomeRun, 'default_locale' | 'locales'>

const shownDraft = ({ id, name, step_count, updated_at }: Home['drafts'][number]) => ({
  id,
  name,
  step_count,
  updated_at,
})

const shownSuggestion = ({
  default_locale: _default,
  locales: _locales,
  ...suggestion
}: HomeRows['suggested'][number]): Home['suggested'][number] => suggestion

type Need = Home['needs_you'][number]

/** Nobody knows since when: after all others. */
const sinceOf = ({ since }: Need): string => since ?? '~'

/** How many things that wait for somebody are told. */
const mostNeeds = 20

/** The first page of the bench. */
export class HomeService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async home(context: RequestContext): Promise<Home> {
    const { db } = this.#deps
    const now = this.#deps.now()
    const rows = await readHome(db, context.caller, now)
    return {
      continue: [...(await localiseRuns(db, rows.continue, context.languages))],
      needs_you: await this.#needs(openSteps(db, context.caller, now, rows.open), context),
      drafts: (await this.#named(rows.drafts, context)).map(shownDraft),
      suggested: (await this.#named(rows.suggested, context)).map(shownSuggestion),
      last_completed: rows.last_completed === null ? null : await this.#completed(rows.last_completed, context),
    }
  }

  async #needs(open: AsyncIterable<OpenStep>, context: RequestContext): Promise<Need[]> {
    const needs: Need[] = []
    for await (const row of open) {
      const need = await this.#need(row, context)
      if (need !== null && needs.push(need) === mostNeeds) break
    }
    return needs.toSorted((one, other) => sinceOf(one).localeCompare(sinceOf(other)))
  }

  /** What the step asks, by the revision that is run; null: nothing. */
  async #need(row: OpenStep, context: RequestContext): Promise<Need | null> {
    const { definition, ...run } = await this.#read(row, context)
    const step = definition.steps.find(({ id }) => id === row.step_id)
    const reason = row.timed_out ? 'timed_out' : step === undefined ? null : reasonOf(step, row.lagged)
    if (reason === null) return null
    return { ...run, step_id: row.step_id, step_name: step?.name ?? row.step_name, reason, since: row.since }
  }

  async #completed(row: NonNullable<HomeRows['last_completed']>, context: RequestContext) {
    const { definition, ...run } = await this.#read(row, context)
    const outcome = definition.outcomes.find(({ id }) => id === row.selected_outcome_id)
    const { completed_at, total_duration } = row
    return { ...run, completed_at, total_duration, outcome_name: outcome?.name ?? null }
  }

  /** The run as the caller reads it, and what it follows. */
  async #read({ execution_id, workflow_name, ...content }: HomeRun, { languages }: RequestContext) {
    const { name, definition } = await this.#deps.contents.get(content, languages)
    return { execution_id, workflow_id: content.workflow_id, workflow_name: name ?? workflow_name, definition }
  }

  async #named<T extends Localisable>(rows: readonly T[], { languages }: RequestContext): Promise<T[]> {
    const { items } = await localiseSummaries(this.#deps.db, JSON.stringify(rows), languages)
    return JSON.parse(items) as T[]
  }
}

function reasonOf(
  step: { readonly step_type: string; readonly is_decision_point?: boolean },
  lagged: boolean,
): 'quality_check' | 'decision' | 'lag_over' | null {
  if (step.step_type === 'quality_check') return 'quality_check'
  if (step.is_decision_point === true || step.step_type === 'decision') return 'decision'
  return lagged ? 'lag_over' : null
}
