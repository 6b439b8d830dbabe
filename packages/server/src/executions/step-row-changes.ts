import type { ExecutionEvent, StepSnapshot } from '@hidesync/domain/executions/event'

/** What a command changes in `workflow_step_executions`: one row for each pass of a step that has been opened. */
export interface StepRowChanges {
  readonly put: readonly StepRow[]
  readonly remove: readonly StepPass[]
  /** Lines to add to the notes of passes that have a row. */
  readonly notes: readonly (StepPass & { readonly text: string })[]
}

/** One run of one step: a step that a loop has reset has a pass for each iteration. */
export interface StepPass {
  readonly step_id: number
  readonly iteration: number
}

export interface StepRow extends StepPass {
  readonly snapshot: StepSnapshot
}

/** A step that was never opened, or was ruled out, has no row: its state stands in the execution's document alone. */
const hasRow = (snapshot: StepSnapshot) =>
  snapshot.status !== 'dead' && (snapshot.status !== 'pending' || (snapshot.not_before ?? null) !== null)

/**
 * The rows that a command's events leave behind. A loop's reset opens the next pass and leaves the row of the last one alone;
 * undoing it removes the pass again.
 */
export function stepRowChanges(events: readonly ExecutionEvent[]): StepRowChanges {
  const passes = new Map<string, StepPass & { readonly snapshot: StepSnapshot | null }>()
  for (const event of events) {
    if (event.type !== 'step_changed') continue
    const { step_id, from, to } = event
    if (to.iteration < from.iteration)
      passes.set(`${step_id}:${from.iteration}`, { step_id, iteration: from.iteration, snapshot: null })
    else
      passes.set(`${step_id}:${to.iteration}`, {
        step_id,
        iteration: to.iteration,
        snapshot: hasRow(to) ? to : null,
      })
  }
  const all = [...passes.values()]
  return {
    put: all.flatMap(({ step_id, iteration, snapshot }) => (snapshot ? [{ step_id, iteration, snapshot }] : [])),
    remove: all.filter(pass => pass.snapshot === null).map(({ step_id, iteration }) => ({ step_id, iteration })),
    notes: events.flatMap(event => {
      if (event.type !== 'note_added') return []
      const { step_id, iteration, text } = event
      return [{ step_id, iteration, text }]
    }),
  }
}
