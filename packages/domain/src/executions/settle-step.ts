import type { CompiledOption, CompiledStep } from '../workflows/compiled.ts'
import { toMilliseconds } from '../workflows/compile-connections.ts'
import type { JsonObject } from '../workflows/definition.ts'
import { bringIntoView } from './bring-into-view.ts'
import { refuse, timeSpent, workable, type Deciding, type Handled, type Of } from './deciding.ts'
import { addLine } from './draft.ts'
import type { StepSnapshot } from './event.ts'
import { finishIfDone } from './finish.ts'
import { isSettled } from './letters.ts'
import type { Refusal } from './refusal.ts'
import * as refusals from './refusals.ts'
import type { Settlement } from './ways.ts'

interface Particulars {
  readonly notes?: string | null
  readonly data?: JsonObject | null
  readonly actual_duration?: number | null
}

/** How the step will stand in the records: when, how long, and what was noted. */
function settledAs(
  { draft, at }: Deciding,
  step: CompiledStep,
  particulars: Particulars,
): Omit<StepSnapshot, 'status' | 'iteration'> {
  const open = draft.open(step.index)
  const spent = timeSpent(draft, step, at)
  const notes = particulars.notes ? addLine(open?.notes, particulars.notes) : open?.notes
  const data = { ...open?.data, ...particulars.data }
  return {
    ready_at: open?.ready_at ?? at,
    started_at: open?.started_at ?? null,
    completed_at: at,
    actual_duration: particulars.actual_duration ?? (spent === null ? null : spent / 60_000),
    ...(open?.deadline === undefined ? {} : { deadline: open.deadline }),
    ...(notes === undefined ? {} : { notes }),
    ...(Object.keys(data).length === 0 ? {} : { data }),
  }
}

/** Settles an open step, ends the execution if that was the last, and moves the view on. */
export function settle(
  context: Deciding,
  step: CompiledStep,
  how: Settlement,
  particulars: Particulars & { readonly option?: CompiledOption },
): void {
  const to = settledAs(context, step, particulars)
  context.flow.settle(step.index, { how, to, option: particulars.option ?? null })
  finishIfDone(context)
  bringIntoView(context, step.index)
}

/** Milliseconds that a time step still takes; 0 for any other. */
const timeLeft = ({ draft, at }: Deciding, step: CompiledStep): number =>
  step.kind === 'time' ? Math.max(0, toMilliseconds(step.duration) - (timeSpent(draft, step, at) ?? 0)) : 0

export function complete(context: Deciding, command: Of<'complete'>): Handled {
  const found = workable(context, command.step_id, command.override)
  if (!found.ok) return refuse(found.refusal)
  const { step } = found
  if (step.kind === 'decision') return refuse(refusals.decisionRequired(step))
  const verdict = command.data?.['verdict']
  if (step.kind === 'quality_check' && verdict !== 'pass' && verdict !== 'fail')
    return refuse(refusals.verdictRequired(step))
  const left = timeLeft(context, step)
  if (left > 0 && !command.override) return refuse(refusals.timeNotElapsed(step, left / 60_000))
  settle(context, step, step.kind === 'quality_check' && verdict === 'fail' ? 'failed' : 'completed', {
    notes: command.notes ?? null,
    actual_duration: command.actual_duration ?? null,
    data: {
      ...command.data,
      ...(command.resource_usage === undefined ? {} : { resource_usage: command.resource_usage }),
      ...(found.early || left > 0 ? { override: true } : {}),
    },
  })
  return { undoable: true }
}

/** Why an option can't be taken as things stand. */
function wayRefusal({ draft, flow, workflow }: Deciding, step: CompiledStep, { way }: CompiledOption): Refusal | null {
  if (way.type === 'loop') {
    const target = workflow.steps[way.loop.target] ?? step
    return flow.loopHasReturns(way.loop) ? null : refusals.limitReached(step, target, way.loop.limit)
  }
  const target = way.type === 'jump' ? workflow.steps[way.target] : undefined
  return target !== undefined && isSettled(draft.status(target.index)) ? refusals.jumpToSettled(step, target) : null
}

/** Records the chosen option, applies its action and settles the step. */
export function decideOption(context: Deciding, command: Of<'decide'>): Handled {
  const step = context.workflow.compiledStep(command.step_id)
  if (step === undefined) return refuse(refusals.stepNotFound(command.step_id))
  if (step.kind !== 'decision') return refuse(refusals.notADecision(step))
  const found = workable(context, command.step_id)
  if (!found.ok) return refuse(found.refusal)
  const option = step.options.find(({ definition }) => definition.id === command.option_id)
  if (option === undefined) return refuse(refusals.optionNotFound(step, command.option_id))
  const refusal = wayRefusal(context, step, option)
  if (refusal !== null) return refuse(refusal)
  const data = { decision_option_id: command.option_id }
  settle(context, step, 'completed', { notes: command.notes ?? null, data, option })
  return { undoable: true }
}

/** Whether any of a decision's options could be taken as things stand. */
export const canDecide = (context: Deciding, step: CompiledStep): boolean =>
  step.kind === 'decision' && step.options.some(option => wayRefusal(context, step, option) === null)

const because = (reason: string | null | undefined): JsonObject => (reason ? { reason } : {})

export function skip(context: Deciding, command: Of<'skip'>): Handled {
  const found = workable(context, command.step_id)
  if (!found.ok) return refuse(found.refusal)
  const { step } = found
  if (step.kind === 'decision' || step.kind === 'quality_check') return refuse(refusals.notSkippable(step))
  settle(context, step, 'skipped', { data: because(command.reason) })
  return { undoable: true }
}

export function fail(context: Deciding, command: Of<'fail'>): Handled {
  const found = workable(context, command.step_id)
  if (!found.ok) return refuse(found.refusal)
  settle(context, found.step, 'failed', { data: because(command.reason) })
  return { undoable: true }
}
