import { loopBody, stepsAfter } from '../../executions/loop-body.ts'
import type { CompiledLoop, CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import { variablesOf, type Condition } from '../../workflows/condition.ts'

/** A loop with what its return touches. */
export interface PlannedLoop {
  readonly loop: CompiledLoop
  readonly body: readonly number[]
  readonly isInside: ReadonlySet<number>
  /** Connections that lead into the body from outside. */
  readonly entries: readonly number[]
  /** Loops that start counting anew when this one returns. */
  readonly inner: readonly string[]
  /** Only chosen, never taken by itself: having returned less often is then no disadvantage. */
  readonly isVoluntary: boolean
}

/** What a search has to tell apart at one place: all else is over and done with there. */
export interface Outlook {
  /** Positions before it never come up again. */
  readonly from: number
  /** Loops that may still lead back to before the place. */
  readonly around: readonly PlannedLoop[]
  /** Loops whose count still matters. */
  readonly counted: readonly PlannedLoop[]
  /** Names of the variables that may still be asked. */
  readonly variables: readonly string[]
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
  /** Steps whose completion makes all their connections live, whatever the variables. */
  readonly isSimple: Uint8Array
  readonly loops: ReadonlyMap<string, PlannedLoop>
  /** Ways may run against the order: nothing is ever over and done with. */
  readonly isTangled: boolean
  /** Whether what has been done ahead of the place matters: a loop or a jump may come upon it. */
  readonly mayComeUpon: boolean
  outlook(position: number): Outlook
}

/** A join is worth a comparison where none was for so many steps. */
const stopEvery = 64

/** The smallest first; a heap of whole numbers. */
class Smallest {
  readonly #items: number[] = []

  push(item: number): void {
    const items = this.#items
    let at = items.push(item) - 1
    for (let above = (at - 1) >> 1; at > 0 && (items[above] ?? 0) > item; above = (at - 1) >> 1) {
      items[at] = items[above] ?? 0
      at = above
    }
    items[at] = item
  }

  pop(): number | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below + 1 < items.length && (items[below + 1] ?? 0) < (items[below] ?? 0)) below += 1
      if (below >= items.length || (items[below] ?? 0) >= last) break
      items[at] = items[below] ?? 0
      at = below
    }
    items[at] = last
    return first
  }
}

/** The author's order, but nothing before what leads to it; what jumps in circles comes last, in the author's order. */
function orderOf(workflow: CompiledWorkflow): readonly number[] {
  const { steps } = workflow
  const after = steps.map(step => stepsAfter(workflow, step.index))
  if (after.every((targets, index) => targets.every(target => target > index))) return steps.map(step => step.index)
  const awaited = new Int32Array(steps.length)
  for (const targets of after) for (const target of targets) awaited[target] = (awaited[target] ?? 0) + 1
  const next = new Smallest()
  for (const { index } of steps) if (awaited[index] === 0) next.push(index)
  const order: number[] = []
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    order.push(index)
    for (const target of after[index] ?? []) {
      awaited[target] = (awaited[target] ?? 0) - 1
      if (awaited[target] === 0) next.push(target)
    }
  }
  const placed = new Set(order)
  return [...order, ...steps.map(step => step.index).filter(index => !placed.has(index))]
}

function planLoop(workflow: CompiledWorkflow, loop: CompiledLoop): PlannedLoop {
  const body = loopBody(workflow, loop)
  const isInside = new Set(body)
  const source = workflow.steps[loop.source]
  return {
    loop,
    body,
    isInside,
    entries: body.flatMap(index =>
      (workflow.steps[index]?.incoming ?? []).filter(way => !isInside.has(workflow.connections[way]?.source ?? -1)),
    ),
    inner: workflow.loops
      .filter(one => isInside.has(one.source) && isInside.has(one.target))
      .filter(one => one.source !== loop.source || one.target !== loop.target)
      .map(one => one.key),
    isVoluntary:
      source !== undefined && source.options.length > 0 && source.options.every(({ way }) => way.type !== 'open'),
  }
}

const isSimple = ({ connections }: CompiledWorkflow, step: CompiledStep): boolean =>
  step.options.length === 0 &&
  step.outgoing.length === step.plain.length &&
  step.plain.every(way => connections[way]?.condition === null)

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

/** The last position at which each variable is asked. */
function lastAsked({ steps, connections, loops }: CompiledWorkflow, position: readonly number[]) {
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
  const position = new Array<number>(steps.length).fill(0)
  for (const [at, index] of order.entries()) position[index] = at
  const at = (index: number) => position[index] ?? 0
  const loops = new Map(workflow.loops.map(loop => [loop.key, planLoop(workflow, loop)]))
  const isTangled =
    workflow.hasJumps &&
    steps.some(step => stepsAfter(workflow, step.index).some(target => at(target) <= at(step.index)))
  const asked = [...lastAsked(workflow, position)]

  const outlookAt = (place: number): Outlook => {
    let from = isTangled ? 0 : place
    let around: readonly PlannedLoop[] = []
    for (;;) {
      const spans = ({ loop }: PlannedLoop) => at(loop.target) <= place && at(loop.source) >= from
      around = [...loops.values()].filter(one => isTangled || spans(one))
      const lowest = Math.min(from, ...around.map(({ loop }) => at(loop.target)))
      if (lowest === from) break
      from = lowest
    }
    const isLeft = ({ loop }: PlannedLoop) =>
      at(loop.source) >= place ||
      around.some(({ isInside }) => !isInside.has(loop.source) || !isInside.has(loop.target))
    return {
      from,
      around,
      counted: [...loops.values()].filter(one => at(one.loop.source) >= from && (isTangled || isLeft(one))),
      variables: asked.filter(([, last]) => last >= from).map(([name]) => name),
    }
  }
  const outlooks = new Map<number, Outlook>()
  return {
    workflow,
    order,
    position,
    isStop: stopsOf(workflow, order),
    isSimple: Uint8Array.from(steps, step => Number(isSimple(workflow, step))),
    loops,
    isTangled,
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
