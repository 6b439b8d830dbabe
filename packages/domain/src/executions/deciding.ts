import { toMilliseconds } from '../workflows/compile-connections.ts'
import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import type { Command, CommandContext, CommandRequest } from './command.ts'
import type { CommandType } from './command-type.ts'
import { Draft } from './draft.ts'
import { Flow } from './flow.ts'
import type { Refusal } from './refusal.ts'
import { lagNotElapsed, notReady, stepNotFound } from './refusals.ts'
import type { ExecutionState, OpenStep } from './state.ts'

/** What the handlers of the commands work with. */
export interface Deciding {
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  readonly draft: Draft
  readonly flow: Flow
  readonly at: number
}

export interface Accepted {
  readonly undoable: boolean
  readonly skipped_steps?: readonly number[]
  readonly undone?: { readonly type: CommandType; readonly step_id: number | null }
}

/** A handler writes events into the draft, or refuses; what it wrote before refusing is thrown away. */
export type Handled = { readonly refusal: Refusal } | Accepted
export type Of<Type extends CommandType> = CommandContext & Extract<CommandRequest, { type: Type }>

export const refuse = (refusal: Refusal): Handled => ({ refusal })

export function deciding(workflow: CompiledWorkflow, state: ExecutionState, { at }: Pick<Command, 'at'>): Deciding {
  const draft = new Draft(workflow, state)
  return { workflow, state, draft, flow: new Flow(draft, at), at }
}

type Found =
  | { readonly ok: true; readonly step: CompiledStep; readonly early: boolean }
  | { readonly ok: false; readonly refusal: Refusal }

/** Minutes that a waiting step still has to wait; 0 for any other. */
export function lagLeft(draft: Draft, step: CompiledStep, at: number): number {
  const notBefore = draft.status(step.index) === 'pending' ? draft.open(step.index)?.not_before : undefined
  return notBefore === undefined ? 0 : Math.max(0, (notBefore - at) / 60_000)
}

/** The step if it can be worked on now; `early` where that takes, and has, an override of its lag. */
export function workable({ draft, at }: Deciding, stepId: number, override = false): Found {
  const step = draft.workflow.compiledStep(stepId)
  if (step === undefined) return { ok: false, refusal: stepNotFound(stepId) }
  if (draft.open(step.index) === undefined) return { ok: false, refusal: notReady(draft, step) }
  const left = lagLeft(draft, step, at)
  if (left > 0 && !override) return { ok: false, refusal: lagNotElapsed(step, left) }
  return { ok: true, step, early: left > 0 }
}

/**
 * Milliseconds that the step has been active; null if it has not been started. Pauses of the execution are left out, but for a time
 * step: what dries or cures does so whether somebody is there or not.
 */
export function timeSpent(draft: Draft, step: CompiledStep, at: number): number | null {
  const open = draft.open(step.index)
  if (open?.started_at === undefined) return null
  const { status, paused_at, ended_at, paused_total } = draft.now
  if (step.kind === 'time') return Math.max(0, (status === 'cancelled' ? (ended_at ?? at) : at) - open.started_at)
  return Math.max(0, (paused_at ?? ended_at ?? at) - open.started_at - (paused_total - (open.paused_before ?? 0)))
}

/** When a time step that has begun is over; null for any other. */
export const timeOver = ({ kind, duration }: CompiledStep, open: OpenStep | undefined): number | null =>
  kind === 'time' && open?.started_at !== undefined ? open.started_at + toMilliseconds(duration) : null
