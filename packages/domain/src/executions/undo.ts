import { sameJson } from '../workflows/json-source.ts'
import { refuse, type Deciding, type Handled, type Of } from './deciding.ts'
import { isOpen, type Draft } from './draft.ts'
import type { ExecutionEvent } from './event.ts'
import { invert } from './invert.ts'
import { isSettled } from './letters.ts'

const nothing = (message: string, type: 'nothing_to_undo' | 'not_the_last'): Handled =>
  refuse({ code: 'execution.nothing_to_undo', message, detail: { type } })

/**
 * Takes one event back from where things stand now. What was done since and is never undone (a start by navigate, a variable set,
 * an outcome selected, a note) may have changed the same thing: then the present is what changes, or what stays.
 */
function takeBack(draft: Draft, event: ExecutionEvent, at: number): void {
  const inverse = invert(event, at)
  if (inverse === null) return
  switch (inverse.type) {
    case 'step_changed': {
      const step = draft.workflow.compiledStep(inverse.step_id)
      if (step === undefined) return
      const notes = draft.open(step.index)?.notes
      const { iteration } = draft.snapshot(step.index)
      const staysOpen = isOpen(inverse.to) && inverse.to.iteration === iteration
      draft.changeStep(step.index, notes !== undefined && staysOpen ? { ...inverse.to, notes } : inverse.to)
      if (notes !== undefined && !staysOpen)
        draft.emit({ type: 'note_added', step_id: step.id, iteration, text: notes })
      return
    }
    case 'variable_changed': {
      const isSame = sameJson(
        Object.hasOwn(draft.variables, inverse.name) ? draft.variables[inverse.name] : undefined,
        inverse.from,
      )
      if (isSame) draft.emit(inverse)
      return
    }
    case 'outcome_changed':
      if (inverse.field !== 'selected' || draft.now.selected_outcome_id === inverse.from) draft.emit(inverse)
      return
    case 'moved':
      if (draft.now.current_step_id !== inverse.to) draft.emit({ ...inverse, from: draft.now.current_step_id })
      return
    case 'connection_changed':
    case 'loop_counted':
    case 'status_changed':
      draft.emit(inverse)
  }
}

/** The view never stays on a step that undo has closed. */
function keepViewOpen({ draft, workflow }: Deciding, undoneStep: number | null): void {
  const current = workflow.compiledStep(draft.now.current_step_id)
  const status = current === undefined ? 'pending' : draft.status(current.index)
  if (current !== undefined && (isSettled(status) || draft.open(current.index) !== undefined)) return
  if (undoneStep !== draft.now.current_step_id)
    draft.emit({ type: 'moved', from: draft.now.current_step_id, to: undoneStep })
}

/** Takes back the last complete, decide, skip, fail or jump by compensating events. */
export function undo(context: Deciding, { last, at }: Of<'undo'>): Handled {
  const { draft, state } = context
  if (state.undo_head === null)
    return nothing('There is nothing to take back: nothing has been done since the start.', 'nothing_to_undo')
  if (last === null || last.sequence !== state.undo_head)
    return nothing(
      `Only the last command can be taken back, number ${state.undo_head} of this execution.`,
      'not_the_last',
    )
  for (const event of last.events.toReversed()) takeBack(draft, event, at)
  keepViewOpen(context, last.step_id)
  draft.emit({ type: 'undo_head_changed', from: state.undo_head, to: last.undo_previous })
  return { undoable: false, undone: { type: last.type, step_id: last.step_id } }
}
