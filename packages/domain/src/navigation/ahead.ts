import { isSettled, stepAt } from '../executions/letters.ts'
import type { CompiledOption, CompiledStep } from '../workflows/compiled.ts'
import { type Condition, evaluate, variablesOf } from '../workflows/condition.ts'
import type { Run } from './run.ts'

/** Steps that are still to be done: those on every way to the end, and those that lie on some of the ways alone. */
export interface Ahead {
  readonly certain: readonly CompiledStep[]
  readonly possible: readonly CompiledStep[]
}

/** What follows for certain from the connections that need no choice, and with those of which one is taken. */
interface Onward {
  readonly plain: Steps
  readonly on: Steps
}

type RunState = Pick<Run, 'workflow' | 'state'>

/** Steps as bits of a number, by their positions: sets of thousands of them can be kept for each of thousands. */
type Steps = bigint

const bit = (index: number): Steps => 1n << BigInt(index)
const anyOf = (sets: readonly Steps[]): Steps => sets.reduce((all, one) => all | one, 0n)
const allOf = ([first = 0n, ...others]: readonly Steps[]): Steps => others.reduce((all, one) => all & one, first)

function isAhead({ steps }: Run['state'], index: number): boolean {
  const status = stepAt(steps, index)
  return !isSettled(status) && status !== 'dead'
}

/** Whether a condition holds, as far as that can be told by now: nothing that is still to be chosen may change it. */
function foresight({ workflow, state }: RunState): (condition: Condition | null) => boolean | null {
  const ahead = workflow.steps.filter(({ index }) => isAhead(state, index))
  const undecided = new Set(
    ahead.flatMap(({ options }) => options.flatMap(({ action }) => Object.keys(action.set_variable))),
  )
  return condition => {
    if (condition === null) return true
    const isKnown = variablesOf(condition).every(name => Object.hasOwn(state.variables, name) && !undecided.has(name))
    return isKnown ? evaluate(condition, state.variables) : null
  }
}

/** The connections that may be taken from a step that went well: those that will be, and those of which one will. */
function waysOn({ workflow }: RunState, step: CompiledStep, foresee: ReturnType<typeof foresight>) {
  const held = (way: number) => foresee(workflow.connections[way]?.condition ?? null)
  const certain = step.plain.filter(way => held(way) === true)
  const maybe = step.plain.filter(way => held(way) === null)
  const group = step.group.filter(way => held(way) !== false)
  // A choice without a condition waits to be named by an option.
  const claims = (way: number) => {
    const connection = workflow.connections[way]
    return connection?.condition !== null || connection.definition.connection_type !== 'choice'
  }
  const taken = group.findIndex(way => held(way) === true && claims(way))
  const oneOf =
    taken >= 0 ? group.slice(0, taken + 1) : [...group, ...(step.groupDefault === null ? [] : [step.groupDefault])]
  return { certain, maybe, oneOf, isOneTaken: taken >= 0 || step.groupDefault !== null }
}

/** What is still to be done, by what is known now. Costs what lies ahead. */
export function stepsAhead(run: RunState): Ahead {
  const { workflow, state } = run
  const foresee = foresight(run)
  const target = (way: number) => workflow.connections[way]?.target ?? -1
  const must = new Map<number, Steps>()
  const sure = (index: number): Steps => must.get(index) ?? 0n
  const leads = new Map<number, Set<number>>()

  /** What an option leads to for certain; null: it leads back, and another has to be taken in the end. */
  const byOption = (step: CompiledStep, { way, position }: CompiledOption, { plain, on }: Onward): Steps | null => {
    const positional = step.choiceByPosition?.[position]
    switch (way.type) {
      case 'loop':
        return null
      case 'jump':
        return sure(way.target)
      case 'connection':
        return sure(target(way.connection))
      case 'open':
        return positional === undefined ? on : plain | sure(target(positional))
    }
  }

  const latestFirst = workflow.steps.toSorted(
    (one, other) => (workflow.rank[other.index] ?? 0) - (workflow.rank[one.index] ?? 0),
  )
  for (const step of latestFirst) {
    const { certain, maybe, oneOf, isOneTaken } = waysOn(run, step, foresee)
    const plain = anyOf(certain.map(way => sure(target(way))))
    const on = plain | (isOneTaken ? allOf(oneOf.map(way => sure(target(way)))) : 0n)
    const chosen = step.options.flatMap(option => byOption(step, option, { plain, on }) ?? [])
    const here = foresee(step.condition) === true ? bit(step.index) : 0n
    must.set(step.index, here | (step.options.length === 0 ? on : allOf(chosen)))
    const jumps = step.options.flatMap(({ way }) =>
      way.type === 'jump' ? [way.target] : way.type === 'connection' ? [target(way.connection)] : [],
    )
    // A way back may lead to a step that nobody was at: where the way on passed it over.
    const back = [...step.loops, ...step.options.flatMap(({ way }) => (way.type === 'loop' ? [way.loop] : []))]
    leads.set(
      step.index,
      new Set([
        ...[...certain, ...maybe, ...oneOf, ...step.fallbacks].map(target),
        ...jumps,
        ...back.map(loop => loop.target),
      ]),
    )
  }

  const begun = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id))?.index ?? [])
  const from = state.sequence === 0 ? workflow.initial : begun
  const certain = anyOf(from.map(index => sure(index) | bit(index)))
  const reached = new Set(from)
  // Grows while it is walked.
  for (const index of reached)
    for (const next of leads.get(index) ?? []) if (next >= 0 && isAhead(state, next)) reached.add(next)
  const ahead = workflow.steps.filter(
    ({ index, condition }) => reached.has(index) && (begun.includes(index) || foresee(condition) !== false),
  )
  const isCertain = ({ index }: CompiledStep) => (certain & bit(index)) !== 0n
  return { certain: ahead.filter(step => isCertain(step)), possible: ahead.filter(step => !isCertain(step)) }
}
