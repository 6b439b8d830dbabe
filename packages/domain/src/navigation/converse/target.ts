import { stepAt } from '../../executions/letters.ts'
import { whatFollows } from '../../executions/outlook.ts'
import { availableSteps } from '../../executions/view.ts'
import type { CompiledStep } from '../../workflows/compiled.ts'
import { isBehind, placeInView } from '../behind.ts'
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

/** The step so many before the one in view, among those that one has been at; the first of them where there are not so many. */
export function stepBefore(run: Run, count = 1): CompiledStep | null {
  const { workflow, state } = run
  const visited = workflow.steps
    .slice(0, placeInView(run))
    .filter(step => isBehind(run, step) || stepAt(state.steps, step.index) === 'active')
  return visited.at(-count) ?? visited[0] ?? null
}

/** The step that comes after the one in view, as far as that can be told, or the one before. */
function stepBeside(run: Run, offset: 1 | -1): CompiledStep | null {
  if (offset === -1) return stepBefore(run)
  const { workflow, state, at } = run
  const [next] = state.current_step_id === null ? [] : whatFollows(workflow, state, state.current_step_id, at)
  return workflow.compiledStep(next ?? null) ?? null
}

/** The step that was named, else the one in view. */
export function stepMeant(run: Run, slots: Slots): Target {
  const named = namedStep(run, slots)
  if (named !== null) return named
  const beside = slots.offset === undefined ? undefined : stepBeside(run, slots.offset)
  if (beside === null && slots.offset === -1)
    return { ok: false, part: decline(run, textsFor(run).answers.nothingBefore) }
  const step = beside ?? run.workflow.compiledStep(run.state.current_step_id)
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
