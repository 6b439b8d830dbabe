import { decide } from '@hidesync/domain/executions/decide'
import type { CommandRequest } from '@hidesync/domain/executions/command'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { ExecutionState } from '@hidesync/domain/executions/state'

/** The step that the run would be at after a command; null: it would be over, or the engine says no. */
export function stepAfter(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  command: CommandRequest,
  at: number,
): string | null {
  const decision = decide(workflow, state, { ...command, at, actor_id: null })
  if (!decision.ok) return null
  const after = evolveAll(workflow, state, decision.events)
  return after.status === 'active' ? (workflow.step(after.current_step_id)?.name ?? null) : null
}
