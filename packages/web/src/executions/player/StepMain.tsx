import type { CompiledStep } from '@hidesync/domain/workflows/compile'
import { GatherList } from './GatherList.tsx'
import { StepTimer } from './StepTimer.tsx'
import { ToolCards } from './ToolCards.tsx'
import type { Player } from './use-player.ts'

interface StepMainProps {
  readonly player: Player
  readonly step: CompiledStep
  readonly isActive: boolean
}

/** What a step of its type is mainly about: the time that runs, the materials to lay out, the tools. */
export function StepMain({ player, step, isActive }: StepMainProps) {
  const { definition, kind, duration } = step
  if (kind === 'time')
    return isActive && duration > 0 ? (
      <StepTimer state={player.view.state} stepId={step.id} name={definition.name} minutes={duration} />
    ) : null
  switch (definition.step_type) {
    case 'material':
      return definition.resources.length === 0 ? null : <GatherList execution={player.execution} step={definition} />
    case 'tool':
      return <ToolCards step={definition} />
    default:
      return null
  }
}
