import type { Run } from '@hidesync/domain/navigation/run'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { spokenLanguage } from '@hidesync/domain/text/language'
import type { Database } from '../database/database.ts'
import type { LoadedExecution } from '../executions/execution.reader.ts'
import { readHistory } from '../executions/history.reader.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import type { LocalisedContents } from '../translations/localised-contents.ts'
import { readLanguages } from '../translations/localised-summaries.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'

interface Deps {
  readonly revisions: CompiledRevisions
  readonly contents: LocalisedContents
  readonly stepTypes: StepTypeRegistry
  readonly expected: ExpectedDurations
  readonly now: () => Date
}

/** How far back navigation tells of what was done. */
const remembered = 10

/** Who a run is put together for. */
export interface Reader {
  readonly user_id: number
  /** The best liked first. */
  readonly languages: readonly string[]
}

/** A run as somebody reads it, and the language that its texts are in. */
export interface ReadRun {
  readonly run: Run
  readonly locale: string
}

/** Puts together what navigation has to know of a run. */
export class RunSource {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** `db` is the transaction, where one has begun. */
  async read(db: Database, { row, last }: LoadedExecution, { user_id, languages }: Reader): Promise<ReadRun> {
    const { revisions, contents, stepTypes, expected, now } = this.#deps
    const [{ workflow }, translated, history] = await Promise.all([
      revisions.get(row.content_hash, db),
      readLanguages(db, row.workflow_id),
      readHistory(db, row.id, { limit: remembered, before: null }),
    ])
    const content = await contents.get({ ...row, ...translated }, languages)
    const run: Run = {
      execution_id: row.id,
      workflow_id: row.workflow_id,
      workflow_name: content.name ?? row.workflow_name,
      quantity: row.quantity,
      workflow,
      state: row.state,
      definition: content.definition,
      language: spokenLanguage(languages),
      locale: languages[0] ?? 'en',
      stepTypes,
      durations: await expected.of(row, workflow, user_id, db),
      at: now().getTime(),
      history: history.map(({ timestamp, action_type, action_data, step_id, actor_id, actor_name }) => ({
        at: timestamp.getTime(),
        action_type,
        action_data,
        step_id,
        actor: actor_id === null ? null : { id: actor_id, name: actor_name ?? '' },
      })),
      last,
    }
    return { run, locale: content.locale }
  }
}
