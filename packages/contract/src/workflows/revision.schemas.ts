import { partTypes } from '@hidesync/domain/workflows/parts'
import { Type } from '@sinclair/typebox'
import { Id, json, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { Connection, Outcome, Path, Step, Workflow } from './workflow.schemas.ts'

/** What became of one part between two states of a workflow. */
export const PartChange = Type.Object({
  part: oneOf(partTypes),
  id: Id,
  step_id: Nullable(Id),
  change: oneOf(['added', 'removed', 'changed', 'moved'] as const),
  name: Type.String({ description: 'What a person calls it.' }),
  fields: Type.Array(Type.Object({ field: Type.String(), before: json, after: json })),
  summary: Type.String({ description: 'One sentence.' }),
})

export const Comparison = Type.Object({
  equal: Type.Boolean(),
  added: Type.Integer(),
  removed: Type.Integer(),
  changed: Type.Integer(),
  moved: Type.Integer(),
  changes: Type.Array(PartChange),
})

/** An immutable state of a workflow, addressed by the hash of its content. */
export const Revision = Type.Object({
  revision: Type.Integer(),
  content_hash: Type.String(),
  name: Type.String({ description: 'What the workflow was called.' }),
  created_at: Timestamp,
  created_by: Nullable(Id),
  note: Nullable(Type.String()),
})

export const Definition = Type.Object({
  steps: Type.Array(Step),
  connections: Type.Array(Connection),
  outcomes: Type.Array(Outcome),
  paths: Type.Array(Path),
})

export const RevisionDetails = Type.Composite([Revision, Definition])

export const SavedDefinition = Type.Composite([Workflow, Type.Object({ changes: Comparison })])
