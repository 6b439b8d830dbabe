import { toMilliseconds } from '../workflows/compile-connections.ts'
import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { executionCan } from './allowed-in.ts'
import { commandTypes, type CommandType } from './command-type.ts'
import { deciding, lagLeft, timeOver, timeSpent, type Deciding } from './deciding.ts'
import { stepAt } from './letters.ts'
import { canDecide } from './settle-step.ts'
import type { ExecutionState, StepStatus } from './state.ts'
import { mostTimers, timersOf, timerStatus } from './timer.ts'

/** What a step is at a moment: one whose `min_lag` is over is ready, though nothing has been recorded since. */
export function stepStatus(workflow: CompiledWorkflow, state: ExecutionState, stepId: number, at: number): StepStatus {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return 'pending'
  const notBefore = state.open[String(stepId)]?.not_before
  const status = stepAt(state.steps, step.index)
  return status === 'pending' && notBefore !== undefined && notBefore <= at ? 'ready' : status
}

const openSteps = (workflow: CompiledWorkflow, state: ExecutionState): CompiledStep[] =>
  Object.keys(state.open)
    .flatMap(id => workflow.compiledStep(Number(id)) ?? [])
    .toSorted((one, other) => one.index - other.index)

/** Ids of the steps that are ready or active, by display order. A cancelled execution has none, whatever its steps were. */
export function availableSteps(workflow: CompiledWorkflow, state: ExecutionState, at: number): number[] {
  if (state.status === 'cancelled') return []
  return openSteps(workflow, state)
    .filter(({ id }) => stepStatus(workflow, state, id, at) !== 'pending')
    .map(step => step.id)
}

/** Steps that wait for a `min_lag` that is not over, the next to open first. */
export function waitingSteps(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  at: number,
): { readonly step_id: number; readonly not_before: number }[] {
  return openSteps(workflow, state)
    .flatMap(({ id }) => {
      const not_before = state.open[String(id)]?.not_before ?? at
      return stepStatus(workflow, state, id, at) === 'pending' ? [{ step_id: id, not_before }] : []
    })
    .toSorted((one, other) => one.not_before - other.not_before)
}

function suitsSteps(type: CommandType, context: Deciding, open: readonly CompiledStep[]): boolean {
  const { draft, at, workflow, state } = context
  const ready = open.filter(step => lagLeft(draft, step, at) === 0)
  const timers = timersOf(state)
  switch (type) {
    case 'start':
      return workflow.steps.length > 0
    case 'complete':
      return open.some(step => step.kind !== 'decision')
    case 'decide':
      return ready.some(step => canDecide(context, step))
    case 'skip':
      return ready.some(step => step.kind !== 'decision' && step.kind !== 'quality_check')
    case 'fail':
      return ready.length > 0
    case 'undo':
      return state.undo_head !== null
    case 'navigate':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'time_out':
    case 'set_variables':
    case 'select_outcome':
    case 'note':
      return true
    case 'start_timer':
      return timers.length < mostTimers
    case 'pause_timer':
      return timers.some(timer => timerStatus(timer, at) === 'running')
    case 'resume_timer':
      return timers.some(timer => timerStatus(timer, at) === 'paused')
    case 'extend_timer':
    case 'stop_timer':
      return timers.length > 0
  }
}

/** The commands of which `decide` would accept at least one at this moment, some of them only with `override`. */
export function availableCommands(workflow: CompiledWorkflow, state: ExecutionState, at: number): CommandType[] {
  const context = deciding(workflow, state, { at })
  const open = openSteps(workflow, state)
  return commandTypes.filter(type => executionCan(type, state) && suitsSteps(type, context, open))
}

/** An open step's times; epoch milliseconds and minutes. */
export interface StepTiming {
  readonly started_at: number | null
  /** Minutes that it has been active; pauses left out, but for a time step. */
  readonly spent: number | null
  /** Until when it waits for a `min_lag`. */
  readonly not_before: number | null
  /** Minutes until it may be completed without an override: what is left of its lag, or of a time step's duration. */
  readonly wait: number
  /** When a time step that has begun is over. */
  readonly ends_at: number | null
  /** By when a `max_lag` wants it begun. */
  readonly deadline: number | null
  /** The deadline has passed while the step is open; one that was begun in time may well be under way. */
  readonly deadline_missed: boolean
}

/** The times of a step that is ready, active or waiting; null for any other. */
export function stepTiming(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  stepId: number,
  at: number,
): StepTiming | null {
  const step = workflow.compiledStep(stepId)
  const open = state.open[String(stepId)]
  if (step === undefined || open === undefined) return null
  const { draft } = deciding(workflow, state, { at })
  const spent = timeSpent(draft, step, at)
  const left = step.kind === 'time' ? Math.max(0, toMilliseconds(step.duration) - (spent ?? 0)) / 60_000 : 0
  return {
    started_at: open.started_at ?? null,
    spent: spent === null ? null : spent / 60_000,
    not_before: open.not_before ?? null,
    wait: Math.max(left, lagLeft(draft, step, at)),
    ends_at: timeOver(step, open),
    deadline: open.deadline ?? null,
    deadline_missed: open.deadline !== undefined && at > open.deadline,
  }
}
