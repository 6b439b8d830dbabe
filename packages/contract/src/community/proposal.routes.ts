import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Nullable, Page, pageQuery } from '../http/schemas.ts'
import { WorkflowSummary } from '../workflows/workflow.schemas.ts'
import { PlainText } from './community.schemas.ts'
import { NewProposal, Proposal, ProposalDetails, Resolutions, Upstream } from './proposal.schemas.ts'

const params = Closed({ id: Id })
const one = Closed({ id: Id, proposal_id: Id })

export const proposalRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows/:id/proposals',
    summary: 'Changes that others propose, newest first: all for those who may edit the workflow, to others their own.',
    access: 'user',
    params,
    query: Closed(pageQuery),
    status: 200,
    response: Page(Proposal),
  }),
  create: route({
    method: 'POST',
    path: '/workflows/:id/proposals',
    summary: 'Propose to take over what you changed in your copy of a public workflow.',
    access: 'user',
    params,
    body: NewProposal,
    status: 201,
    response: ProposalDetails,
  }),
  get: route({
    method: 'GET',
    path: '/workflows/:id/proposals/:proposal_id',
    summary: 'One proposal, compared with what the workflow is now.',
    access: 'user',
    params: one,
    status: 200,
    response: ProposalDetails,
  }),
  accept: route({
    method: 'POST',
    path: '/workflows/:id/proposals/:proposal_id/accept',
    summary: 'Take the proposal over; 409 names conflicts that no resolution decides.',
    access: 'user',
    versioned: true,
    params: one,
    body: Type.Optional(Nullable(Closed({ resolutions: Resolutions }))),
    status: 200,
    response: ProposalDetails,
  }),
  decline: route({
    method: 'POST',
    path: '/workflows/:id/proposals/:proposal_id/decline',
    summary: 'Decline the proposal, and say why if you like.',
    access: 'user',
    versioned: true,
    params: one,
    body: Type.Optional(Nullable(Closed({ reason: Type.Optional(Nullable(PlainText)) }))),
    status: 200,
    response: Proposal,
  }),
  withdraw: route({
    method: 'DELETE',
    path: '/workflows/:id/proposals/:proposal_id',
    summary: 'Withdraw your own proposal.',
    access: 'user',
    params: one,
    status: 204,
  }),
  upstream: route({
    method: 'GET',
    path: '/workflows/:id/upstream',
    summary:
      'What has changed in the workflow that this one was copied from, and what of it conflicts with your changes.',
    access: 'user',
    params,
    status: 200,
    response: Upstream,
  }),
  mergeUpstream: route({
    method: 'POST',
    path: '/workflows/:id/upstream/merge',
    summary: 'Take over what has changed in the original; 409 names conflicts that no resolution decides.',
    access: 'user',
    versioned: true,
    params,
    body: Type.Optional(Nullable(Closed({ resolutions: Resolutions }))),
    status: 200,
    response: WorkflowSummary,
  }),
}
