import { availableSteps } from '../../executions/view.ts'
import type { CompiledStep } from '../../workflows/compiled.ts'
import type { Slots } from '../language/intent.ts'
import { textsFor, type Run } from '../run.ts'
import type { Part } from './answer.ts'
import { decline } from './parts.ts'

export type Target = { readonly ok: true; readonly step: CompiledStep } | { readonly ok: false; readonly part: Part }

/** The step that was named, by name or by number; null: none was. */
export function namedStep(run: Run, slots: Slots): Target | null {
  const { answers } = textsFor(run)
  const { workflow } = run
  const step =
    slots.step_id === undefined ? workflow.steps[(slots.step_number ?? 0) - 1] : workflow.compiledStep(slots.step_id)
  if (step !== undefined) return { ok: true, step }
  if (slots.step_number === undefined) return null
  return { ok: false, part: decline(run, answers.noSuchStep(slots.step_number, workflow.steps.length)) }
}

/** The step that was named, else the one in view. */
export function stepMeant(run: Run, slots: Slots): Target {
  const named = namedStep(run, slots)
  if (named !== null) return named
  const step = run.workflow.compiledStep(run.state.current_step_id)
  return step === undefined ? { ok: false, part: decline(run, textsFor(run).answers.nowhere) } : { ok: true, step }
}

/** The step to work on: the one named, else the one in view if it is open, else the only one that is. */
export function stepToWorkOn(run: Run, slots: Slots): Target {
  const meant = stepMeant(run, slots)
  if (namedStep(run, slots) !== null) return meant
  const open = availableSteps(run.workflow, run.state, run.at)
  if (meant.ok && open.includes(meant.step.id)) return meant
  const only = open.length === 1 ? run.workflow.compiledStep(open[0] ?? null) : undefined
  return only === undefined ? meant : { ok: true, step: only }
}
