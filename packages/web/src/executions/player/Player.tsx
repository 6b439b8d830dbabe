import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { Suspense, useEffect } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Execution } from '../execution.ts'
import { useGathering } from './gather/use-gathering.ts'
import { fetchLaterParts, GatherPage, Presence } from './later-parts.ts'
import { PlayerFrame } from './PlayerFrame.tsx'
import { usePlayer } from './use-player.ts'
import type { PlayerViewName } from './view-names.ts'

interface PlayerProps {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
  /** The step that is looked at without going there. */
  readonly peekId: number | null
  readonly onPeek: (stepId: number | null) => void
}

/** A run that is worked on: before the first step what is needed, then step by step. */
export function Player({ execution, workflow, ...place }: PlayerProps) {
  const player = usePlayer(execution, workflow)
  const { isOpen, begin } = useGathering(player)
  useEffect(() => void fetchLaterParts(), [])
  return (
    <>
      {isOpen ? (
        <Suspense fallback={<Skeleton count={6} />}>
          <GatherPage player={player} onBegin={begin} />
        </Suspense>
      ) : (
        <PlayerFrame player={player} {...place} />
      )}
      <Suspense fallback={null}>
        <Presence executionId={execution.id} />
      </Suspense>
    </>
  )
}
