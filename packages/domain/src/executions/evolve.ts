import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { Draft } from './draft.ts'
import type { ExecutionEvent } from './event.ts'
import type { ExecutionState } from './state.ts'

/** The state after one event. It does not count a command: see `evolveAll`. */
export function evolve(workflow: CompiledWorkflow, state: ExecutionState, event: ExecutionEvent): ExecutionState {
  const draft = new Draft(workflow, state)
  draft.apply(event)
  return draft.finish()
}

/** The state after one accepted command, given all its events in order; `sequence` grows by one. */
export function evolveAll(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  events: readonly ExecutionEvent[],
): ExecutionState {
  const draft = new Draft(workflow, state)
  for (const event of events) draft.apply(event)
  draft.count()
  return draft.finish()
}
