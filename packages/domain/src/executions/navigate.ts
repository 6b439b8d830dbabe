import type { CompiledStep } from '../workflows/compiled.ts'
import { moveTo } from './bring-into-view.ts'
import { certainToReach, isUncertain } from './certain.ts'
import { lagLeft, refuse, type Deciding, type Handled, type Of } from './deciding.ts'
import { isSettled } from './letters.ts'
import { stepsBefore } from './loop-body.ts'
import type { Refusal } from './refusal.ts'
import * as refusals from './refusals.ts'

const unsettled = ({ draft }: Deciding, index: number): boolean => {
  const status = draft.status(index)
  return !isSettled(status) && status !== 'dead'
}

/** The steps that have not been dealt with and lie before the target, along connections or along jumps too. */
function onTheWay(context: Deciding, target: number, jumpsToo: boolean): ReadonlySet<number> {
  const { workflow } = context
  const seen = new Set<number>()
  const queue = [target]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const step = workflow.steps[next]
    const before = jumpsToo
      ? stepsBefore(workflow, next)
      : (step?.incoming.map(way => workflow.connections[way]?.source ?? target) ?? [])
    for (const index of before)
      if (index !== target && !seen.has(index) && unsettled(context, index)) {
        seen.add(index)
        queue.push(index)
      }
  }
  return seen
}

const toBeMade = (step: CompiledStep): Refusal | null => {
  if (step.kind === 'decision') return refusals.decisionRequired(step)
  return step.kind === 'quality_check' ? refusals.verdictRequired(step) : null
}

/** Skips, one after another, what is open before the target, until the target opens; says why if it can't. */
function passOver(context: Deciding, target: CompiledStep, skipped: CompiledStep[]): Refusal | null {
  const { draft, flow, workflow, at } = context
  const way = onTheWay(context, target.index, false)
  const isOpen = (index: number) => draft.open(index) !== undefined
  let waiting = workflow.steps.filter(step => way.has(step.index) && isOpen(step.index)).map(step => step.index)
  let certain: ReadonlySet<number> | null = null
  let known = flow.opened.length
  while (!isOpen(target.index) && waiting.length > 0) {
    const next = Math.min(...waiting)
    const step = workflow.steps[next]
    if (step === undefined) break
    const refusal = toBeMade(step)
    if (refusal !== null) return refusal
    const uncertain = isUncertain(workflow, step, draft.variables)
    if (uncertain && !(certain ??= certainToReach(workflow, target.index)).has(next))
      return refusals.wayUnknown(target, step)
    const { ready_at, started_at = null, notes = null } = draft.snapshot(next)
    flow.settle(next, { how: 'skipped', to: { ready_at: ready_at ?? at, started_at, completed_at: at, notes } })
    skipped.push(step)
    const opened = flow.opened.slice(known)
    known = flow.opened.length
    waiting = [...new Set([...waiting, ...opened])].filter(index => way.has(index) && isOpen(index))
  }
  return isOpen(target.index) ? null : whyClosed(context, target)
}

function whyClosed(context: Deciding, target: CompiledStep): Refusal {
  const { draft, workflow } = context
  const naming = [...onTheWay(context, target.index, true)]
    .flatMap(index => workflow.steps[index] ?? [])
    .find(step => step.kind === 'decision' && draft.open(step.index) !== undefined)
  if (naming !== undefined) return refusals.decisionRequired(naming)
  return refusals.noWayThere(target)
}

function jump(context: Deciding, target: CompiledStep, command: Of<'navigate'>): Handled {
  const { draft, at } = context
  const skipped: CompiledStep[] = []
  const refusal = passOver(context, target, skipped)
  if (refusal !== null) return refuse(refusal)
  const left = lagLeft(draft, target, at)
  if (left > 0 && !command.override) return refuse(refusals.lagNotElapsed(target, left))
  if (!command.skip) return refuse(refusals.jumpNotConfirmed(target, skipped))
  moveTo(context, target.index, left > 0 ? { override: true } : undefined)
  return { undoable: true, skipped_steps: skipped.map(step => step.id) }
}

/** Moves the view; starts a ready step; jumps to one that is pending, skipping what lies between, if that was asked for. */
export function navigate(context: Deciding, command: Of<'navigate'>): Handled {
  const { draft, workflow, at } = context
  const target = workflow.compiledStep(command.step_id)
  if (target === undefined) return refuse(refusals.stepNotFound(command.step_id))
  const status = draft.status(target.index)
  if (status === 'dead') return refuse(refusals.ruledOut(target))
  if (status === 'pending' && draft.open(target.index) === undefined) return jump(context, target, command)
  const left = lagLeft(draft, target, at)
  if (left > 0 && !command.override) return refuse(refusals.lagNotElapsed(target, left))
  moveTo(context, target.index, left > 0 ? { override: true } : undefined)
  return { undoable: false }
}
