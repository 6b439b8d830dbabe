import {
  ownerOf,
  sharePermissions,
  workflowPermissions,
  type Caller,
  type SharePermission,
} from '@hidesync/domain/identity/permissions'
import { workflowActions } from '@hidesync/domain/identity/workflow-matrix'
import { visibilities } from '@hidesync/domain/workflows/definition'
import { sql, type RawBuilder } from 'kysely'
import { workshopsOf } from '../identity/workshops-of-sql.ts'

/** Someone who neither made the workflow nor may do everything: what they may do depends on the workflow alone. */
const anyoneElse: Caller = { user_id: -1, is_superuser: false, roles: {}, scope: 'write' }

const listed = (actions: readonly string[]): string => `'${JSON.stringify(actions)}'::json`

const everything = sql.raw<readonly string[]>(listed(workflowActions))

/** Which of the shares of workflow `w` reach the caller. */
export const sharedWith = (caller: Caller): RawBuilder<boolean> =>
  sql<boolean>`(s.user_id = ${ownerOf(caller)} or s.workshop_id = any(${workshopsOf(caller)}))`

/** The highest permission by which workflow `w` was shared with the caller, or null. */
export const sharedPermission = (caller: Caller): RawBuilder<string | null> => sql`(
  select s.permission from workflow_shares s where s.workflow_id = w.id and ${sharedWith(caller)}
  order by array_position(${sql.lit(`{${sharePermissions.join(',')}}`)}::text[], s.permission) desc limit 1)`

/** What each visibility grants to others: without a share, and by which share it makes a difference. */
const grants = visibilities.map(visibility => {
  const by = (shared: SharePermission | null) =>
    workflowPermissions(anyoneElse, { created_by: -2, status: 'active', visibility, shared })
  const cases = sharePermissions.map(shared => `when '${shared}' then ${listed(by(shared))}`).join(' ')
  const unshared = listed(by(null))
  // Where shares make no difference they are not looked up.
  return sharePermissions.every(shared => by(shared).join() === by(null).join())
    ? { before: sql.raw(`when '${visibility}' then ${unshared}`), after: null }
    : { before: sql.raw(`when '${visibility}' then case`), after: sql.raw(`${cases} else ${unshared} end`) }
})

/**
 * What the caller may do with workflow `w`, as a JSON list: the domain's answers for every combination, written out once as a
 * table, so that a list needs no call per row and cannot disagree with `workflowPermissions`.
 */
export function permissionsSql(caller: Caller): RawBuilder<readonly string[]> {
  if (caller.is_superuser) return everything
  const cases = grants.map(({ before, after }) =>
    after === null ? before : sql`${before} ${sharedPermission(caller)} ${after}`,
  )
  return sql<readonly string[]>`case when w.created_by = ${ownerOf(caller)} then ${everything}
    else case w.visibility ${sql.join(cases, sql` `)} end end`
}

/** Whether workflow `w` exists for the caller. */
export const visibleTo = (caller: Caller): RawBuilder<boolean> =>
  caller.is_superuser
    ? sql<boolean>`true`
    : sql<boolean>`(w.created_by = ${ownerOf(caller)} or w.visibility = 'public' or (w.visibility = 'shared'
        and exists (select from workflow_shares s where s.workflow_id = w.id and ${sharedWith(caller)})))`
