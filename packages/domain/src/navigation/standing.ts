import { expectation, Foresight } from '../executions/ahead/expectation.ts'
import { availableSteps, stepStatus, stepTiming, waitingSteps } from '../executions/view.ts'
import type { CompiledStep } from '../workflows/compiled.ts'
import { nameOf, namesOf, outcomeName, stepOf, type Run } from './run.ts'
import type { Situation } from './texts/situation.ts'
import type { SuggestedAction } from './words.ts'

/** Where a run stands as far as one step is concerned, and what is to be done about it. */
export interface Standing {
  readonly situation: Situation
  readonly action: SuggestedAction
  readonly step_id: number | null
  /** 0 to 1: how sure it is that this is what comes next. */
  readonly confidence: number
}

/** Minutes before a deadline from which on it comes first. */
const near = 15

const openSteps = ({ workflow, state, at }: Run): CompiledStep[] =>
  availableSteps(workflow, state, at).flatMap(id => workflow.compiledStep(id) ?? [])

/** Minutes until the step has to be begun; null: no hurry, as it was begun in time. */
function hurry(run: Run, stepId: number): { readonly left: number | null } | null {
  const timing = stepTiming(run.workflow, run.state, stepId, run.at)
  if (timing === null || timing.deadline === null) return null
  if (timing.deadline_missed) return (timing.started_at ?? run.at) <= timing.deadline ? null : { left: null }
  const left = (timing.deadline - run.at) / 60_000
  return left <= Math.max(near, run.durations.of(stepId).p50) ? { left } : null
}

/** Minutes that an open step still waits by itself. */
const waitOf = (run: Run, { id }: CompiledStep): number => stepTiming(run.workflow, run.state, id, run.at)?.wait ?? 0

const isWaiting = (run: Run, step: CompiledStep): boolean =>
  step.kind === 'time' && stepStatus(run.workflow, run.state, step.id, run.at) === 'active' && waitOf(run, step) > 0

/** The open step to go on with: what is urgent, then what has begun, then what most depends on. */
export function bestOpenStep(run: Run, except: number | null = null): CompiledStep | null {
  const { workflow, state, at } = run
  const open = openSteps(run).filter(step => step.id !== except && !isWaiting(run, step))
  const behind = open.length > 1 ? new Foresight(run).behind() : null
  const [best] = open
    .map(step => ({
      step,
      urgent: hurry(run, step.id) !== null,
      begun: stepStatus(workflow, state, step.id, at) === 'active',
      behind: behind?.get(step.index) ?? 0,
    }))
    .toSorted(
      (one, other) =>
        Number(other.urgent) - Number(one.urgent) ||
        Number(other.begun) - Number(one.begun) ||
        other.behind - one.behind ||
        one.step.index - other.step.index,
    )
  return best?.step ?? null
}

/** How an open step is to be taken. */
function openSituation(run: Run, step: CompiledStep): Situation {
  const { workflow, state, at } = run
  const name = nameOf(run, step.id)
  const definition = stepOf(run, step.id)
  const isActive = stepStatus(workflow, state, step.id, at) === 'active'
  if (step.kind === 'decision')
    return {
      type: 'decision',
      step: name,
      options: definition?.decision_options.map(({ option_text }) => option_text) ?? [],
    }
  if (isWaiting(run, step)) {
    const other = bestOpenStep(run, step.id)
    return {
      type: 'waiting',
      step: name,
      left: waitOf(run, step),
      other: other === null ? null : nameOf(run, other.id),
    }
  }
  const urgent = hurry(run, step.id)
  if (urgent !== null) return { type: 'deadline', step: name, left: urgent.left }
  if (step.kind === 'quality_check') return { type: 'check', step: name }
  if (!isActive && state.current_step_id !== step.id) return { type: 'ready', step: name }
  if (step.kind === 'time' && isActive) return { type: 'wait_over', step: name }
  if (step.outcome_id !== null) return { type: 'goal', step: name }
  if (state.counts.done === 0 && state.counts.failed === 0) return { type: 'begin', step: name }
  if (expectation(run).steps.length === 1) return { type: 'last', step: name }
  if (definition?.is_milestone === true) return { type: 'milestone', step: name }
  return { type: 'working', step: name }
}

const actionFor = (run: Run, step: CompiledStep, situation: Situation): SuggestedAction => {
  if (situation.type === 'waiting') return 'wait'
  if (run.state.current_step_id !== step.id) return 'navigate_to_step'
  return step.kind === 'decision' ? 'make_decision' : 'complete_step'
}

/** How the run as a whole stands, where that is all there is to say; null while it is under way. */
function overall(run: Run): Standing | null {
  const { state } = run
  const at = (situation: Situation, action: SuggestedAction): Standing => ({
    situation,
    action,
    step_id: state.status === 'paused' ? state.current_step_id : null,
    confidence: 0.95,
  })
  switch (state.status) {
    case 'active':
      return null
    case 'paused':
      return at(
        { type: 'paused', step: state.current_step_id === null ? null : nameOf(run, state.current_step_id) },
        'resume',
      )
    case 'timeout':
      return at({ type: 'timeout' }, 'resume')
    case 'completed':
      return at({ type: 'completed', outcome: outcomeName(run, state.selected_outcome_id) }, 'start_again')
    case 'failed':
      return at({ type: 'failed' }, state.undo_head === null ? 'start_again' : 'undo')
    case 'cancelled':
      return at({ type: 'cancelled' }, 'start_again')
  }
}

function waitingForLag(run: Run): Standing {
  const [next] = waitingSteps(run.workflow, run.state, run.at)
  if (next === undefined) return { situation: { type: 'stuck' }, action: 'none', step_id: null, confidence: 0.5 }
  const left = Math.max(0, (next.not_before - run.at) / 60_000)
  return {
    situation: { type: 'lag', step: nameOf(run, next.step_id), left },
    action: 'wait',
    step_id: next.step_id,
    confidence: 0.9,
  }
}

/** What to do next. A step that is urgent comes first, then the one in view, then the best of those that are open. */
export function advisedStanding(run: Run): Standing {
  const whole = overall(run)
  if (whole !== null) return whole
  const current = openSteps(run).find(step => step.id === run.state.current_step_id) ?? null
  const best = bestOpenStep(run)
  const isUrgent = best !== null && hurry(run, best.id) !== null
  const chosen = isUrgent || current === null || isWaiting(run, current) ? (best ?? current) : current
  if (chosen === null) return waitingForLag(run)
  const situation = openSituation(run, chosen)
  const rivals = openSteps(run).length - 1
  return {
    situation,
    action: actionFor(run, chosen, situation),
    step_id: chosen.id,
    confidence: chosen === current || rivals === 0 || isUrgent ? 0.95 : 0.8,
  }
}

/** How things stand with the step in view. */
export function standingInView(run: Run): Standing {
  const { workflow, state, at } = run
  const current = workflow.compiledStep(state.current_step_id)
  if (state.status !== 'active' || current === undefined) return advisedStanding(run)
  const status = stepStatus(workflow, state, current.id, at)
  if (status === 'ready' || status === 'active') {
    const situation = openSituation(run, current)
    return { situation, action: actionFor(run, current, situation), step_id: current.id, confidence: 0.95 }
  }
  const open = availableSteps(workflow, state, at)
  if (open.length === 0 || status === 'pending') return advisedStanding(run)
  const situation: Situation = { type: 'looking_back', step: nameOf(run, current.id), open: namesOf(run, open) }
  return { situation, action: 'navigate_to_step', step_id: current.id, confidence: 0.9 }
}
