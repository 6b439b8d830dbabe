import type { Caller } from '@hidesync/domain/identity/permissions'
import type { WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import type { RequiredResources } from '@hidesync/domain/presets/preset'
import type { DifficultyLevel, JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { permissionsSql, visibleTo } from './workflow-permissions-sql.ts'
import { summaryColumns } from './workflow-summary-sql.ts'

export interface ShownWorkflow {
  /** JSON text of the `WorkflowSummary`. */
  readonly summary: string
  readonly content_hash: string
  readonly version: number
  readonly default_locale: string
  /** Languages that there are translations in. */
  readonly locales: readonly string[]
}

/** One workflow as the contract shows it, in one statement; null where to the caller there is none. */
export async function readSummary(db: Database, caller: Caller, id: number): Promise<ShownWorkflow | null> {
  const { rows } = await sql<ShownWorkflow>`
    select w.content_hash, w.version, w.default_locale, w.locales, (select row_to_json(s)::text from (select ${summaryColumns(caller)}) s) as summary
    from workflows w where w.id = ${id} and w.deleted_at is null and ${visibleTo(caller)}`.execute(db)
  return rows[0] ?? null
}

/** What an export and a copy take over beside the graph. */
export interface WorkflowTexts {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly difficulty_level: DifficultyLevel | null
  readonly estimated_duration: number | null
  readonly time_limit: number | null
  readonly tags: readonly string[]
  readonly category: string | null
  readonly default_locale: string
  /** Languages that there are translations in. */
  readonly locales: readonly string[]
  readonly version: number
  readonly has_multiple_outcomes: boolean
  readonly theme_id: number | null
  readonly metadata: { readonly preset?: JsonObject; readonly required_resources?: RequiredResources }
  readonly content_hash: string
  readonly permissions: readonly WorkflowAction[]
}

/** The workflow's own fields, for an export or a copy; null where to the caller there is none. */
export async function readTexts(db: Database, caller: Caller, id: number): Promise<WorkflowTexts | null> {
  const { rows } = await sql<WorkflowTexts>`
    select w.id, w.name, w.description, w.difficulty_level, w.estimated_duration, w.time_limit, w.tags, w.category, w.default_locale,
      w.locales, w.version,
      w.has_multiple_outcomes, w.theme_id, w.metadata, w.content_hash, ${permissionsSql(caller)} as permissions
    from workflows w where w.id = ${id} and w.deleted_at is null and ${visibleTo(caller)}`.execute(db)
  return rows[0] ?? null
}

/** The names that a user's workflows have and that begin like this one, without regard to case. */
export async function readNamesLike(db: Database, ownerId: number, name: string): Promise<readonly string[]> {
  const stem = name.replace(/ \(\d{1,9}\)$/, '').slice(0, 180)
  const { rows } = await sql<{ name: string }>`
    select name from workflows where created_by = ${ownerId} and deleted_at is null
      and starts_with(lower(name), lower(${stem}))`.execute(db)
  return rows.map(row => row.name)
}
