import type { ExecutionState } from './state.ts'

/**
 * What was noted, what was said to be used among it, on the step that an undo opened again and on those that it closed: undo never
 * takes it back, so whoever undoes is told of it. A line each.
 */
export function notesKept(before: ExecutionState, after: ExecutionState, undoneStep: number | null): readonly string[] {
  const closed = Object.entries(before.open).filter(([id]) => after.open[id] === undefined)
  const open = [after.open[String(undoneStep)], ...closed.map(([, step]) => step)]
  return open.flatMap(step => step?.notes?.split('\n') ?? [])
}
