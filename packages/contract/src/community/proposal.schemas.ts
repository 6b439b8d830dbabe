import { partKinds } from '@hidesync/domain/translations/text-unit'
import { partTypes } from '@hidesync/domain/workflows/parts'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Id, json, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { PlainText } from './community.schemas.ts'

export const proposalStatuses = ['open', 'accepted', 'declined', 'withdrawn'] as const
const parts = [...partTypes, 'translation'] as const

export const DefinitionComparison = Type.Object({
  equal: Type.Boolean(),
  added: Type.Integer(),
  removed: Type.Integer(),
  changed: Type.Integer(),
  moved: Type.Integer(),
  changes: Type.Array(
    Type.Object({
      part: oneOf(partTypes),
      id: Id,
      step_id: Nullable(Id),
      change: oneOf(['added', 'removed', 'changed', 'moved'] as const),
      name: Type.String(),
      fields: Type.Array(Type.Object({ field: Type.String(), before: json, after: json })),
      summary: Type.String(),
    }),
  ),
})

/** Something that both sides changed, each in its own way. */
export const Conflict = Type.Object({
  part: oneOf(parts),
  id: Id,
  field: Nullable(Type.String({ description: 'Null: one side removed the part. Of a translation: `de/step/name`.' })),
  name: Type.String(),
  base: json,
  ours: json,
  theirs: json,
})

/** A text in another language that changes. */
const TextChange = Type.Object({
  locale: Type.String(),
  part: oneOf(partKinds),
  id: Id,
  field: Type.String({ description: 'An entry of a list with its number: `tips.1`.' }),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
})

/** Which side a conflict is decided for. */
export const ConflictResolution = Closed({
  part: oneOf(parts),
  id: Id,
  field: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  take: oneOf(['ours', 'theirs'] as const),
})
export type ConflictResolution = Static<typeof ConflictResolution>

export const Resolutions = Type.Optional(Type.Array(ConflictResolution, { maxItems: 10_000 }))

export const NewProposal = Closed({
  title: Name,
  message: Type.Optional(Nullable(PlainText)),
  from_workflow_id: Type.Integer({
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'A copy of the workflow, in which the change was made.',
  }),
})
export type NewProposal = Static<typeof NewProposal>

const proposal = {
  id: Id,
  workflow_id: Id,
  author_id: Id,
  author_name: Type.String(),
  title: Type.String(),
  message: Nullable(Type.String()),
  status: oneOf(proposalStatuses),
  base_revision: Type.Integer({ description: 'Of the workflow, when the author began.' }),
  from_workflow_id: Nullable(Id),
  reason: Nullable(Type.String()),
  created_at: Timestamp,
  decided_at: Nullable(Timestamp),
}

export const Proposal = Type.Object(proposal)
export type Proposal = Static<typeof Proposal>

export const ProposalDetails = Type.Object({
  ...proposal,
  comparison: Type.Composite([DefinitionComparison], {
    description: 'What accepting it now would change; of a closed one, what it was about.',
  }),
  translations: Type.Array(TextChange, { description: 'The same of its texts in other languages.' }),
  conflicts: Type.Array(Conflict),
})
export type ProposalDetails = Static<typeof ProposalDetails>

export const Upstream = Type.Object({
  workflow_id: Id,
  name: Type.String({ description: 'Of the original, as it is called now.' }),
  base_revision: Type.Integer({ description: 'Of the original: what the copy holds already.' }),
  revision: Type.Integer({ description: 'The newest of the original.' }),
  up_to_date: Type.Boolean(),
  changes: Type.Composite([DefinitionComparison], {
    description: 'Of the original since then, in the ids of the copy.',
  }),
  translations: Type.Array(TextChange, { description: 'The same of its texts in other languages.' }),
  conflicts: Type.Array(Conflict),
  mergeable: Type.Boolean({ description: 'Whether it can be taken over without deciding conflicts.' }),
})
export type Upstream = Static<typeof Upstream>
