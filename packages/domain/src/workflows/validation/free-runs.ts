import type { CompiledStep, CompiledWorkflow } from '../compiled.ts'
import type { JsonValue } from '../definition.ts'
import { exitsOf, targetsOf, type Exit } from './exits.ts'
import { KnownValues } from './known-values.ts'
import { orderOf, type Order } from './order.ts'

/** How often it is worked out whether a variable is set whichever way a run takes; after that it may be unset. */
const maxUnsetQuestions = 200

/**
 * Every run that choices, verdicts and values make possible, as a graph without loops in which each step is left by one of its
 * exits. What a person can always do (skip, fail, set variables) is not among them.
 */
export interface FreeRuns {
  readonly workflow: CompiledWorkflow
  readonly order: Order
  readonly values: KnownValues
  /** By step position. */
  readonly exits: readonly (readonly Exit[])[]
  /** Steps that some run comes to: 1. */
  readonly reached: Uint8Array
}

type Known = Pick<FreeRuns, 'workflow' | 'order' | 'exits'>
export type IsBad = (step: CompiledStep, exit: Exit) => boolean

/**
 * Whether some run comes to the step without having left any step before by a bad exit. Exact: where a run comes to a step
 * twice it leaves it the same way, and all that it opens has to stay clear of bad exits, too.
 */
export function comesClear({ workflow, order, exits }: Known, to: number, isBad: IsBad): boolean {
  const last = order.rank[to] ?? 0
  const leads = new Uint8Array(workflow.steps.length)
  const isClear = new Uint8Array(workflow.steps.length).fill(1)
  leads[to] = 1
  const isBefore = new Uint8Array(workflow.steps.length)
  isBefore[to] = 1
  for (let at = last - 1; at >= 0; at -= 1) {
    const step = workflow.steps[order.sequence[at] ?? 0]
    if (step === undefined) continue
    const ways = exits[step.index] ?? []
    if (!ways.some(exit => targetsOf(exit).some(target => isBefore[target] === 1))) continue
    isBefore[step.index] = 1
    const clear = ways.filter(
      exit =>
        !isBad(step, exit) &&
        exit.always.every(target => isClear[target] === 1) &&
        (exit.taken === -1 || isClear[exit.taken] === 1),
    )
    isClear[step.index] = clear.length > 0 ? 1 : 0
    leads[step.index] = clear.some(exit => targetsOf(exit).some(target => leads[target] === 1)) ? 1 : 0
  }
  const { initial } = workflow
  return initial.every(index => isClear[index] === 1) && initial.some(index => leads[index] === 1)
}

function reachedBy({ workflow, exits }: Known): Uint8Array {
  const reached = new Uint8Array(workflow.steps.length)
  const queue = [...workflow.initial]
  for (const index of queue) reached[index] = 1
  const reach = (target: number): void => {
    if (reached[target] === 1) return
    reached[target] = 1
    queue.push(target)
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const step = workflow.steps[next]
    for (const exit of exits[next] ?? []) for (const target of targetsOf(exit)) reach(target)
    for (const loop of step?.loops ?? []) if (loop.limit > 1) reach(loop.target)
    for (const { way } of step?.options ?? []) if (way.type === 'loop' && way.loop.limit > 1) reach(way.loop.target)
  }
  return reached
}

const sets = (exit: Exit, name: string): boolean =>
  exit.option !== null && Object.hasOwn(exit.option.action.set_variable, name)

/** Works out all runs of a workflow that holds together. Linear, but for the values of variables. */
export function freeRunsOf(workflow: CompiledWorkflow): FreeRuns {
  const order = orderOf(workflow)
  const values = new KnownValues(workflow, order)
  const exits: (readonly Exit[])[] = workflow.steps.map(() => [])
  const known = { workflow, order, exits }
  let questions = 0
  const mayBeUnset = (step: CompiledStep, name: string): boolean => {
    if (!values.mayBeUnset(step.index, name)) return false
    questions += 1
    return questions > maxUnsetQuestions || comesClear(known, step.index, (_, exit) => sets(exit, name))
  }
  const valuesOf = (step: CompiledStep, name: string): readonly (JsonValue | undefined)[] | null => {
    const set = values.valuesAt(step.index, name)
    if (set.length === 0) return null
    return mayBeUnset(step, name) ? [...set, undefined] : set
  }
  for (const index of order.sequence) {
    const step = workflow.steps[index]
    if (step !== undefined) exits[index] = exitsOf(workflow, step, valuesOf)
  }
  return { ...known, values, reached: reachedBy(known) }
}
