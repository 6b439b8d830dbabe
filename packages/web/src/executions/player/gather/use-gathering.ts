import { mustAcknowledge } from '@hidesync/domain/step-types/acknowledge'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../../app/device-storage.ts'
import { useOwnKey } from '../own-things.ts'
import type { Player } from '../use-player.ts'

/** Warnings so serious that nobody begins without having read them. */
export const seriousWarnings = (workflow: CompiledWorkflow): readonly string[] => [
  ...new Set(workflow.steps.flatMap(({ definition }) => (mustAcknowledge(definition) ? definition.warnings : []))),
]

const hasSomethingToGather = ({ steps }: CompiledWorkflow): boolean =>
  steps.some(({ definition }) => definition.resources.some(({ name }) => name !== null) || mustAcknowledge(definition))

export interface Gathering {
  /** Nobody has begun with the run yet, and there is something to have ready first. */
  readonly isOpen: boolean
  readonly begin: () => void
}

/** Before the first step: whether somebody still has to begin. Once begun it stays so on this device. */
export function useGathering({ execution, workflow, view }: Player): Gathering {
  const key = useOwnKey(execution.id, 'begun')
  const [hasBegun, setBegun] = useState(() => readDevice(key) === true)
  const { undo_head, counts } = view.state
  const isFresh = undo_head === null && counts.done === 0 && counts.failed === 0
  const begin = useCallback(() => {
    writeDevice(key, true)
    setBegun(true)
  }, [key])
  return { isOpen: isFresh && !hasBegun && hasSomethingToGather(workflow), begin }
}
