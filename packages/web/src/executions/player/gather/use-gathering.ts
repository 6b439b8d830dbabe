import type { ExecutionState } from '@hidesync/domain/executions/state'
import { mustAcknowledge } from '@hidesync/domain/step-types/acknowledge'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useCallback, useState } from 'react'
import type { Player } from '../use-player.ts'

/** Warnings so serious that nobody begins without having read them. */
export const seriousWarnings = (workflow: CompiledWorkflow): readonly string[] => [
  ...new Set(workflow.steps.flatMap(({ definition }) => (mustAcknowledge(definition) ? definition.warnings : []))),
]

const hasSomethingToGather = ({ steps }: CompiledWorkflow): boolean =>
  steps.some(({ definition }) => definition.resources.some(({ name }) => name !== null) || mustAcknowledge(definition))

/** Where a run is opened first its clock is stopped: whatever was done besides, on this device or another, somebody has begun. */
const isBegun = ({ status, sequence }: ExecutionState): boolean => sequence > (status === 'paused' ? 2 : 1)

export interface Gathering {
  /** Nobody has begun with the run yet, and there is something to have ready first. */
  readonly isOpen: boolean
  readonly begin: () => void
}

/** Before the first step: whether somebody still has to begin. */
export function useGathering({ workflow, view }: Player): Gathering {
  // From the press until the clock goes on again, which is a moment later.
  const [isBeginning, setBeginning] = useState(false)
  const begin = useCallback(() => setBeginning(true), [])
  return { isOpen: !isBegun(view.state) && !isBeginning && hasSomethingToGather(workflow), begin }
}
