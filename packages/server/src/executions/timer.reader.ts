import type { Timer } from '@hidesync/domain/executions/timer'
import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { readableRuns } from './readable-runs-sql.ts'

export interface RunWithTimers {
  readonly id: number
  readonly workflow_id: number
  readonly workflow_name: string
  readonly content_hash: string
  readonly timers: Readonly<Record<string, Timer>>
}

/** The executions of a person that have not ended and have timers, the last used first; a few of them at most have any. */
export async function readRunsWithTimers(db: Database, caller: Caller, limit: number): Promise<RunWithTimers[]> {
  const { rows } = await sql<RunWithTimers>`
    select e.id, e.workflow_id, r.name as workflow_name, r.content_hash, e.timers
    from workflow_executions e join workflow_revisions r on r.id = e.revision_id
    where e.started_by = ${caller.user_id} and ${readableRuns(caller)} and e.timers is not null and e.status in ('active', 'paused', 'timeout')
    order by e.updated_at desc, e.id desc limit ${limit}`.execute(db)
  return rows
}
