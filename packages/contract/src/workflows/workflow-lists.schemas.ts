import { difficultyLevels, workflowStatuses } from '@hidesync/domain/workflows/definition'
import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { Id, Nullable, oneOf, Page } from '../http/schemas.ts'
import { WorkflowSummary } from './workflow.schemas.ts'

const minimum = 'There are more: so many were looked at.'

export const WorkflowPage = Type.Composite([
  Page(WorkflowSummary),
  Type.Object({
    next_cursor: Type.Optional(
      Type.String({ description: 'Names the next page as `cursor`; absent on the last one.' }),
    ),
    total_is_minimum: Type.Optional(Type.Literal(true, { description: minimum })),
  }),
])
export type WorkflowPage = Static<typeof WorkflowPage>

const Counts = <T extends TSchema>(value: T) => Type.Array(Type.Object({ value, count: Type.Integer() }))

/** Counts of what a list shows, the most frequent first. */
export const WorkflowFacets = Type.Object({
  total: Type.Integer(),
  total_is_minimum: Type.Boolean({ description: minimum }),
  status: Counts(oneOf(workflowStatuses)),
  difficulty_level: Counts(oneOf(difficultyLevels)),
  category: Counts(Type.String()),
  tag: Counts(Type.String()),
  language: Counts(Type.String()),
  duration: Type.Array(Type.Object({ min: Type.Number(), max: Nullable(Type.Number()), count: Type.Integer() }), {
    description: 'Ranges in minutes; both ends belong to them.',
  }),
})
export type WorkflowFacets = Static<typeof WorkflowFacets>

export const WorkflowStatistics = Type.Object({
  workflow_id: Id,
  total_executions: Type.Integer(),
  completed_executions: Type.Integer(),
  average_completion_time: Nullable(Type.Number({ description: 'Minutes without pauses; null: none was completed.' })),
  success_rate: Nullable(
    Type.Number({ description: 'Completed of those that ended, in percent; null: none has ended.' }),
  ),
  most_common_outcome: Nullable(Type.String()),
  outcomes: Type.Array(Type.Object({ outcome_id: Id, name: Type.String(), completed_executions: Type.Integer() }), {
    description: 'Those that were reached, the most frequent first.',
  }),
})
export type WorkflowStatistics = Static<typeof WorkflowStatistics>
