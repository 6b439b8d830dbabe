import { bringIntoView } from './bring-into-view.ts'
import { carryOver, type RevisionMove } from './carry-over.ts'
import { deciding, type Deciding } from './deciding.ts'
import type { ExecutionEvent, RevisionState, StepSnapshot } from './event.ts'
import { evolveAll } from './evolve.ts'
import { finishIfDone } from './finish.ts'
import { connectionAt, isSettled, stepAt } from './letters.ts'
import { statusInWords } from './refusals.ts'
import type { ConnectionState, ExecutionState } from './state.ts'
import { listed } from './wording.ts'

export type MoveDecision =
  | {
      readonly ok: true
      /** For `evolveAll` with the new revision, and for the history. */
      readonly events: readonly ExecutionEvent[]
      readonly state: ExecutionState
    }
  | {
      readonly ok: false
      readonly code: 'revision.not_movable' | 'execution.paused' | 'execution.not_active'
      readonly message: string
      /** The settled steps that the other revision does not have. */
      readonly step_ids: readonly number[]
    }

const refuse = (
  message: string,
  code: Extract<MoveDecision, { ok: false }>['code'] = 'revision.not_movable',
  step_ids: readonly number[] = [],
): MoveDecision => ({ ok: false, code, message, step_ids })

const revisionState = (state: ExecutionState): RevisionState => {
  const { steps, connections, open, iterations, loops, settled_at, current_step_id, counts } = state
  const { selected_outcome_id, named_outcome_id, reached_outcome_id } = state
  const outcomes = { selected_outcome_id, named_outcome_id, reached_outcome_id }
  const kept = state.kept_notes === undefined ? {} : { kept_notes: state.kept_notes }
  return { steps, connections, open, iterations, loops, settled_at, current_step_id, ...outcomes, ...kept, counts }
}

/** Whether nothing that leads to a step is still awaited, and something leads there; true of a step that a run begins with. */
const hasArrived = (ways: readonly ConnectionState[]): boolean =>
  !ways.includes('unresolved') && (ways.length === 0 || ways.includes('live'))

/** What was open and is not there any more, or has to wait again because something new comes before it, is closed. */
function closeSteps({ from, to, state }: RevisionMove, { draft }: Deciding): void {
  for (const [id, open] of Object.entries(state.open)) {
    const old = from.compiledStep(Number(id))
    const step = to.compiledStep(Number(id))
    if (old === undefined) continue
    const iteration = state.iterations[id] ?? 1
    const status = stepAt(state.steps, old.index)
    if (step === undefined) {
      const was: StepSnapshot = { status, iteration, ...open }
      draft.emit({ type: 'step_changed', step_id: old.id, from: was, to: { status: 'dead', iteration } })
      continue
    }
    const hadArrived = hasArrived(old.incoming.map(index => connectionAt(state.connections, index)))
    const arrives = hasArrived(step.incoming.map(index => draft.connection(index)))
    const waitsAgain = status !== 'active' && hadArrived && !arrives
    if (waitsAgain) draft.changeStep(step.index, { status: 'pending', iteration })
  }
}

/**
 * Moves a run that is active to another revision of its workflow: what is settled stays settled and has to exist there; what
 * someone has begun stays begun; steps that are new become ready, wait or are ruled out by the same rule as all others. Refused
 * (with the steps) where a settled step is gone, and where the run would fail for want of any way on. What was done before can't be
 * undone afterwards: it was done on another graph. A run that this leaves with nothing to do is completed.
 */
export function moveToRevision(move: RevisionMove): MoveDecision {
  const { from, to, state, at } = move
  if (state.status === 'paused')
    return refuse('The execution is paused: resume it before you move it to another revision.', 'execution.paused')
  if (state.status !== 'active' || state.sequence === 0)
    return refuse(
      `The execution is ${statusInWords[state.status]}: to move it to another revision it has to be active.`,
      'execution.not_active',
    )
  const gone = from.steps.filter(({ index, id }) => isSettled(stepAt(state.steps, index)) && !to.compiledStep(id))
  if (gone.length > 0) {
    const names = listed(gone.map(({ definition }) => definition.name))
    const [is, them] = gone.length === 1 ? ['is', 'it'] : ['are', 'them']
    return refuse(
      `${names} ${is} already done here, and the other revision does not have ${them}: this run stays on its own.`,
      'revision.not_movable',
      gone.map(({ id }) => id),
    )
  }
  const context = deciding(to, state, { at })
  const { draft, flow } = context
  draft.emit({ type: 'revision_changed', before: revisionState(state), after: carryOver(move) })
  closeSteps(move, context)
  flow.adjust()
  if (Object.keys(draft.now.open).length === 0) finishIfDone(context)
  if (draft.now.status === 'failed')
    return refuse(`On the other revision this run would end at once: ${draft.now.failure_reason ?? ''}`)
  keepView(context)
  if (state.undo_head !== null) draft.emit({ type: 'undo_head_changed', from: state.undo_head, to: null })
  return { ok: true, events: draft.events, state: evolveAll(to, state, draft.events) }
}

/** The view stays where it is unless that step is gone or closed. */
function keepView(context: Deciding): void {
  const { draft, workflow } = context
  const current = workflow.compiledStep(draft.now.current_step_id)
  const stays =
    current !== undefined && (draft.open(current.index) !== undefined || isSettled(draft.status(current.index)))
  if (!stays) bringIntoView(context, current?.index ?? null)
}
