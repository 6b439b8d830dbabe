import type { HistoryType } from './command-type.ts'
import type { ExecutionEvent } from './event.ts'

/**
 * The steps that a command came to and passed over, as their own condition did not hold, in their order. What a person skips was
 * ready before; what undo brings back was told of when it happened first.
 */
export const passedOver = (type: HistoryType, events: readonly ExecutionEvent[]): readonly number[] =>
  type === 'undo'
    ? []
    : events.flatMap(event =>
        event.type === 'step_changed' && event.to.status === 'skipped' && (event.to.ready_at ?? null) === null
          ? [event.step_id]
          : [],
      )
