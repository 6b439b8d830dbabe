import { evolveAll } from '@hidesync/domain/executions/evolve'
import type { ExecutionEvent } from '@hidesync/domain/executions/event'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { stepStatus } from '@hidesync/domain/executions/view'
import { compile } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '@hidesync/server/database/database'
import { sql } from 'kysely'
import { expect } from 'vitest'

interface Stored {
  readonly id: number
  readonly version: number
  readonly status: string
  readonly state: ExecutionState
  readonly content: string
  readonly events: readonly (readonly ExecutionEvent[])[]
  readonly sequences: readonly number[]
  readonly announced: readonly number[]
  readonly timers: ExecutionState['timers'] | null
  readonly rows: readonly { readonly step_id: number; readonly iteration: number; readonly status: string }[]
}

const readAll = async (db: Database): Promise<readonly Stored[]> => {
  const { rows } = await sql<Stored>`
    select e.id, e.version, e.status, e.state, e.timers, c.content,
      (select json_agg(h.events order by h.sequence) from workflow_navigation_history h where h.execution_id = e.id) as events,
      (select json_agg(h.sequence order by h.sequence) from workflow_navigation_history h where h.execution_id = e.id) as sequences,
      (select json_agg(distinct o.execution_version order by o.execution_version) from outbox o
        where o.execution_id = e.id) as announced,
      (select json_agg(json_build_object('step_id', s.step_id, 'iteration', s.iteration, 'status', s.status))
        from workflow_step_executions s where s.execution_id = e.id) as rows
    from workflow_executions e
    join workflow_revisions r on r.id = e.revision_id
    join workflow_contents c on c.content_hash = r.content_hash
    order by e.id`.execute(db)
  return rows
}

/**
 * Nothing half-done: each execution's history is without a gap, replaying it gives the stored state, the step rows say the
 * same as the state, and every command was announced. Answers with the version of each execution.
 */
export async function expectConsistent(db: Database): Promise<ReadonlyMap<number, number>> {
  const stored = await readAll(db)
  for (const execution of stored) {
    const workflow = compile(JSON.parse(execution.content) as WorkflowDefinition)
    const name = `execution ${execution.id}`
    expect(execution.sequences, name).toEqual(Array.from({ length: execution.version }, (_, index) => index + 1))
    const replayed = execution.events.reduce(
      (state, events) => evolveAll(workflow, state, events),
      newExecution(workflow),
    )
    expect(replayed, name).toEqual(execution.state)
    expect(execution.status, name).toBe(execution.state.status)
    expect(execution.announced, name).toEqual(execution.sequences)
    expect(execution.timers ?? undefined, name).toEqual(execution.state.timers)
    const rows = new Map(execution.rows.map(row => [`${row.step_id}:${row.iteration}`, row.status]))
    for (const { id } of workflow.definition.steps) {
      const iteration = execution.state.iterations[String(id)] ?? 1
      const status = stepStatus(workflow, execution.state, id, 0)
      const opened = status !== 'pending' && status !== 'dead'
      expect(rows.get(`${id}:${iteration}`), `${name}, step ${id}`).toBe(opened ? status : undefined)
    }
  }
  return new Map(stored.map(execution => [execution.id, execution.version]))
}
