import type { ClockLimits } from '@hidesync/domain/executions/due'
import type { WorkflowConfig } from '../config.ts'

/** What the installation wants of executions. */
export const clockLimits = ({ maxExecutionTime, idlePause }: WorkflowConfig): ClockLimits => ({
  time: maxExecutionTime * 1_000,
  idle: idlePause === 0 ? null : idlePause * 60_000,
})

/** The same for one execution, whose workflow may have had a limit of its own (minutes) when it was started. */
export const limitsOf = ({ time_limit }: { readonly time_limit: number | null }, limits: ClockLimits): ClockLimits =>
  time_limit === null ? limits : { ...limits, time: time_limit * 60_000 }
