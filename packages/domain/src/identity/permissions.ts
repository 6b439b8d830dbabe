import type { Visibility, WorkflowStatus } from '../workflows/definition.ts'
import {
  communityActions,
  workflowActions,
  workflowMatrix,
  type CommunityAction,
  type WorkflowAction,
  type WorkflowRole,
} from './workflow-matrix.ts'

/** What a share grants; each includes the ones before it. */
export const sharePermissions = ['read', 'execute', 'edit'] as const
export type SharePermission = (typeof sharePermissions)[number]

export type WorkshopRole = 'member' | 'manager'

export interface Caller {
  /** 0: somebody who has not signed in. */
  readonly user_id: number
  readonly is_superuser: boolean
  /** Role by workshop id. */
  readonly roles: Readonly<Record<string, WorkshopRole>>
  /** What the token that was shown allows. */
  readonly scope: 'read' | 'write'
  /** They showed a PIN alone, at a device that others look at: so they are a member of its workshop, and nothing else. */
  readonly at_station?: boolean
}

/** Whose workflows the caller owns, and whose shares reach them; 0, nobody's, at a station. */
export const ownerOf = ({ user_id, at_station }: Caller): number => (at_station === true ? 0 : user_id)

export interface WorkflowAccess {
  readonly created_by: number
  readonly visibility: Visibility
  readonly status: WorkflowStatus
  /** The highest permission by which it was shared with the caller or one of their workshops. */
  readonly shared: SharePermission | null
}

const sharedRoles: Record<SharePermission, WorkflowRole> = { read: 'reader', execute: 'runner', edit: 'editor' }

/** What the caller is to the workflow. An owner who is a superuser, too, is its owner first. */
export function workflowRole(caller: Caller, workflow: Omit<WorkflowAccess, 'visibility' | 'status'>): WorkflowRole {
  if (caller.user_id === 0) return 'nobody'
  if (workflow.created_by === ownerOf(caller)) return 'owner'
  if (caller.is_superuser) return 'superuser'
  return workflow.shared === null ? 'user' : sharedRoles[workflow.shared]
}

/** Everything that the caller may do with a workflow; empty: to them it does not exist. */
export function workflowPermissions(caller: Caller, workflow: WorkflowAccess): readonly WorkflowAction[] {
  const rights = workflowMatrix[workflowRole(caller, workflow)][workflow.visibility]
  return workflowActions.filter(action => rights.includes(action))
}

/** What the caller may do around it: rating, commenting, proposing changes. Who made it does not rate it at a station, either. */
export function communityPermissions(caller: Caller, workflow: WorkflowAccess): readonly CommunityAction[] {
  const rights = workflowMatrix[workflowRole(caller, workflow)][workflow.visibility]
  const isMaker = workflow.created_by === caller.user_id
  return communityActions.filter(action => rights.includes(action) && !(action === 'rate' && isMaker))
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

/** Whether the caller takes away what somebody added to an execution: its author, who started it, or a manager. */
export function mayRemoveFrom(
  caller: Caller,
  execution: { readonly workshop_id: number; readonly started_by: number },
  added_by: number | null,
): boolean {
  if (!executionPermissions(caller, execution).includes('command')) return false
  const manages = caller.is_superuser || caller.roles[String(execution.workshop_id)] === 'manager'
  return manages || caller.user_id === added_by || caller.user_id === execution.started_by
}

/** Actions on a workshop itself. */
export function workshopPermissions(caller: Caller, workshopId: number): readonly ('read' | 'manage')[] {
  if (caller.is_superuser) return ['read', 'manage']
  const role = caller.roles[String(workshopId)]
  if (role === undefined) return []
  return role === 'manager' ? ['read', 'manage'] : ['read']
}

/**
 * Whether the caller gives somebody a new way in: a superuser does, and who manages every workshop that the person belongs to, so that nobody
 * comes to rights by it that they do not have.
 */
export function mayResetPassword(
  caller: Caller,
  person: { readonly is_superuser: boolean; readonly workshop_ids: readonly number[] },
): boolean {
  if (caller.is_superuser) return true
  const managed = person.workshop_ids.every(id => caller.roles[String(id)] === 'manager')
  return !person.is_superuser && person.workshop_ids.length > 0 && managed
}
