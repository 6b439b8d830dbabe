import type {
  DifficultyLevel,
  JsonObject,
  Visibility,
  WorkflowDefinition,
  WorkflowStatus,
} from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Transaction } from '../database/database.ts'
import { contentOf, type WorkflowContent } from './workflow-content.ts'

/** The fields of a workflow that people write. */
export interface WorkflowFields {
  readonly name: string
  readonly description: string | null
  readonly is_template: boolean
  readonly visibility: Visibility
  readonly project_id: number | null
  readonly theme_id: number | null
  readonly estimated_duration: number | null
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
  readonly metadata: JsonObject
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

/** Keeps a definition under the hash of its content; what is there already stays. */
export const storeContent = (tx: Transaction, row: WorkflowContent): Promise<unknown> =>
  tx
    .insertInto('workflow_contents')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()

const partRows = (definition: WorkflowDefinition) => ({
  outcomes: definition.outcomes,
  steps: definition.steps,
  connections: definition.connections,
  resources: definition.steps.flatMap(step =>
    step.resources.map((resource, index) => ({ ...resource, step_id: step.id, display_order: index + 1 })),
  ),
  options: definition.steps.flatMap(step => step.decision_options.map(option => ({ ...option, step_id: step.id }))),
})

/** The graph's rows, all in one statement; the ids are those of the definition. */
async function insertParts(tx: Transaction, workflowId: number, definition: WorkflowDefinition): Promise<void> {
  if (definition.steps.length === 0 && definition.outcomes.length === 0) return
  const { outcomes, steps, connections, resources, options } = partRows(definition)
  const json = (rows: unknown) => sql`${JSON.stringify(rows)}::jsonb`
  await sql`
    with new_outcomes as (
      insert into workflow_outcomes (id, workflow_id, name, description, display_order, is_default, success_criteria)
      select p.id, ${workflowId}, p.name, p.description, p.display_order, p.is_default, p.success_criteria
      from jsonb_to_recordset(${json(outcomes)}) as p(id bigint, name text, description text, display_order int,
        is_default boolean, success_criteria jsonb)
    ), new_steps as (
      insert into workflow_steps (id, workflow_id, name, description, instructions, detailed_instructions, display_order,
        step_type, estimated_duration, parent_step_id, is_milestone, ui_position_x, ui_position_y, is_decision_point,
        is_outcome, outcome_id, condition_logic, tips, warnings, scales_with_quantity)
      select p.id, ${workflowId}, p.name, p.description, p.instructions, p.detailed_instructions, p.display_order,
        p.step_type, p.estimated_duration, p.parent_step_id, p.is_milestone, p.ui_position_x, p.ui_position_y,
        p.is_decision_point, p.is_outcome, p.outcome_id, p.condition_logic, p.tips, p.warnings, p.scales_with_quantity
      from jsonb_to_recordset(${json(steps)}) as p(id bigint, name text, description text, instructions text,
        detailed_instructions text, display_order int, step_type text, estimated_duration double precision,
        parent_step_id bigint, is_milestone boolean, ui_position_x double precision, ui_position_y double precision,
        is_decision_point boolean, is_outcome boolean, outcome_id bigint, condition_logic jsonb, tips jsonb,
        warnings jsonb, scales_with_quantity boolean)
    ), new_connections as (
      insert into workflow_step_connections (id, workflow_id, source_step_id, target_step_id, connection_type, condition,
        display_order, is_default, max_iterations, min_lag, max_lag)
      select p.id, ${workflowId}, p.source_step_id, p.target_step_id, p.connection_type, p.condition, p.display_order,
        p.is_default, p.max_iterations, p.min_lag, p.max_lag
      from jsonb_to_recordset(${json(connections)}) as p(id bigint, source_step_id bigint, target_step_id bigint,
        connection_type text, condition jsonb, display_order int, is_default boolean, max_iterations int,
        min_lag double precision, max_lag double precision)
    ), new_resources as (
      insert into workflow_step_resources (id, step_id, resource_type, name, dynamic_material_id, tool_id,
        documentation_id, quantity, unit, notes, is_optional, display_order)
      select p.id, p.step_id, p.resource_type, p.name, p.dynamic_material_id, p.tool_id, p.documentation_id, p.quantity,
        p.unit, p.notes, p.is_optional, p.display_order
      from jsonb_to_recordset(${json(resources)}) as p(id bigint, step_id bigint, resource_type text, name text,
        dynamic_material_id bigint, tool_id bigint, documentation_id bigint, quantity double precision, unit text,
        notes text, is_optional boolean, display_order int)
    )
    insert into workflow_decision_options (id, step_id, option_text, result_action, display_order, is_default)
    select p.id, p.step_id, p.option_text, p.result_action, p.display_order, p.is_default
    from jsonb_to_recordset(${json(options)}) as p(id bigint, step_id bigint, option_text text, result_action jsonb,
      display_order int, is_default boolean)`.execute(tx)
}

/**
 * Writes a new workflow with its graph, whose ids are already those of the rows (`withNewIds`), and answers with its id. Throws
 * `NameTakenError`.
 */
export async function insertWorkflow(
  tx: Transaction,
  workflow: WorkflowInsert,
  definition: WorkflowDefinition,
): Promise<number> {
  const content = contentOf(definition)
  await storeContent(tx, content)
  const { id } = await orNameTaken(
    tx
      .insertInto('workflows')
      .values({
        ...workflow,
        tags: [...workflow.tags],
        metadata: JSON.stringify(workflow.metadata),
        content_hash: content.content_hash,
        step_count: definition.steps.length,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await insertParts(tx, id, definition)
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
