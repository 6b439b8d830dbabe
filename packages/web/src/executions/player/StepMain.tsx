import type { CompiledStep } from '@hidesync/domain/workflows/compile'
import { GatherList } from './GatherList.tsx'
import { ToolCards } from './ToolCards.tsx'
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
      return <ToolCards step={definition} />
    default:
      return null
  }
}
