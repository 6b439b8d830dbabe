import type { Visibility } from '../workflows/definition.ts'

/** What one may do with a workflow, as `permissions` lists it. */
export const workflowActions = ['read', 'execute', 'duplicate', 'edit', 'delete', 'share', 'publish'] as const
export type WorkflowAction = (typeof workflowActions)[number]

/** What people do around a workflow; `moderate` is taking away comments of others. */
export const communityActions = ['rate', 'comment', 'propose', 'moderate'] as const
export type CommunityAction = (typeof communityActions)[number]

/** What somebody is to a workflow. Reader, runner and editor: by a share, with them or with one of their workshops. */
export const workflowRoles = ['owner', 'superuser', 'editor', 'runner', 'reader', 'user', 'nobody'] as const
export type WorkflowRole = (typeof workflowRoles)[number]

type Right = WorkflowAction | CommunityAction
type Rights = Readonly<Record<Visibility, readonly Right[]>>

const read = ['read', 'duplicate'] as const
const run = ['read', 'execute', 'duplicate'] as const
const edit = ['read', 'execute', 'duplicate', 'edit'] as const
const all = [...workflowActions, 'moderate'] as const

/** What everybody who signed in adds to the library; nobody rates what is their own. */
const takePart = ['rate', 'comment', 'propose'] as const
const takePartAsOwner = ['comment', 'propose'] as const

/**
 * Who may do what with a workflow: the one table that server, lists, screens and terminal answer from. Shares of a private
 * workflow sleep; a public one gives everybody who signed in what a share for running would. Nobody has not signed in.
 */
export const workflowMatrix: Readonly<Record<WorkflowRole, Rights>> = {
  owner: { private: all, shared: all, public: [...all, ...takePartAsOwner] },
  superuser: { private: all, shared: all, public: [...all, ...takePart] },
  editor: { private: [], shared: edit, public: [...edit, ...takePart] },
  runner: { private: [], shared: run, public: [...run, ...takePart] },
  reader: { private: [], shared: read, public: [...run, ...takePart] },
  user: { private: [], shared: [], public: [...run, ...takePart] },
  nobody: { private: [], shared: [], public: [] },
}
