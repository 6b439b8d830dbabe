import {
  executionPermissions,
  ownerOf,
  sharePermissions,
  workflowPermissions,
  type Caller,
} from '@hidesync/domain/identity/permissions'
import type { Audience, EventRow } from './event.reader.ts'

type About = Pick<EventRow, 'workshop_id' | 'workflow_id' | 'execution_id' | 'data'>

const sharedWith = (caller: Caller, { shares }: Audience) =>
  sharePermissions.findLast(permission =>
    shares.some(
      share =>
        share.permission === permission &&
        (share.user_id === ownerOf(caller) || caller.roles[String(share.workshop_id)] !== undefined),
    ),
  ) ?? null

/** Whether the caller may know of the event: as of what it is about, by the rights that they have now. */
export function mayKnow(caller: Caller, event: About, audience: Audience | undefined): boolean {
  if (caller.is_superuser) return true
  if (event.execution_id !== null || event.workflow_id === null)
    return (
      event.workshop_id !== null && executionPermissions(caller, { workshop_id: event.workshop_id }).includes('read')
    )
  // Of a workflow that is gone for good only who did it hears.
  if (audience === undefined) return event.data['user_id'] === ownerOf(caller)
  return workflowPermissions(caller, { ...audience, shared: sharedWith(caller, audience) }).includes('read')
}
