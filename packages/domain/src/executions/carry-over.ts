import type { CompiledConnection, CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import type { RevisionState } from './event.ts'
import { connectionAt, isSettled, stepAt } from './letters.ts'
import type { ConnectionState, ExecutionState, StepStatus } from './state.ts'
import { liveWays, type Settlement } from './ways.ts'

/** A run on its way from one revision to another. */
export interface RevisionMove {
  readonly from: CompiledWorkflow
  readonly to: CompiledWorkflow
  readonly state: ExecutionState
  /** Epoch milliseconds. */
  readonly at: number
  /** The option that each settled decision took, by the decision's id. */
  readonly chosen?: ReadonlyMap<number, number>
}

const letterOf = (status: StepStatus | ConnectionState): string => status.charAt(0)

/** The connection of the old revision that this one is: the same id between the same steps, and a way onward there, too. */
function sameWay({ from, to }: RevisionMove, connection: CompiledConnection): CompiledConnection | undefined {
  const old = from.connection(connection.definition.id)
  if (old === undefined) return undefined
  const ends = (workflow: CompiledWorkflow, { source, target }: CompiledConnection) =>
    `${workflow.steps[source]?.id}>${workflow.steps[target]?.id}`
  return ends(from, old) === ends(to, connection) ? old : undefined
}

/** How a step was left, as far as its letter tells. */
function settlementOf(status: StepStatus, old: CompiledStep): Settlement {
  if (status === 'failed') return 'failed'
  if (status === 'completed') return 'completed'
  return old.condition === null ? 'skipped' : 'passed'
}

/**
 * The connections leaving a settled step. What was taken stays taken. A new way that runs beside it is taken as it would have
 * been; where the way taken is gone, the step leads where it would lead had it settled just now.
 */
function waysFrom(move: RevisionMove, step: CompiledStep, old: CompiledStep): ReadonlyMap<number, ConnectionState> {
  const { from, to, state } = move
  const status = stepAt(state.steps, old.index)
  const optionId = move.chosen?.get(step.id)
  const option = step.options.find(({ definition }) => definition.id === optionId) ?? null
  const isOpenQuestion = step.kind === 'decision' && option === null
  const was = new Map<number, ConnectionState>()
  const keptIds = new Set<number>()
  for (const index of step.outgoing) {
    const connection = to.connections[index]
    const before = connection && sameWay(move, connection)
    if (before === undefined) continue
    was.set(index, connectionAt(state.connections, before.index))
    keptIds.add(before.definition.id)
  }
  const taken = old.outgoing.filter(index => connectionAt(state.connections, index) === 'live')
  const isWayLost = taken.some(index => !keptIds.has(from.connections[index]?.definition.id ?? 0))
  const isNew = step.outgoing.some(index => !was.has(index))
  const anew =
    isWayLost || isNew ? liveWays(to, { step, how: settlementOf(status, old), option, variables: state.variables }) : []
  const isTakenNow = (index: number): boolean => {
    if (was.get(index) === 'live') return true
    if (!anew.includes(index)) return false
    if (isWayLost) return true
    return !was.has(index) && (step.plain.includes(index) || (taken.length === 0 && !isOpenQuestion))
  }
  return new Map(step.outgoing.map(index => [index, isTakenNow(index) ? 'live' : 'dead']))
}

function lettersOfSteps({ from, to, state }: RevisionMove): string {
  const unreachable = new Set(to.unreachable)
  return to.steps
    .map(step => {
      const old = from.compiledStep(step.id)
      const status = old === undefined ? 'pending' : stepAt(state.steps, old.index)
      const isClosed = (status === 'pending' || status === 'dead') && !Object.hasOwn(state.open, String(step.id))
      return isClosed && unreachable.has(step.index) ? 'd' : letterOf(status)
    })
    .join('')
}

function connectionStates(move: RevisionMove, steps: string): readonly ConnectionState[] {
  const { from, to } = move
  const states = to.connections.map(({ source }): ConnectionState =>
    stepAt(steps, source) === 'dead' ? 'dead' : 'unresolved',
  )
  for (const step of to.steps) {
    const old = from.compiledStep(step.id)
    if (old === undefined || !isSettled(stepAt(steps, step.index))) continue
    for (const [index, state] of waysFrom(move, step, old)) states[index] = state
  }
  return states
}

const only = <Value>(record: Readonly<Record<string, Value>>, keeps: (key: string) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keeps(key)))

/** When the sources of connections with a lag settled; for a new one that is now. */
function settledAt({ to, state, at }: RevisionMove, states: readonly ConnectionState[]): Record<string, number> {
  const timed = to.connections.filter(
    ({ index, min_lag, max_lag }) => states[index] === 'live' && (min_lag > 0 || max_lag !== null),
  )
  return Object.fromEntries(timed.map(({ definition: { id } }) => [String(id), state.settled_at[String(id)] ?? at]))
}

/**
 * What the state is in terms of the other revision, before anything comes of the difference: what is settled and what is open
 * stays so, connections of settled steps stand as they were resolved, everything new waits.
 */
export function carryOver(move: RevisionMove): RevisionState {
  const { to, state } = move
  const steps = lettersOfSteps(move)
  const states = connectionStates(move, steps)
  const isStep = (id: string) => to.compiledStep(Number(id)) !== undefined
  const loops = new Set(to.loops.map(({ key }) => key))
  const outcome = (id: number | null) => (id !== null && to.outcomeIds.has(id) ? id : null)
  const count = (letters: RegExp) => steps.replaceAll(letters, '').length
  return {
    steps,
    connections: states.map(letterOf).join(''),
    open: only(state.open, isStep),
    iterations: only(state.iterations, isStep),
    ...(state.kept_notes === undefined
      ? {}
      : { kept_notes: only(state.kept_notes, pass => isStep(pass.split(':')[0] ?? '')) }),
    loops: only(state.loops, key => loops.has(key)),
    settled_at: settledAt(move, states),
    current_step_id: isStep(String(state.current_step_id)) ? state.current_step_id : null,
    selected_outcome_id: outcome(state.selected_outcome_id),
    named_outcome_id: outcome(state.named_outcome_id),
    reached_outcome_id: outcome(state.reached_outcome_id),
    counts: { done: count(/[^cs]/g), failed: count(/[^f]/g), dead: count(/[^d]/g) },
  }
}
