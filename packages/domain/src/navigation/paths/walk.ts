import { isSettled, stepAt, connectionAt } from '../../executions/letters.ts'
import type { ExecutionState } from '../../executions/state.ts'
import { liveWays, type Settlement } from '../../executions/ways.ts'
import type { CompiledConnection, CompiledLoop, CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import { evaluate } from '../../workflows/condition.ts'
import type { JsonObject } from '../../workflows/definition.ts'
import type { Costs } from './costs.ts'
import type { Plan } from './plan.ts'

/** What a walk knows of a step. */
export const pending = 0
/** Open, and open already where the walk began. */
export const open = 1
export const begun = 2
export const over = 3
export const dead = 4

export const unresolved = 0
export const live = 1

/** A step done on a walk. */
export interface Visit {
  readonly step: CompiledStep
  readonly option: CompiledOption | null
  readonly isBegun: boolean
  readonly iteration: number
  /** Minutes from now. */
  readonly start: number
  readonly minutes: number
  /** The visit that it had to wait for; -1: none. */
  readonly after: number
}

/** What a walk writes down beside: each visit, and by which visit each step came to its present time. */
export interface Record {
  readonly visits: Visit[]
  readonly cause: Int32Array
  readonly iterations: Map<number, number>
}

interface Opening {
  /** When the last of what it awaited was over, and when it may begin: a lag may lie between. */
  readonly arrived: number
  readonly start: number
  readonly cause: number
}

type Urgent = { readonly jump: number; readonly by: number } | { readonly release: number; readonly by: number }

/** What walks share while one of them settles a step. */
export class Terms {
  readonly plan: Plan
  readonly costs: Costs
  /** Connections that a step awaited when it opened, by the number of the settling in which it did. */
  readonly awaited: Int32Array
  settling = 0
  /** Steps settled by all walks: what a search has cost so far. */
  effort = 0

  constructor(plan: Plan, costs: Costs) {
    this.plan = plan
    this.costs = costs
    this.awaited = new Int32Array(plan.workflow.connections.length)
  }
}

/**
 * A run looked ahead: the engine's rules (`Flow`) without events, history and clock, on arrays that are quick to copy, with the
 * time at which everything can be done if what is parallel is done side by side. Laws hold it to the engine.
 */
export class Walk {
  readonly #terms: Terms
  readonly #plan: Plan
  readonly status: Uint8Array
  readonly ways: Uint8Array
  /** Minutes from now: when an open step may begin, when another one was over or ruled out. */
  readonly time: Float64Array
  /** Positions of the open steps, the first first. */
  readonly open: number[] = []
  /** Among other steps, all pending ones that something has arrived at. */
  half: number[] = []
  /** Among other steps, all that are over or dead though later ones are open; kept where the plan asks for it. */
  ahead: number[] = []
  variables: JsonObject
  loops: Readonly<{ [key: string]: number }>
  reached: number | null
  named: number | null
  /** When the last step so far is done. */
  latest = 0
  /** Minutes of all steps done. */
  work = 0
  points = 0
  /** How often an option that leads back was chosen. */
  returns = 0
  /** How often each decision has been visited of which something is assumed. */
  visited: readonly number[] = []
  record: Record | null = null
  #endedWell = false
  #endedBadly = false
  readonly #urgent: Urgent[] = []
  readonly #resolved: number[] = []

  constructor(terms: Terms, from: Walk | ExecutionState) {
    this.#terms = terms
    this.#plan = terms.plan
    this.variables = from.variables
    this.loops = from.loops
    if (from instanceof Walk) {
      this.status = from.status.slice()
      this.ways = from.ways.slice()
      this.time = from.time.slice()
      this.open = from.open.slice()
      this.half = from.half.slice()
      this.ahead = from.ahead.slice()
      this.reached = from.reached
      this.named = from.named
      this.latest = from.latest
      this.work = from.work
      this.points = from.points
      this.returns = from.returns
      this.visited = from.visited
      return
    }
    const { steps, connections } = this.#plan.workflow
    this.status = new Uint8Array(steps.length)
    this.ways = new Uint8Array(connections.length)
    this.time = new Float64Array(steps.length)
    this.reached = from.reached_outcome_id
    this.named = from.named_outcome_id
  }

  /** Whether nothing is left to do. */
  get isOver(): boolean {
    return this.open.length === 0
  }

  /** The step that is taken up next. */
  get next(): CompiledStep {
    return this.#step(this.#plan.order[this.open[0] ?? -1] ?? -1)
  }

  #step(index: number): CompiledStep {
    const step = this.#plan.workflow.steps[index]
    if (step === undefined) throw new RangeError(`There is no step at position ${index}.`)
    return step
  }

  #connection(index: number): CompiledConnection {
    const connection = this.#plan.workflow.connections[index]
    if (connection === undefined) throw new RangeError(`There is no connection at position ${index}.`)
    return connection
  }

  /** Takes over how things stand in an execution at a moment. */
  stand(state: ExecutionState, at: number): void {
    const { steps, connections } = this.#plan.workflow
    for (const { index, id } of steps) {
      const status = stepAt(state.steps, index)
      const opened = state.open[String(id)]
      if (opened !== undefined) {
        this.status[index] = begun
        this.time[index] = Math.max(0, ((opened.not_before ?? at) - at) / 60_000)
        this.#insert(index)
      } else if (status === 'dead') this.#close(index, dead, 0)
      else if (isSettled(status)) this.#close(index, over, 0)
    }
    for (const { index, source, target, definition } of connections) {
      const way = connectionAt(state.connections, index)
      if (way === 'unresolved') continue
      this.ways[index] = way === 'live' ? live : 2
      const settledAt = way === 'live' ? state.settled_at[String(definition.id)] : undefined
      if (settledAt !== undefined) this.time[source] = (settledAt - at) / 60_000
      if (this.status[target] === pending) this.half.push(target)
    }
    if (state.sequence > 0) return
    for (const index of this.#plan.workflow.initial) this.#enter(index)
    this.#finish()
  }

  /** Why an option can't be taken: its way back is used up, or it leads to what is over. */
  refuses({ way }: CompiledOption): boolean {
    if (way.type === 'loop') return !this.#hasReturns(way.loop)
    return way.type === 'jump' && this.status[way.target] === over
  }

  /** Completes an open step; a decision by an option. */
  settle(step: CompiledStep, option: CompiledOption | null): void {
    const { index } = step
    const terms = this.#terms
    terms.settling += 1
    terms.effort += 1
    this.#endedWell = false
    this.#endedBadly = false
    this.#removeOpen(index)
    const isBegun = this.status[index] === begun
    const start = this.time[index] ?? 0
    const minutes = terms.costs.minutes(step, option, isBegun)
    const end = start + minutes
    if (this.record !== null) this.#write(this.record, { step, option, isBegun, start, minutes })
    this.work += minutes
    this.points += terms.costs.points(index)
    if (end > this.latest) this.latest = end
    if (option?.way.type === 'loop') this.returns += 1
    this.#close(index, over, end)
    this.#leave(step, 'completed', option)
    this.#finish()
  }

  /** The outcome of a walk that is over; `asked` is taken where nothing on the way says another. Undefined: the run fails. */
  outcome(asked: number | null): number | null | undefined {
    if (this.reached !== null || this.named !== null) return this.reached ?? this.named
    if (this.#plan.workflow.hasOutcomeSteps || (this.#endedBadly && !this.#endedWell)) return undefined
    return asked
  }

  #write({ visits, cause, iterations }: Record, visit: Omit<Visit, 'after' | 'iteration'>): void {
    const { index } = visit.step
    visits.push({ ...visit, after: cause[index] ?? -1, iteration: iterations.get(index) ?? 1 })
    cause[index] = visits.length - 1
  }

  #hasReturns({ key, limit }: CompiledLoop): boolean {
    return (this.loops[key] ?? 0) < limit - 1
  }

  #insert(index: number): void {
    const { open } = this
    const position = this.#plan.position[index] ?? 0
    let at = open.length
    for (; at > 0 && (open[at - 1] ?? 0) > position; at -= 1) open[at] = open[at - 1] ?? 0
    open[at] = position
  }

  #removeOpen(index: number): void {
    const at = this.open.indexOf(this.#plan.position[index] ?? -1)
    if (at !== -1) this.open.splice(at, 1)
  }

  #close(index: number, as: typeof over | typeof dead, time: number): void {
    this.status[index] = as
    this.time[index] = time
    if (this.#plan.mayComeUpon) this.ahead.push(index)
  }

  #leave(step: CompiledStep, how: Settlement, chosen: CompiledOption | null): void {
    if (how === 'completed' && step.outcome_id !== null) this.reached ??= step.outcome_id
    if (chosen !== null) {
      this.variables = { ...this.variables, ...chosen.action.set_variable }
      this.named = chosen.action.complete_with_outcome ?? this.named
    }
    const loop = how === 'completed' ? this.#loopTaken(step, chosen) : null
    if (loop !== null) return this.#goBack(loop)
    const jump = this.#resolveWays(step, how, how === 'passed' ? this.#withoutRefusedWay(chosen) : chosen)
    if (jump !== null) this.#urgent.push({ jump, by: step.index })
    if (step.jumpTargets.length > 0) this.#urgent.push({ release: step.index, by: step.index })
  }

  /** Resolves the connections leaving a step; the step that is jumped to instead, if one is. */
  #resolveWays(step: CompiledStep, how: Settlement, option: CompiledOption | null): number | null {
    if (this.#plan.isSimple[step.index] === 1) {
      for (const way of step.outgoing) this.#resolve(way, true)
      if (step.outgoing.length === 0) this.#endedWell = true
      return null
    }
    const taken = liveWays(this.#plan.workflow, { step, how, option, variables: this.variables })
    for (const way of step.outgoing) this.#resolve(way, taken.includes(way))
    if (option?.way.type === 'jump') return option.way.target
    if (taken.length > 0) return null
    if (step.outgoing.length > 0) this.#endedBadly = true
    else this.#endedWell = true
    return null
  }

  #resolve(way: number, isLive: boolean): void {
    this.ways[way] = isLive ? live : 2
    this.#resolved.push(way)
  }

  #withoutRefusedWay(option: CompiledOption | null): CompiledOption | null {
    if (option === null || option.way.type === 'open' || option.way.type === 'connection') return option
    const isRefused = option.way.type === 'loop' || this.status[option.way.target] === over
    return isRefused ? { ...option, way: { type: 'open' } } : option
  }

  #loopTaken(step: CompiledStep, option: CompiledOption | null): CompiledLoop | null {
    if (option?.way.type === 'loop') return option.way.loop
    if (step.loops.length === 0 || (option !== null && option.way.type !== 'open')) return null
    const holds = ({ condition }: CompiledLoop) => condition === null || evaluate(condition, this.variables)
    return step.loops.find(loop => holds(loop) && this.#hasReturns(loop)) ?? null
  }

  #goBack(loop: CompiledLoop): void {
    const planned = this.#plan.loops.get(loop.key)
    if (planned === undefined) return
    const { body, inner } = planned
    const counts: { [key: string]: number } = { ...this.loops, [loop.key]: (this.loops[loop.key] ?? 0) + 1 }
    for (const key of inner) delete counts[key]
    this.loops = counts
    const back = this.time[loop.source] ?? 0
    const cause = this.record?.cause[loop.source] ?? -1
    for (const index of body) {
      if (this.status[index] === open || this.status[index] === begun) this.#removeOpen(index)
      this.status[index] = pending
      this.half.push(index)
      if (this.record !== null) {
        const { iterations } = this.record
        iterations.set(index, (iterations.get(index) ?? 1) + 1)
      }
    }
    for (const index of body) this.#reopenWays(this.#step(index))
    this.#open(loop.target, { arrived: back, start: back + loop.min_lag / 60_000, cause })
    for (const index of body) if (this.status[index] === pending) this.#enterOrDie(index)
  }

  #reopenWays(step: CompiledStep): void {
    for (const way of step.outgoing) this.ways[way] = unresolved
    for (const way of step.outgoing) this.#revive(this.#connection(way).target)
    for (const target of step.jumpTargets) if (this.#step(target).gotoOnly) this.#revive(target)
  }

  #revive(index: number): void {
    const queue = [index]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (this.status[next] !== dead) continue
      this.status[next] = pending
      this.half.push(next)
      const step = this.#step(next)
      for (const way of step.outgoing) {
        this.ways[way] = unresolved
        queue.push(this.#connection(way).target)
      }
      for (const target of step.jumpTargets) if (this.#step(target).gotoOnly) queue.push(target)
    }
  }

  #jump(target: number, by: number): void {
    this.#revive(target)
    const start = this.time[by] ?? 0
    const cause = this.record?.cause[by] ?? -1
    if (this.status[target] === open || this.status[target] === begun)
      this.time[target] = Math.min(this.time[target] ?? 0, start)
    else this.#open(target, { arrived: start, start, cause })
  }

  #finish(): void {
    this.#drain()
    const { steps, hasJumps } = this.#plan.workflow
    if (!hasJumps || this.open.length > 0) return
    for (const step of steps) {
      if (this.open.length > 0) return
      if (!step.gotoOnly || this.status[step.index] !== pending) continue
      this.#die(step.index, this.latest)
      this.#drain()
    }
  }

  #drain(): void {
    const urgent = this.#urgent
    const resolved = this.#resolved
    for (let arrived = 0; ;) {
      const first = urgent.shift()
      if (first !== undefined) {
        if ('jump' in first) this.#jump(first.jump, first.by)
        else this.#release(first.release)
        continue
      }
      const way = resolved[arrived]
      if (way === undefined) break
      arrived += 1
      this.#arrive(way)
    }
    resolved.length = 0
  }

  #arrive(way: number): void {
    const { target } = this.#connection(way)
    const status = this.status[target]
    if (status === pending) this.#enterOrDie(target)
    else if (status !== dead && this.ways[way] === live && this.#terms.awaited[way] !== this.#terms.settling)
      this.#endedWell = true
  }

  #enterOrDie(index: number): void {
    const { incoming } = this.#step(index)
    let isLive = false
    for (const way of incoming) {
      const state = this.ways[way]
      if (state === unresolved) {
        this.half.push(index)
        return
      }
      if (state === live) isLive = true
    }
    if (isLive) this.#enter(index)
    else if (incoming.length > 0) this.#die(index, 0)
  }

  /** Opens a step once everything that it awaits has been resolved. */
  #enter(index: number): void {
    const { ways, time } = this
    const { awaited, settling } = this.#terms
    let arrived = 0
    let start = 0
    let cause = -1
    for (const way of this.#step(index).incoming) {
      const { source, min_lag } = this.#connection(way)
      const since = time[source] ?? 0
      const isLive = ways[way] === live
      if (isLive) awaited[way] = settling
      const until = isLive ? since + min_lag / 60_000 : since
      if (since > arrived) arrived = since
      if (until < start || (until === start && cause !== -1)) continue
      start = until
      cause = this.record?.cause[source] ?? -1
    }
    this.#open(index, { arrived, start, cause })
  }

  #open(index: number, { arrived, start, cause }: Opening): void {
    const step = this.#step(index)
    if (this.record !== null) this.record.cause[index] = cause
    if (step.condition !== null && !evaluate(step.condition, this.variables)) {
      this.#close(index, over, arrived)
      this.#leave(step, 'passed', step.options.find(option => option.definition.is_default) ?? null)
      return
    }
    this.status[index] = open
    this.time[index] = start
    this.#insert(index)
  }

  #die(index: number, notBefore: number): void {
    const step = this.#step(index)
    let since = notBefore
    for (const way of step.incoming) {
      const { source } = this.#connection(way)
      const until = this.time[source] ?? 0
      if (until < since) continue
      since = until
      if (this.record !== null) this.record.cause[index] = this.record.cause[source] ?? -1
    }
    this.#close(index, dead, since)
    for (const way of step.outgoing) this.#resolve(way, false)
    if (step.jumpTargets.length > 0) this.#urgent.push({ release: index, by: index })
  }

  #release(decision: number): void {
    const isOver = (source: number) => this.status[source] === over || this.status[source] === dead
    for (const target of this.#step(decision).jumpTargets) {
      const step = this.#step(target)
      if (step.gotoOnly && this.status[target] === pending && step.jumpSources.every(isOver))
        this.#die(target, this.time[decision] ?? 0)
    }
  }
}
