import { stepsAfter } from '../loop-body.ts'
import type { CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import { variablesOf, type Condition } from '../../workflows/condition.ts'
import { orderOf } from './order.ts'
import { byPlace, clustersOf, planLoops, type PlannedLoop } from './planned-loop.ts'

/** What a search has to tell apart at one place: all else is over and done with there. */
export interface Outlook {
  /** Positions before it never come up again. */
  readonly from: number
  /** Loops that may still lead back to before the place. */
  readonly around: readonly PlannedLoop[]
  /** Loops whose count still matters, and may differ by how one came here. */
  readonly counted: readonly PlannedLoop[]
}

/**
 * What path finding asks of a workflow, worked out once. Steps are done in one fixed order, the author's as far as the connections
 * allow: the order in which a person who follows it would take them up.
 */
export interface Plan {
  readonly workflow: CompiledWorkflow
  /** Steps by their position, and the position of each step. */
  readonly order: readonly number[]
  readonly position: readonly number[]
  /** Steps at which runs that came different ways are compared: decisions, and joins where there is none for long. */
  readonly isStop: Uint8Array
  /** How many stops there are from each position on. */
  readonly stopsFrom: Int32Array
  /** Steps whose completion makes all their connections live, whatever the variables. */
  readonly isSimple: Uint8Array
  /** The connection from a step to one that awaits nothing else, where neither asks anything; -1: there is none. */
  readonly soleWay: Int32Array
  readonly loops: ReadonlyMap<string, PlannedLoop>
  /** Ways may run against the order: nothing is ever over and done with. */
  readonly isTangled: boolean
  /** Whether what has been done ahead of the place matters: a loop or a jump may come upon it. */
  readonly mayComeUpon: boolean
  /** The last position at which each variable is asked. */
  readonly lastAsked: ReadonlyMap<string, number>
  /** The last position at which a decision may set each variable. */
  readonly lastSet: ReadonlyMap<string, number>
  outlook(position: number): Outlook
}

/** A join is worth a comparison where none was for so many steps. */
const stopEvery = 64

function countFrom(isStop: Uint8Array, order: readonly number[]): Int32Array {
  const stopsFrom = new Int32Array(order.length)
  let count = 0
  for (let place = order.length - 1; place >= 0; place -= 1) stopsFrom[place] = count += isStop[order[place] ?? -1] ?? 0
  return stopsFrom
}

/** The last position at which each variable may be set. */
function lastSetOf({ steps }: CompiledWorkflow, position: readonly number[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { options, index } of steps)
    for (const name of options.flatMap(({ action }) => Object.keys(action.set_variable)))
      last.set(name, Math.max(last.get(name) ?? -1, position[index] ?? -1))
  return last
}

const isSimple = ({ connections }: CompiledWorkflow, step: CompiledStep): boolean =>
  step.options.length === 0 &&
  step.outgoing.length === step.plain.length &&
  step.plain.every(way => connections[way]?.condition === null)

function soleWay(workflow: CompiledWorkflow, step: CompiledStep): number {
  const [way = -1, ...others] = step.outgoing
  const target = workflow.steps[workflow.connections[way]?.target ?? -1]
  const asksNothing = isSimple(workflow, step) && step.outcome_id === null && step.loops.length === 0
  return asksNothing && others.length === 0 && target?.incoming.length === 1 && target.condition === null ? way : -1
}

function stopsOf({ steps }: CompiledWorkflow, order: readonly number[]): Uint8Array {
  const isStop = new Uint8Array(steps.length)
  let since = 0
  for (const index of order) {
    const step = steps[index]
    since += 1
    if (step === undefined || (step.options.length === 0 && (since < stopEvery || step.incoming.length < 2))) continue
    isStop[index] = 1
    since = 0
  }
  return isStop
}

function lastAskedOf({ steps, connections, loops }: CompiledWorkflow, position: readonly number[]) {
  const last = new Map<string, number>()
  const ask = (condition: Condition | null, index: number) => {
    if (condition === null) return
    for (const name of variablesOf(condition)) last.set(name, Math.max(last.get(name) ?? -1, position[index] ?? -1))
  }
  for (const { condition, index } of steps) ask(condition, index)
  for (const { condition, source } of connections) ask(condition, source)
  for (const { condition, source } of loops) ask(condition, source)
  return last
}

function makePlan(workflow: CompiledWorkflow): Plan {
  const { steps } = workflow
  const order = orderOf(workflow)
  const position = steps.map(() => 0)
  for (const [at, index] of order.entries()) position[index] = at
  const at = (index: number) => position[index] ?? 0
  const loops = planLoops(workflow)
  const isTangled =
    workflow.hasJumps &&
    steps.some(step => stepsAfter(workflow, step.index).some(target => at(target) <= at(step.index)))
  const nearby = isTangled ? [] : byPlace(clustersOf(loops, at), at)

  const outlookAt = (place: number): Outlook => {
    if (isTangled) return { from: 0, around: [...loops.values()], counted: [...loops.values()] }
    const near = nearby[place] ?? []
    let from = place
    let around: readonly PlannedLoop[] = []
    for (;;) {
      const lowest = from
      around = near.filter(({ loop }) => at(loop.target) <= place && at(loop.source) >= lowest)
      from = Math.min(from, ...around.map(({ loop }) => at(loop.target)))
      if (from === lowest) break
    }
    const isLeft = ({ loop }: PlannedLoop) =>
      at(loop.source) >= place ||
      around.some(({ isInside }) => !isInside.has(loop.source) || !isInside.has(loop.target))
    return { from, around, counted: near.filter(one => at(one.loop.source) >= from && isLeft(one)) }
  }
  const isStop = stopsOf(workflow, order)
  const outlooks = new Map<number, Outlook>()
  return {
    workflow,
    order,
    position,
    isStop,
    stopsFrom: countFrom(isStop, order),
    isSimple: Uint8Array.from(steps, step => Number(isSimple(workflow, step))),
    soleWay: Int32Array.from(steps, step => soleWay(workflow, step)),
    loops,
    isTangled,
    lastAsked: lastAskedOf(workflow, position),
    lastSet: lastSetOf(workflow, position),
    mayComeUpon: loops.size > 0 || workflow.hasJumps,
    outlook(place) {
      const known = outlooks.get(place) ?? outlookAt(place)
      outlooks.set(place, known)
      return known
    },
  }
}

const plans = new WeakMap<CompiledWorkflow, Plan>()

/** The plan of a workflow; kept as long as the compiled workflow is. */
export function planOf(workflow: CompiledWorkflow): Plan {
  const plan = plans.get(workflow) ?? makePlan(workflow)
  plans.set(workflow, plan)
  return plan
}
