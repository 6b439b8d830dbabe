import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import { workshopsOf } from '../identity/workshops-of-sql.ts'

/** Whether the caller may read execution `e`: `executionPermissions` of the domain in SQL. */
export const readableRuns = (caller: Caller): RawBuilder<boolean> =>
  caller.is_superuser ? sql<boolean>`true` : sql<boolean>`e.workshop_id = any(${workshopsOf(caller)})`
