import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

const tables = {
  step: 'workflow_steps',
  connection: 'workflow_step_connections',
  outcome: 'workflow_outcomes',
  resource: 'workflow_step_resources',
  option: 'workflow_decision_options',
  path: 'workflow_paths',
} as const
type Kind = keyof typeof tables

const counts = ({ steps, connections, outcomes, paths }: WorkflowDefinition): Record<Kind, number> => ({
  step: steps.length,
  connection: connections.length,
  outcome: outcomes.length,
  resource: steps.reduce((sum, { resources }) => sum + resources.length, 0),
  option: steps.reduce((sum, { decision_options }) => sum + decision_options.length, 0),
  path: paths.length,
})

/**
 * The definition under ids of its own, taken from the sequences in one statement, so that its parts can name each other before
 * they are written.
 */
export async function withNewIds(db: Database, definition: WorkflowDefinition): Promise<WorkflowDefinition> {
  const needed = Object.entries(counts(definition)) as [Kind, number][]
  const taken = needed.map(
    ([
      kind,
      count,
    ]) => sql`(select coalesce(json_agg(nextval(pg_get_serial_sequence(${sql.lit(tables[kind])}, 'id'))), '[]')
      from generate_series(1, ${count}::int)) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<Kind, number[]>>`select ${sql.join(taken)}`.execute(db)
  const [ids] = rows
  return renameDefinition(definition, kind => {
    const id = ids?.[kind].shift()
    if (id === undefined) throw new Error(`Too few ids were taken for the parts of kind ${kind}.`)
    return id
  })
}
