import type { Route } from '@hidesync/contract/http/route'
import { workflowMatrix, type CommunityAction, type WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import type { Person } from './cast.ts'
import type { Piece } from './piece.ts'

/** May; may not, but may know that it is there; may not even know that. */
export type Verdict = 'may' | 'may not' | 'may not know'

export type Rule = (person: Person, piece: Piece) => Verdict

const rightsOf = ({ role }: Person, { visibility }: Piece) => workflowMatrix[role][visibility]

/** By a right that the domain's table gives. */
export const right =
  (action: WorkflowAction | CommunityAction): Rule =>
  (person, piece) => {
    const rights = rightsOf(person, piece)
    return rights.includes(action) ? 'may' : rights.includes('read') ? 'may not' : 'may not know'
  }

/** The author of something that lies on the workflow, while they see it; others as `rule` says. */
export const orAuthor =
  (rule: Rule): Rule =>
  (person, piece) =>
    person.name === 'author' && rightsOf(person, piece).includes('read') ? 'may' : rule(person, piece)

/** The same for what only its author and those who may edit know of; `verdict`: for the author. */
export const onProposal =
  (forAuthor: Verdict, forEditors: Verdict): Rule =>
  (person, piece) => {
    const rights = rightsOf(person, piece)
    if (rights.includes('edit')) return forEditors
    return person.name === 'author' && rights.includes('read') ? forAuthor : 'may not know'
  }

export const everybody: Rule = () => 'may'
export const superusers: Rule = ({ role }) => (role === 'superuser' ? 'may' : 'may not')
export const maker: Rule = ({ role }) => (role === 'owner' || role === 'superuser' ? 'may' : 'may not')
/** Of the owner's workshop; a superuser is in all. */
export const fellows: Rule = ({ role, workshop }) =>
  role === 'superuser' || workshop === 'the owner’s' ? 'may' : 'may not know'

/** The status that the person gets for a request that is valid. */
export function expectedStatus(route: Route, rule: Rule, person: Person, piece: Piece): number {
  if (route.access === 'open') return route.status
  if (person.token === null) return 401
  if (person.scope === 'read' && route.method !== 'GET') return 403
  const verdict = rule(person, piece)
  return verdict === 'may' ? route.status : verdict === 'may not' ? 403 : 404
}
