import type { WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import { AppError } from '../http/app-error.ts'

/** What does not exist and what one may not see answer alike. */
export const notFound = (id: number): AppError =>
  new AppError('workflow.not_found', `There is no workflow ${id} that you may see.`)

const whoMay: Record<WorkflowAction, string> = {
  read: 'whoever it is shared with',
  duplicate: 'whoever it is shared with',
  execute: 'its owner, those it is shared with for running or editing, or everybody once it is public',
  edit: 'its owner, those it is shared with for editing, or a superuser',
  delete: 'its owner or a superuser',
  share: 'its owner or a superuser',
  publish: 'its owner or a superuser',
}

/** Refuses (403) what one may see but not do, saying who could. `doing` as in “You may not delete …”. */
export function requirePermission(
  workflow: { readonly name: string; readonly permissions: readonly WorkflowAction[] },
  action: WorkflowAction,
  doing: string,
): void {
  if (workflow.permissions.includes(action)) return
  throw new AppError(
    'access.forbidden',
    `You may see “${workflow.name}” but not ${doing} it. That takes ${whoMay[action]}.`,
    { reason: 'not_shared_for_this' },
  )
}

export const nameTaken = (name: string, hint = ''): AppError =>
  new AppError(
    'workflow.name_taken',
    `There is a workflow named “${name}” already among those of its owner. Choose another name, such as “${numberedName(name, [])}”${hint}.`,
    { errors: [{ path: '/name', message: 'This name is taken.' }] },
  )
