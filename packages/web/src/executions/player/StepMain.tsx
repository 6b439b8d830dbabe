import type { CompiledStep } from '@hidesync/domain/workflows/compile'
import { Suspense } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { GatherList } from './GatherList.tsx'
import { ToolCards } from './later-parts.ts'
import type { Player } from './use-player.ts'

interface StepMainProps {
  readonly player: Player
  readonly step: CompiledStep
}

/** What a step of its type is mainly about: the materials to lay out, the tools. */
export function StepMain({ player, step }: StepMainProps) {
  const { definition } = step
  switch (definition.step_type) {
    case 'material':
      return definition.resources.length === 0 ? null : <GatherList execution={player.execution} step={definition} />
    case 'tool':
      return (
        <Suspense fallback={<Skeleton shape="row" count={definition.resources.length} />}>
          <ToolCards step={definition} />
        </Suspense>
      )
    default:
      return null
  }
}
