import { DurationSum } from '../insights/duration-sum.ts'
import type { DurationRange, Durations } from '../insights/durations.ts'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import type { CompiledLoop, CompiledOption, CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { evaluate } from '../workflows/condition.ts'
import type { JsonObject } from '../workflows/definition.ts'
import { loopBody } from './loop-body.ts'
import { isSettled, stepAt } from './letters.ts'
import type { ExecutionState } from './state.ts'
import { liveWays } from './ways.ts'

/** What is likely to be done from here on: every step once, loops left, defaults chosen, all live branches. */
export interface Expectation {
  /** Minutes of work; parallel branches add up. */
  readonly range: DurationRange
  /** The first outcome step's outcome. */
  readonly outcome_id: number | null
  /** The steps on the way, and what each leads to; empty unless asked for. */
  readonly visits: readonly Visit[]
}

/** A step on the way, by position. */
export interface Visit {
  readonly index: number
  /** Minutes. */
  readonly duration: number
  readonly targets: readonly number[]
}

/** What a way on starts from. */
export interface Onward {
  readonly targets: readonly number[]
  readonly variables: JsonObject
  /** Steps that a way back would have to do again. */
  readonly again?: ReadonlySet<number>
  /** What is expected of each step; the author's estimates unless given. */
  readonly durations?: Durations
  /** Whether it is to be told which steps lie on the way. */
  readonly withVisits?: boolean
}

/** The option that is likely: the default, else the first that does not lead back. */
export function likelyOption(step: CompiledStep): CompiledOption | null {
  return (
    step.options.find(option => option.definition.is_default) ??
    step.options.find(option => option.way.type !== 'loop') ??
    step.options[0] ??
    null
  )
}

const targetsOf = (workflow: CompiledWorkflow, ways: readonly number[]): number[] => [
  ...new Set(ways.flatMap(way => workflow.connections[way]?.target ?? [])),
]

/** Where a step leads if it is completed as is likely, loops not counted. */
export function likelyNext(
  workflow: CompiledWorkflow,
  step: CompiledStep,
  option: CompiledOption | null,
  variables: JsonObject,
): Onward {
  const known = option === null ? variables : { ...variables, ...option.action.set_variable }
  if (option?.way.type === 'jump') return { targets: [option.way.target], variables: known }
  if (option?.way.type === 'loop') return { targets: [], variables: known }
  const ways = liveWays(workflow, { step, how: 'completed', option, variables: known })
  return { targets: targetsOf(workflow, ways), variables: known }
}

const returns = (state: ExecutionState, loop: CompiledLoop) => (state.loops[loop.key] ?? 0) < loop.limit - 1

/** Where an option leads if it is chosen now, ways back included. */
export function optionNext(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  step: CompiledStep,
  option: CompiledOption,
): Onward {
  const variables = { ...state.variables, ...option.action.set_variable }
  const holds = (loop: CompiledLoop) => loop.condition === null || evaluate(loop.condition, variables)
  const loop =
    option.way.type === 'loop'
      ? option.way.loop
      : option.way.type === 'open'
        ? step.loops.find(one => holds(one) && returns(state, one))
        : undefined
  if (loop === undefined) return likelyNext(workflow, step, option, state.variables)
  return returns(state, loop)
    ? { targets: [loop.target], variables, again: new Set(loopBody(workflow, loop)) }
    : { targets: [], variables }
}

/** What a step takes that its condition passes over. */
const atOnce: DurationRange = { p50: 0, p90: 0 }

/** Walks on from some steps, visiting each that is not settled once. Costs what is left to do, and little where nothing is asked. */
export function expectFrom(workflow: CompiledWorkflow, state: ExecutionState, onward: Onward): Expectation {
  const { target } = workflow.plain
  const durations = onward.durations ?? estimatedDurations(workflow)
  const seen = new Uint8Array(workflow.steps.length)
  const queue = [...onward.targets]
  const visits: Visit[] = []
  const sum = new DurationSum()
  let { variables } = onward
  let outcome: number | null = null
  const visit = (step: CompiledStep, option: CompiledOption | null, targets: readonly number[], isDone: boolean) => {
    const range = isDone ? durations.of(step.id, option?.definition.id ?? null) : atOnce
    sum.add(range)
    for (const target of targets) queue.push(target)
    if (onward.withVisits) visits.push({ index: step.index, duration: range.p50, targets })
  }
  for (let position = 0; position < queue.length; position += 1) {
    const index = queue[position] ?? -1
    const step = workflow.steps[index]
    if (step === undefined || seen[index] !== 0) continue
    seen[index] = 1
    const status = stepAt(state.steps, index)
    if (isSettled(status) && !onward.again?.has(index)) continue
    const plainTarget = target[index] ?? -1
    if (plainTarget !== -1) {
      visit(step, null, [plainTarget], true)
      continue
    }
    const option = likelyOption(step)
    const isDone = step.condition === null || status !== 'pending' || evaluate(step.condition, variables)
    if (isDone) outcome ??= step.outcome_id
    const next = likelyNext(workflow, step, option, variables)
    variables = next.variables
    visit(step, option, next.targets, isDone)
  }
  return { range: sum.range, outcome_id: outcome, visits }
}
