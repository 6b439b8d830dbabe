import type {
  DifficultyLevel,
  Visibility,
  WorkflowDefinition,
  WorkflowStatus,
} from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Transaction } from '../database/database.ts'
import { storeContent, writeParts } from './definition.repository.ts'
import { prepareDefinition, type PreparedDefinition } from './workflow-rows.ts'

/** The fields of a workflow that people write. */
export interface WorkflowFields {
  readonly name: string
  readonly description: string | null
  readonly is_template: boolean
  readonly visibility: Visibility
  readonly project_id: number | null
  readonly theme_id: number | null
  readonly estimated_duration: number | null
  /** Minutes; null: the installation's. */
  readonly time_limit: number | null
  readonly difficulty_level: DifficultyLevel | null
  readonly has_multiple_outcomes: boolean
  readonly category: string | null
  readonly tags: readonly string[]
  readonly default_locale: string
}

export interface WorkflowInsert extends WorkflowFields {
  readonly status: WorkflowStatus
  readonly created_by: number
  readonly copied_from_workflow_id: number | null
  /** JSON text. */
  readonly metadata: string
}

/** The owner has another workflow of that name; the caller knows how to say so. */
export class NameTakenError extends Error {
  override readonly name = 'NameTakenError'
}

async function orNameTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'workflows_owner_name_key') throw new NameTakenError()
    throw error
  }
}

/** Whoever picks a free name for an owner holds this until the end of the transaction. */
export async function lockNames(tx: Transaction, ownerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workflow names of ${ownerId}`}, 0))`.execute(tx)
}

/**
 * Writes a new workflow with its graph, whose ids are already those of the rows (`withNewIds`), and answers with its id. Throws
 * `NameTakenError`.
 */
export async function insertWorkflow(
  tx: Transaction,
  workflow: WorkflowInsert,
  definition: WorkflowDefinition | PreparedDefinition,
): Promise<number> {
  const prepared = 'rows' in definition ? definition : prepareDefinition(definition)
  const { content, content_hash, step_count } = prepared
  await storeContent(tx, { content, content_hash })
  const { id } = await orNameTaken(
    tx
      .insertInto('workflows')
      .values({
        ...workflow,
        tags: [...workflow.tags],
        content_hash,
        step_count,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await writeParts(tx, id, prepared.rows)
  return id
}

/** Changes some fields, counting the change, and answers with the new version. Throws `NameTakenError`. */
export async function updateWorkflow(
  tx: Transaction,
  id: number,
  changes: Partial<WorkflowFields & { readonly status: WorkflowStatus }>,
): Promise<number> {
  const { tags, ...others } = changes
  const { version } = await orNameTaken(
    tx
      .updateTable('workflows')
      .set({
        ...others,
        ...(tags === undefined ? {} : { tags: [...tags] }),
        version: sql`version + 1`,
        updated_at: sql`now()`,
      })
      .where('id', '=', id)
      .returning('version')
      .executeTakeFirstOrThrow(),
  )
  return version
}

/** Hides a workflow from everybody and frees its name; executions that refer to it go on. */
export async function hideWorkflow(tx: Transaction, id: number): Promise<void> {
  await tx
    .updateTable('workflows')
    .set({ deleted_at: sql`now()`, version: sql`version + 1` })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Holds the workflow's row until the end of the transaction, so that changes come one after the other; starting goes on. */
export async function lockWorkflow(tx: Transaction, id: number): Promise<void> {
  await tx.selectFrom('workflows').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** Which of the things that a workflow names exist for somebody in these workshops (null: in all). */
export async function readReferences(
  tx: Transaction,
  named: { readonly project_id: number | null; readonly theme_id: number | null },
  workshopIds: readonly number[] | null,
): Promise<{ readonly project: boolean; readonly theme: boolean }> {
  const member = workshopIds === null ? sql`true` : sql`p.workshop_id = any(${[...workshopIds]}::bigint[])`
  const { rows } = await sql<{ project: boolean; theme: boolean }>`
    select exists (select from projects p where p.id = ${named.project_id}::bigint and ${member}) as project,
      exists (select from workflow_themes t where t.id = ${named.theme_id}::bigint) as theme`.execute(tx)
  return rows[0] ?? { project: false, theme: false }
}
