import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { KeptIds } from '@hidesync/domain/presets/kept-ids'
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
export type PartKind = keyof typeof tables

export type PartCounts = Readonly<Record<PartKind, number>>
export type PartIds = Readonly<Record<PartKind, readonly number[]>>

/** How many ids a definition needs, by kind of part. */
export const countParts = ({ steps, connections, outcomes, paths }: WorkflowDefinition): PartCounts => ({
  step: steps.length,
  connection: connections.length,
  outcome: outcomes.length,
  resource: steps.reduce((sum, { resources }) => sum + resources.length, 0),
  option: steps.reduce((sum, { decision_options }) => sum + decision_options.length, 0),
  path: paths.length,
})

/** Ids for new parts of a kind, from its sequence. */
export async function takeIds(db: Database, kind: PartKind, count: number): Promise<readonly number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${tables[kind]}, 'id'))::bigint as id from generate_series(1, ${count}::int)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Ids from the sequences, as many as are needed of each kind, in one statement. */
export async function reserveIds(db: Database, counts: PartCounts): Promise<PartIds> {
  const needed = Object.entries(counts) as [PartKind, number][]
  const taken = needed.map(
    ([
      kind,
      count,
    ]) => sql`(select coalesce(json_agg(nextval(pg_get_serial_sequence(${sql.lit(tables[kind])}, 'id'))), '[]')
      from generate_series(1, ${count}::int)) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<PartKind, number[]>>`select ${sql.join(taken)}`.execute(db)
  const [ids] = rows
  if (ids === undefined) throw new Error('The sequences gave no ids.')
  return ids
}

/** Gives those ids out, one after the other. */
export function takeFrom(ids: PartIds): (kind: PartKind) => number {
  const next: Partial<Record<PartKind, number>> = {}
  return kind => {
    const at = next[kind] ?? 0
    next[kind] = at + 1
    const id = ids[kind][at]
    if (id === undefined) throw new Error(`Too few ids were taken for the parts of kind ${kind}.`)
    return id
  }
}

const nothingKept: Partial<KeptIds> = {}

/**
 * The definition under ids of its own, taken from the sequences in one statement, so that its parts can name each other before
 * they are written. Parts that are `kept` have one already.
 */
export async function withNewIds(
  db: Database,
  definition: WorkflowDefinition,
  kept: Partial<KeptIds> = nothingKept,
): Promise<WorkflowDefinition> {
  const needed = (Object.entries(countParts(definition)) as [PartKind, number][]).map(
    ([kind, count]) => [kind, count - (kept[kind]?.size ?? 0)] as const,
  )
  const next = await reserveIds(db, Object.fromEntries(needed) as PartCounts)
  const used: Partial<Record<PartKind, number>> = {}
  return renameDefinition(definition, (kind, id) => {
    const known = kept[kind]?.get(id)
    if (known !== undefined) return known
    const position = used[kind] ?? 0
    used[kind] = position + 1
    const fresh = next[kind][position]
    if (fresh === undefined) throw new Error(`Too few ids were taken for the parts of kind ${kind}.`)
    return fresh
  })
}
