import { decide } from '@hidesync/domain/executions/decide'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { compile } from '@hidesync/domain/workflows/compile'
import type { Database } from '@hidesync/server/database/database'
import { sql } from 'kysely'
import type { SeededWorkflow } from './seed-workflow.ts'

interface Starter {
  readonly user_id: number
  readonly workshop_id: number
}

/**
 * Starts so many executions of a workflow: the engine decides once what starting does, and that is written as often as asked, with step row
 * and history, as the product writes it. Answers with their ids.
 */
export async function seedExecutions(
  db: Database,
  workflow: SeededWorkflow,
  count: number,
  { user_id, workshop_id }: Starter,
): Promise<readonly number[]> {
  const compiled = compile(workflow.definition)
  const before = newExecution(compiled)
  const at = Date.now()
  const decision = decide(compiled, before, { type: 'start', at, actor_id: user_id })
  if (!decision.ok) throw new Error(`The engine would not start: ${decision.refusal.message}`)
  const state = evolveAll(compiled, before, decision.events)
  const first = workflow.definition.steps[0]
  if (first === undefined || state.current_step_id !== first.id) throw new Error('The first step is not in view.')

  const { rows } = await sql<{ id: number }>`
    with started as (
      insert into workflow_executions (workflow_id, revision_id, workshop_id, started_by, status, version, state,
        current_step_id, current_step_name, total_steps)
      select ${workflow.id}::bigint, ${workflow.revision_id}::bigint, ${workshop_id}::bigint, ${user_id}::bigint,
        ${state.status}::text, ${state.sequence}::int, ${JSON.stringify(state)}::jsonb, ${first.id}::bigint,
        ${first.name}::text, ${workflow.definition.steps.length}::int
      from generate_series(1, ${count}::int)
      returning id, workshop_id),
    opened as (
      insert into workflow_step_executions (workshop_id, execution_id, step_id, iteration, status, ready_at, started_at)
      select workshop_id, id, ${first.id}::bigint, 1, 'active', now(), now() from started),
    recorded as (
      insert into workflow_navigation_history (workshop_id, execution_id, sequence, action_type, events, undo_previous, actor_id)
      select workshop_id, id, ${state.sequence}::int, 'start', ${JSON.stringify(decision.events)}::jsonb, null, ${user_id}::bigint
      from started)
    select id from started order by id`.execute(db)
  return rows.map(row => row.id)
}
