import type { PartType } from '@hidesync/domain/workflows/parts'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { prepareChange, type PreparedChange } from './prepare-change.ts'
import type { PartRows } from './workflow-rows.ts'

/** Stores the content if it is not there yet, and holds it until the end of the transaction, so that no clean-up takes it away. */
export async function storeContent(
  tx: Transaction,
  row: { readonly content: string; readonly content_hash: string },
): Promise<void> {
  const insert = () =>
    tx
      .insertInto('workflow_contents')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  await insert()
  const held = await tx
    .selectFrom('workflow_contents')
    .select('content_hash')
    .where('content_hash', '=', row.content_hash)
    .forKeyShare()
    .executeTakeFirst()
  if (held === undefined) await insert()
}

/** `a = excluded.a, b = excluded.b`, and back in sight if it had been removed. */
const overwrite = (columns: string, { hidden = true } = {}) =>
  sql.raw(
    [
      ...columns.split(/,\s*/).map(column => `${column} = excluded.${column}`),
      ...(hidden ? ['deleted_at = null'] : []),
    ].join(', '),
  )

const stepColumns =
  'name, description, instructions, detailed_instructions, display_order, step_type, estimated_duration, parent_step_id, is_milestone, ui_position_x, ui_position_y, is_decision_point, is_outcome, outcome_id, condition_logic, tips, warnings, scales_with_quantity'
const outcomeColumns = 'name, description, display_order, is_default, success_criteria'
const connectionColumns =
  'source_step_id, target_step_id, connection_type, condition, display_order, is_default, max_iterations, min_lag, max_lag'
const resourceColumns =
  'step_id, resource_type, name, dynamic_material_id, tool_id, documentation_id, quantity, unit, notes, is_optional, display_order'
const optionColumns = 'step_id, option_text, result_action, display_order, is_default'
const pathColumns = 'name, description, is_default, difficulty_level, estimated_duration'

/** The columns with the alias of the given rows before each. */
const given = (columns: string) => sql.raw(columns.replaceAll(/\w+/g, 'p.$&'))

/**
 * Writes the graph's rows under the ids of the definition, all in one statement: new ones are added, known ones brought up to
 * date. An id that belongs to another workflow's part is left alone there; the caller has made sure that there is none.
 */
export async function writeParts(tx: Transaction, workflowId: number, rows: PartRows): Promise<void> {
  const { outcomes, steps, connections, resources, options, paths, path_steps } = rows
  if ([outcomes, steps, connections, paths].every(text => text === '[]')) return
  const json = (text: string) => sql`${text}::jsonb`
  await sql`
    with new_outcomes as (
      insert into workflow_outcomes as kept (id, workflow_id, ${sql.raw(outcomeColumns)})
      select p.id, ${workflowId}, ${given(outcomeColumns)}
      from jsonb_to_recordset(${json(outcomes)}) as p(id bigint, name text, description text, display_order int,
        is_default boolean, success_criteria jsonb)
      on conflict (id) do update set ${overwrite(outcomeColumns)} where kept.workflow_id = excluded.workflow_id
    ), new_steps as (
      insert into workflow_steps as kept (id, workflow_id, ${sql.raw(stepColumns)})
      select p.id, ${workflowId}, ${given(stepColumns)}
      from jsonb_to_recordset(${json(steps)}) as p(id bigint, name text, description text, instructions text,
        detailed_instructions text, display_order int, step_type text, estimated_duration double precision,
        parent_step_id bigint, is_milestone boolean, ui_position_x double precision, ui_position_y double precision,
        is_decision_point boolean, is_outcome boolean, outcome_id bigint, condition_logic jsonb, tips jsonb,
        warnings jsonb, scales_with_quantity boolean)
      on conflict (id) do update set ${overwrite(stepColumns)} where kept.workflow_id = excluded.workflow_id
    ), new_connections as (
      insert into workflow_step_connections as kept (id, workflow_id, ${sql.raw(connectionColumns)})
      select p.id, ${workflowId}, ${given(connectionColumns)}
      from jsonb_to_recordset(${json(connections)}) as p(id bigint, source_step_id bigint, target_step_id bigint,
        connection_type text, condition jsonb, display_order int, is_default boolean, max_iterations int,
        min_lag double precision, max_lag double precision)
      on conflict (id) do update set ${overwrite(connectionColumns)} where kept.workflow_id = excluded.workflow_id
    ), new_resources as (
      insert into workflow_step_resources as kept (id, ${sql.raw(resourceColumns)})
      select p.id, ${given(resourceColumns)}
      from jsonb_to_recordset(${json(resources)}) as p(id bigint, step_id bigint, resource_type text, name text,
        dynamic_material_id bigint, tool_id bigint, documentation_id bigint, quantity double precision, unit text,
        notes text, is_optional boolean, display_order int)
      on conflict (id) do update set ${overwrite(resourceColumns)}
    ), new_options as (
      insert into workflow_decision_options as kept (id, ${sql.raw(optionColumns)})
      select p.id, ${given(optionColumns)}
      from jsonb_to_recordset(${json(options)}) as p(id bigint, step_id bigint, option_text text, result_action jsonb,
        display_order int, is_default boolean)
      on conflict (id) do update set ${overwrite(optionColumns)}
    ), new_paths as (
      insert into workflow_paths as kept (id, workflow_id, ${sql.raw(pathColumns)})
      select p.id, ${workflowId}, ${given(pathColumns)}
      from jsonb_to_recordset(${json(paths)}) as p(id bigint, name text, description text, is_default boolean,
        difficulty_level text, estimated_duration double precision)
      on conflict (id) do update set ${overwrite(pathColumns, { hidden: false })}
        where kept.workflow_id = excluded.workflow_id
    )
    insert into workflow_path_steps (path_id, step_id, step_order, is_optional, skip_condition)
    select p.path_id, p.step_id, p.step_order, p.is_optional, p.skip_condition
    from jsonb_to_recordset(${json(path_steps)}) as p(path_id bigint, step_id bigint, step_order int, is_optional boolean,
      skip_condition jsonb)`.execute(tx)
}

const hidden = {
  step: 'workflow_steps',
  decision_option: 'workflow_decision_options',
  resource: 'workflow_step_resources',
  connection: 'workflow_step_connections',
  outcome: 'workflow_outcomes',
} as const

/** Hides what was removed, since executions may still refer to it; named paths are refered to by nothing and go. */
async function hideParts(tx: Transaction, removed: readonly { part: PartType; id: number }[]): Promise<void> {
  for (const [part, table] of Object.entries(hidden)) {
    const ids = removed.filter(one => one.part === part).map(({ id }) => id)
    if (ids.length > 0)
      await tx
        .updateTable(table)
        .set({ deleted_at: sql`now()` })
        .where('id', 'in', ids)
        .execute()
  }
}

/** Bounded by what one statement may carry as parameters. */
const chunk = 10_000

/** Writes what differs of a workflow's draft. Answers with the new version; the caller holds the workflow's row. */
export async function writeChange(tx: Transaction, workflowId: number, change: PreparedChange): Promise<number> {
  const { content, content_hash, step_count, rows, removed, paths } = change
  await storeContent(tx, { content, content_hash })
  for (let from = 0; from < removed.length; from += chunk) await hideParts(tx, removed.slice(from, from + chunk))
  if (paths.length > 0) await tx.deleteFrom('workflow_paths').where('id', 'in', paths).execute()
  await writeParts(tx, workflowId, rows)
  const { version } = await tx
    .updateTable('workflows')
    .set({
      content_hash,
      step_count,
      definition_version: sql`definition_version + 1`,
      version: sql`version + 1`,
      updated_at: sql`now()`,
    })
    .where('id', '=', workflowId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface DefinitionChange {
  readonly workflow_id: number
  readonly before: WorkflowDefinition
  /** Its new parts have ids of their own already (`withNewIds`). */
  readonly after: WorkflowDefinition
}

/**
 * Brings a workflow's draft from one definition to another: its content, the rows of the parts that differ, its version.
 * Answers with the new version; the caller holds the workflow's row.
 */
export const saveDefinition = (tx: Transaction, { workflow_id, before, after }: DefinitionChange): Promise<number> =>
  writeChange(tx, workflow_id, prepareChange(before, after, compareDefinitions(before, after)))
