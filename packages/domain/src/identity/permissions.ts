import type { Visibility, WorkflowStatus } from '../workflows/definition.ts'

/** What one may do with a workflow, as `permissions` lists it. */
export const workflowActions = ['read', 'execute', 'duplicate', 'edit', 'delete', 'share', 'publish'] as const
export type WorkflowAction = (typeof workflowActions)[number]

/** What a share grants; each includes the ones before it. */
export const sharePermissions = ['read', 'execute', 'edit'] as const
export type SharePermission = (typeof sharePermissions)[number]

export type WorkshopRole = 'member' | 'manager'

export interface Caller {
  readonly user_id: number
  readonly is_superuser: boolean
  /** Role by workshop id. */
  readonly roles: Readonly<Record<string, WorkshopRole>>
  /** What the token that was shown allows. */
  readonly scope: 'read' | 'write'
}

export interface WorkflowAccess {
  readonly created_by: number
  readonly visibility: Visibility
  readonly status: WorkflowStatus
  /** The highest permission by which it was shared with the caller or one of their workshops. */
  readonly shared: SharePermission | null
}

const granted: Record<SharePermission, readonly WorkflowAction[]> = {
  read: ['read', 'duplicate'],
  execute: ['read', 'execute', 'duplicate'],
  edit: ['read', 'execute', 'duplicate', 'edit'],
}

/** Everything that the caller may do with a workflow; empty: to them it does not exist. */
export function workflowPermissions(caller: Caller, workflow: WorkflowAccess): readonly WorkflowAction[] {
  if (caller.is_superuser || workflow.created_by === caller.user_id) return workflowActions
  const shared = workflow.visibility === 'private' || workflow.shared === null ? [] : granted[workflow.shared]
  const open = workflow.visibility === 'public' ? granted.execute : []
  return workflowActions.filter(action => shared.includes(action) || open.includes(action))
}

/** Actions on an execution. */
export type ExecutionAction = 'read' | 'command'

/** An execution belongs to its workshop: its members work on it together, to others it does not exist. */
export function executionPermissions(
  caller: Caller,
  execution: { readonly workshop_id: number },
): readonly ExecutionAction[] {
  const member = caller.roles[String(execution.workshop_id)] !== undefined
  return caller.is_superuser || member ? ['read', 'command'] : []
}

/** Actions on a workshop itself. */
export function workshopPermissions(caller: Caller, workshopId: number): readonly ('read' | 'manage')[] {
  if (caller.is_superuser) return ['read', 'manage']
  const role = caller.roles[String(workshopId)]
  if (role === undefined) return []
  return role === 'manager' ? ['read', 'manage'] : ['read']
}
