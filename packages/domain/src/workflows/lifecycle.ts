import type { WorkflowStatus } from './definition.ts'

/** Which statuses a workflow may move to from each; every other move is refused. */
const moves: Record<WorkflowStatus, readonly WorkflowStatus[]> = {
  draft: ['active'],
  active: ['published', 'draft'],
  published: ['deprecated'],
  deprecated: ['archived'],
  archived: [],
}

/** Where a workflow of this status may go; empty at the end of its life. */
export const allowedMoves = (status: WorkflowStatus): readonly WorkflowStatus[] => moves[status]

/** Whether a move is allowed; staying where one is always is. */
export const mayMove = (from: WorkflowStatus, to: WorkflowStatus): boolean => from === to || moves[from].includes(to)

/** Publishing takes what is active or published already, and a draft, which becomes active on the way. */
export const mayPublish = (status: WorkflowStatus): boolean =>
  status === 'draft' || status === 'active' || status === 'published'
