import type { CommandRequest } from '../executions/command.ts'
import { decide } from '../executions/decide.ts'
import { evolveAll } from '../executions/evolve.ts'
import { newExecution } from '../executions/new-execution.ts'
import type { ExecutionState } from '../executions/state.ts'
import { availableSteps, stepStatus, waitingSteps } from '../executions/view.ts'
import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'

const minute = 60_000

/** An execution at a moment. */
interface Moment {
  readonly state: ExecutionState
  readonly at: number
}

/** What comes of a command; null where it would go round once more than its loop allows. Throws at any other refusal. */
function attempt(workflow: CompiledWorkflow, { state, at }: Moment, request: CommandRequest): Moment | null {
  const decision = decide(workflow, state, { ...request, at, actor_id: 1 })
  if (decision.ok) return { state: evolveAll(workflow, state, decision.events), at }
  if (decision.refusal.code === 'execution.loop_limit_reached') return null
  throw new Error(decision.refusal.message)
}

function give(workflow: CompiledWorkflow, moment: Moment, request: CommandRequest): Moment {
  const after = attempt(workflow, moment, request)
  if (after === null) throw new Error(`The loop has come to its limit: ${JSON.stringify(request)}`)
  return after
}

const begin = (workflow: CompiledWorkflow): Moment =>
  give(workflow, { state: newExecution(workflow), at: 1_000 * minute }, { type: 'start' })

/** Every way in which a person can settle the step: what is expected to happen comes first. */
function waysToSettle(step: CompiledStep): readonly CommandRequest[] {
  const step_id = step.id
  if (step.kind === 'decision')
    return step.options
      .toSorted((one, other) => Number(other.definition.is_default) - Number(one.definition.is_default))
      .map(({ definition }) => ({ type: 'decide', step_id, option_id: definition.id }))
  if (step.kind === 'quality_check')
    return (['pass', 'fail'] as const).map(verdict => ({ type: 'complete', step_id, data: { verdict } }))
  const done: CommandRequest = { type: 'complete', step_id }
  return step.fallbacks.length > 0 ? [done, { type: 'fail', step_id }] : [done]
}

/**
 * The step that a person at the bench takes up next, begun, and how far the clock has gone on by then. Timers are started as soon
 * as they may be and left to run while there is something else to do. Null where nothing can be done and nothing is waited for.
 */
function takeUp(workflow: CompiledWorkflow, moment: Moment): { step: CompiledStep; moment: Moment } | null {
  let { state } = moment
  const { at } = moment
  const open = availableSteps(workflow, state, at).flatMap(id => workflow.compiledStep(id) ?? [])
  const begun = (step: CompiledStep) => {
    if (stepStatus(workflow, state, step.id, at) === 'ready')
      state = give(workflow, { state, at }, { type: 'navigate', step_id: step.id }).state
  }
  for (const step of open.filter(step => step.kind === 'time')) begun(step)
  const work = open.find(step => step.kind !== 'time')
  if (work !== undefined) {
    begun(work)
    return { step: work, moment: { state, at: at + work.duration * minute } }
  }
  const ends = open.map(step => ({
    step,
    end: (state.open[String(step.id)]?.started_at ?? at) + step.duration * minute,
  }))
  const [next] = ends.toSorted((one, other) => one.end - other.end)
  const [lag] = waitingSteps(workflow, state, at)
  if (lag !== undefined && (next === undefined || lag.not_before < next.end))
    return takeUp(workflow, { state, at: lag.not_before })
  return next === undefined ? null : { step: next.step, moment: { state, at: Math.max(at, next.end) } }
}

/** A run in which everything succeeds. */
export interface SmoothRun {
  readonly steps: ReadonlySet<number>
  /** Sum of the minutes of its steps. */
  readonly minutes: number
  /** Minutes from its start to its end, timers and waits included. */
  readonly elapsed: number
}

/** Every run in which no check and no step fails, one for each set of choices; the first is the one with all defaults. */
export function smoothRuns(workflow: CompiledWorkflow, limit = 1_000): readonly SmoothRun[] {
  const start = begin(workflow)
  const runs: SmoothRun[] = []
  const queue = [{ moment: start, steps: new Set<number>(), minutes: 0 }]
  for (let run = queue.pop(); run !== undefined; run = queue.pop()) {
    if (run.moment.state.status !== 'active') {
      runs.push({ steps: run.steps, minutes: run.minutes, elapsed: (run.moment.at - start.at) / minute })
      if (runs.length > limit) throw new Error(`There are more than ${limit} runs`)
      continue
    }
    const next = takeUp(workflow, run.moment)
    if (next === null) throw new Error('Nothing can be done, and nothing is waited for')
    const { step } = next
    const ways = step.kind === 'decision' ? waysToSettle(step) : waysToSettle(step).slice(0, 1)
    const steps = new Set([...run.steps, step.id])
    const minutes = run.minutes + step.duration
    for (const way of ways.toReversed()) {
      const moment = attempt(workflow, next.moment, way)
      if (moment !== null) queue.push({ moment, steps, minutes })
    }
  }
  return runs
}

/** What tells two states apart as far as what may still come: everything but the times. */
const ahead = ({ status, steps, connections, loops, iterations, variables, ...rest }: ExecutionState): string =>
  JSON.stringify([
    [status, steps, connections, loops, iterations, variables],
    [rest.named_outcome_id, rest.reached_outcome_id, Object.keys(rest.open)],
  ])

export interface Explored {
  /** The states in which runs end, each once. */
  readonly ends: readonly ExecutionState[]
  /** States of runs that could not go on, though they had not ended. */
  readonly stuck: readonly ExecutionState[]
  /** Ids of the steps that some run completes. */
  readonly completed: ReadonlySet<number>
}

/**
 * Every run there can be: each option, each verdict, and failure of each step that says what to do then. States that differ in
 * their times alone are looked at once. Throws where there are more than `limit`.
 */
export function explore(workflow: CompiledWorkflow, limit = 20_000): Explored {
  const ends: ExecutionState[] = []
  const stuck: ExecutionState[] = []
  const completed = new Set<number>()
  const first = begin(workflow)
  const seen = new Set([ahead(first.state)])
  const queue = [first]
  for (let moment = queue.pop(); moment !== undefined; moment = queue.pop()) {
    const next = takeUp(workflow, moment)
    if (next === null) {
      stuck.push(moment.state)
      continue
    }
    for (const way of waysToSettle(next.step)) {
      const after = attempt(workflow, next.moment, way)
      if (after === null) continue
      if (way.type !== 'fail') completed.add(next.step.id)
      if (seen.has(ahead(after.state))) continue
      seen.add(ahead(after.state))
      if (seen.size > limit) throw new Error(`There are more than ${limit} states`)
      if (after.state.status === 'active') queue.push(after)
      else ends.push(after.state)
    }
  }
  return { ends, stuck, completed }
}
