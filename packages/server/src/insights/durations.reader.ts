import type { StepDurations } from '@hidesync/domain/insights/learned-durations'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

interface CountsRow {
  readonly step_id: number
  readonly option_id: number | null
  readonly everyone: Record<string, number> | null
  readonly own: Record<string, number> | null
}

const counts = (json: Record<string, number> | null) =>
  new Map(Object.entries(json ?? {}).map(([bucket, count]) => [Number(bucket), count]))

/** What was recorded of a workflow's steps by everyone, and of these by one person (null: nobody); one row for each step and option. */
export async function readStepDurations(
  db: Database,
  { workflow_id, user_id }: { readonly workflow_id: number; readonly user_id: number | null },
): Promise<StepDurations[]> {
  const { rows } = await sql<CountsRow>`
    select d.step_id, d.option_id,
      json_object_agg(d.bucket, d.count) filter (where d.user_id is null) as everyone,
      json_object_agg(d.bucket, d.count) filter (where d.user_id is not null) as own
    from workflow_step_durations d
    where d.workflow_id = ${workflow_id} and (d.user_id is null or d.user_id = ${user_id}::bigint) and d.count > 0
    group by d.step_id, d.option_id`.execute(db)
  return rows.map(({ step_id, option_id, everyone, own }) => ({
    step_id,
    option_id,
    everyone: counts(everyone),
    own: counts(own),
  }))
}
