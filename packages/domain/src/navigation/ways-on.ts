import type { CompiledLoop, CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { type Condition, evaluate, variablesOf } from '../workflows/condition.ts'
import type { JsonObject } from '../workflows/definition.ts'

/** The ways back that may be taken from a step. */
export const loopsOf = (step: CompiledStep): readonly CompiledLoop[] => [
  ...step.loops,
  ...step.options.flatMap(({ way }) => (way.type === 'loop' ? [way.loop] : [])),
]

/** Where the options and the ways back of a step lead by themselves, whatever its connections say. */
function asides({ connections }: CompiledWorkflow, step: CompiledStep): readonly number[] {
  const named = step.options.flatMap(({ way }) => {
    if (way.type === 'jump') return way.target
    return way.type === 'connection' ? (connections[way.connection]?.target ?? []) : []
  })
  // A way back may lead to a step that nobody was at: where the way on passed it over.
  return [...named, ...loopsOf(step).map(loop => loop.target)]
}

/** Steps that can be reached from these, themselves among them, by `onward` and by what options and ways back name. */
export function reachable(
  workflow: CompiledWorkflow,
  from: readonly number[],
  onward: (step: CompiledStep) => readonly number[],
): ReadonlySet<number> {
  const reached = new Set(from)
  // Grows while it is walked.
  for (const index of reached) {
    const step = workflow.steps[index]
    if (step === undefined) continue
    for (const way of onward(step)) {
      const target = workflow.connections[way]?.target
      if (target !== undefined) reached.add(target)
    }
    for (const target of asides(workflow, step)) reached.add(target)
  }
  return reached
}

/** Whether a condition holds, as far as that can be told by now; null where something still to be chosen decides it. */
export type Foresight = (condition: Condition | null) => boolean | null

/** `ahead`: the steps that may still be done, or done again. */
export function foresight(workflow: CompiledWorkflow, variables: JsonObject, ahead: ReadonlySet<number>): Foresight {
  const undecided = new Set(
    workflow.steps
      .filter(({ index }) => ahead.has(index))
      .flatMap(({ options }) => options.flatMap(({ action }) => Object.keys(action.set_variable))),
  )
  return condition => {
    if (condition === null) return true
    const isKnown = variablesOf(condition).every(name => Object.hasOwn(variables, name) && !undecided.has(name))
    return isKnown ? evaluate(condition, variables) : null
  }
}

/** The connections that may be taken from a step that went well. */
export interface Ways {
  readonly step: CompiledStep
  /** Whether the step's own condition holds, as far as that can be told by now. */
  readonly holds: boolean | null
  /** Those that will be taken. */
  readonly certain: readonly number[]
  /** Those that may be taken, each for itself. */
  readonly maybe: readonly number[]
  /** Those of which one at most is taken. */
  readonly oneOf: readonly number[]
  /** Whether one of them is taken whatever comes. */
  readonly isOneTaken: boolean
}

export function waysOn({ connections }: CompiledWorkflow, step: CompiledStep, foresee: Foresight): Ways {
  const held = (way: number) => foresee(connections[way]?.condition ?? null)
  const certain = step.plain.filter(way => held(way) === true)
  const maybe = step.plain.filter(way => held(way) === null)
  const group = step.group.filter(way => held(way) !== false)
  // A choice without a condition waits to be named by an option.
  const claims = (way: number) => {
    const connection = connections[way]
    return connection?.condition !== null || connection.definition.connection_type !== 'choice'
  }
  const taken = group.findIndex(way => held(way) === true && claims(way))
  const oneOf =
    taken >= 0 ? group.slice(0, taken + 1) : [...group, ...(step.groupDefault === null ? [] : [step.groupDefault])]
  const isOneTaken = taken >= 0 || step.groupDefault !== null
  return { step, holds: foresee(step.condition), certain, maybe, oneOf, isOneTaken }
}
