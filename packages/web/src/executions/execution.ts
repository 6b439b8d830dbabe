import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import type { ExecutionStatus } from '@hidesync/domain/executions/state'

export type Execution = RouteOutput<Routes['executions']['get']>
export type ExecutionSummary = RouteOutput<Routes['executions']['list']>['items'][number]

/** Over for good, unless its last step is undone. */
export const hasEnded = (status: ExecutionStatus): status is 'completed' | 'failed' | 'cancelled' =>
  status === 'completed' || status === 'failed' || status === 'cancelled'
