import { executionStatuses } from '@hidesync/domain/executions/state'
import { Type } from '@sinclair/typebox'
import { Id, oneOf } from '../http/schemas.ts'

const anyStatus = executionStatuses.join('|')

export const executionOrders = ['updated_at', 'started_at', 'completed_at'] as const
export type ExecutionOrder = (typeof executionOrders)[number]

const day = Type.String({ format: 'date-time', description: 'RFC 3339, included.' })

/** What a search over runs can ask for; all that is given has to hold. */
export const executionFilters = {
  status: Type.Optional(
    Type.String({
      pattern: `^(${anyStatus})(,(${anyStatus}))*$`,
      description: `one of ${executionStatuses.join(', ')}, or several with commas between them`,
    }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Words, or parts of words, of the workflow’s name or the step in view.',
    }),
  ),
  workflow_id: Type.Optional(Id),
  started_by: Type.Optional(Id),
  project_id: Type.Optional(Id),
  /** Selected or, once it is over, what came of it. */
  outcome_id: Type.Optional(Id),
  started_after: Type.Optional(day),
  started_before: Type.Optional(day),
  completed_after: Type.Optional(day),
  completed_before: Type.Optional(day),
  order_by: Type.Optional(oneOf(executionOrders)),
  order: Type.Optional(oneOf(['asc', 'desc'] as const)),
}
