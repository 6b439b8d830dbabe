import { isSettled, stepAt, connectionAt } from '../letters.ts'
import type { ExecutionState } from '../state.ts'
import { liveWays, type Settlement } from '../ways.ts'
import type { CompiledConnection, CompiledLoop, CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import { evaluate } from '../../workflows/condition.ts'
import type { JsonObject } from '../../workflows/definition.ts'
import { arrival, type Arrival, type Moment } from './arrival.ts'
import type { Plan } from './plan.ts'
import { Position } from './position.ts'
import { begun, dead, live, open, over, pending, ruledOut, unresolved } from './marks.ts'
import type { Log, Terms } from './terms.ts'

/** What was over before the walk began. */
const now: Moment = { time: 0, cause: -1 }

type Urgent = { readonly jump: number; readonly by: number } | { readonly release: number; readonly by: number }

/**
 * A run looked ahead: the engine's rules (`Flow`) without events, history and clock, on arrays that are quick to copy, with the
 * time at which everything can be done if what is parallel is done side by side. Laws hold it to the engine.
 */
export class Walk extends Position {
  readonly #terms: Terms
  readonly #plan: Plan
  log: Log | null = null
  /** The visit that ends at `latest`. */
  #lastVisit = -1
  #endedWell = false
  #endedBadly = false
  readonly #urgent: Urgent[] = []
  readonly #resolved: number[] = []

  /** A walk that stands nowhere yet: at a moment of an execution (`stand`), or where another one stands (`follow`). */
  constructor(terms: Terms) {
    super(terms.plan.workflow)
    this.#terms = terms
    this.#plan = terms.plan
  }

  /** Whether nothing is left to do. */
  get isOver(): boolean {
    return this.open.length === 0
  }

  /** The step that is taken up next. */
  get next(): CompiledStep {
    return this.openStep(0)
  }

  /** An open step; the first is taken up first. */
  openStep(at: number): CompiledStep {
    return this.#step(this.#plan.order[this.open[at] ?? -1] ?? -1)
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

  /** Stands where an execution does at a moment, but for some variables. */
  stand(state: ExecutionState, at: number, variables: JsonObject): this {
    const { workflow } = this.#plan
    const { steps, connections, initial } = workflow
    this.variables = { ...state.variables, ...variables }
    this.reached = state.reached_outcome_id
    this.named = state.named_outcome_id
    for (const { index, loop } of this.#plan.loops.values()) this.returned[index] = state.loops[loop.key] ?? 0
    for (const { index } of steps) {
      const status = stepAt(state.steps, index)
      if (status === 'dead') this.#close(index, dead, now)
      else if (isSettled(status)) this.#close(index, over, now)
    }
    for (const [id, { not_before = at }] of Object.entries(state.open)) {
      const index = workflow.compiledStep(Number(id))?.index
      if (index === undefined) continue
      this.status[index] = begun
      this.time[index] = Math.max(0, (not_before - at) / 60_000)
      this.#insert(index)
    }
    for (const { index, source, target, definition } of connections) {
      const way = connectionAt(state.connections, index)
      if (way === 'unresolved') continue
      this.ways[index] = way === 'live' ? live : ruledOut
      const settledAt = way === 'live' ? state.settled_at[String(definition.id)] : undefined
      if (settledAt !== undefined) this.time[source] = (settledAt - at) / 60_000
      if (this.status[target] === pending) this.half.push(target)
    }
    if (state.sequence === 0) {
      for (const index of initial) this.#open(index, { arrived: now, start: now })
      this.#finish()
    }
    return this
  }

  /** Why an option can't be taken: its way back is used up, or it leads to what is over. */
  refuses({ way }: CompiledOption): boolean {
    if (way.type === 'loop') return !this.#hasReturns(way.loop)
    return way.type === 'jump' && this.status[way.target] === over
  }

  isOpen(index: number): boolean {
    return this.status[index] === open || this.status[index] === begun
  }

  /** Opens a step out of turn, as if what had happened instead of it were taken back. */
  insist(step: CompiledStep): void {
    this.#reopenWays(step)
    this.status[step.index] = open
    this.#set(step.index, now)
    this.#insert(step.index)
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
    if (this.log !== null) {
      const { visits, cause, again } = this.log
      visits.push({
        step,
        option,
        isBegun,
        iteration: 1 + (again[index] ?? 0),
        start,
        minutes,
        after: cause[index] ?? -1,
      })
    }
    this.work += minutes
    this.points += terms.costs.points(step)
    if (end > this.latest) {
      this.latest = end
      this.#lastVisit = this.log === null ? -1 : this.log.visits.length - 1
    }
    if (option?.way.type === 'loop') this.returns += 1
    const cause = this.log === null ? -1 : this.log.visits.length - 1
    if (this.#passOn(index, end, cause)) return
    this.#close(index, over, { time: end, cause })
    this.#leave(step, 'completed', option)
    this.#finish()
  }

  /** Opens the only thing that comes after a step, where that is all that its completion brings about; says whether it was. */
  #passOn(index: number, end: number, cause: number): boolean {
    const way = this.#plan.soleWay[index] ?? -1
    const connection = this.#plan.workflow.connections[way]
    if (connection === undefined || this.status[connection.target] !== pending) return false
    const { target, min_lag } = connection
    this.status[index] = over
    if (this.#plan.mayComeUpon) this.ahead.push(index)
    this.ways[way] = live
    this.status[target] = open
    this.time[index] = end
    this.time[target] = end + min_lag / 60_000
    if (this.log !== null) this.log.cause[index] = this.log.cause[target] = cause
    this.#insert(target)
    return true
  }

  /** The outcome of a walk that is over; `asked` is taken where nothing on the way says another. Undefined: the run fails. */
  outcome(asked: number | null): number | null | undefined {
    if (this.reached !== null || this.named !== null) return this.reached ?? this.named
    if (this.#plan.workflow.hasOutcomeSteps || (this.#endedBadly && !this.#endedWell)) return undefined
    return asked
  }

  #hasReturns({ key, limit }: CompiledLoop): boolean {
    return (this.returned[this.#plan.loops.get(key)?.index ?? -1] ?? 0) < limit - 1
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
    if (at === 0) this.open.shift()
    else if (at !== -1) this.open.splice(at, 1)
  }

  #close(index: number, as: typeof over | typeof dead, since: Moment): void {
    this.status[index] = as
    this.#set(index, since)
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
    this.ways[way] = isLive ? live : ruledOut
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
    if (this.#terms.effort > this.#terms.mostInLoops) return null
    const holds = ({ condition }: CompiledLoop) => condition === null || evaluate(condition, this.variables)
    return step.loops.find(loop => holds(loop) && this.#hasReturns(loop)) ?? null
  }

  #goBack(loop: CompiledLoop): void {
    const planned = this.#plan.loops.get(loop.key)
    if (planned === undefined) return
    const { body, inner, index: own } = planned
    for (const one of inner) this.returned[one] = 0
    this.returned[own] = (this.returned[own] ?? 0) + 1
    const back = this.#moment(loop.source)
    for (const index of body) {
      if (this.status[index] === open || this.status[index] === begun) this.#removeOpen(index)
      this.status[index] = pending
      this.half.push(index)
      if (this.log !== null) this.log.again[index] = (this.log.again[index] ?? 0) + 1
    }
    for (const index of body) this.#reopenWays(this.#step(index))
    const start = { ...back, time: back.time + loop.min_lag / 60_000 }
    this.#open(loop.target, { arrived: back, start })
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
    const start = this.#moment(by)
    if (this.status[target] !== open && this.status[target] !== begun) this.#open(target, { arrived: start, start })
    else if (start.time < (this.time[target] ?? 0)) this.#set(target, start)
  }

  #moment(index: number): Moment {
    return { time: this.time[index] ?? 0, cause: this.log?.cause[index] ?? -1 }
  }

  #set(index: number, { time, cause }: Moment): void {
    this.time[index] = time
    if (this.log !== null) this.log.cause[index] = cause
  }

  #finish(): void {
    this.#drain()
    const { steps, hasJumps } = this.#plan.workflow
    if (!hasJumps || this.open.length > 0) return
    for (const step of steps) {
      if (this.open.length > 0) return
      if (!step.gotoOnly || this.status[step.index] !== pending) continue
      this.#die(step.index, { time: this.latest, cause: this.#lastVisit })
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
    // What is still awaited is mostly among the last.
    for (let at = incoming.length - 1; at >= 0; at -= 1) {
      const state = this.ways[incoming[at] ?? -1]
      if (state === unresolved) {
        this.half.push(index)
        return
      }
      if (state === live) isLive = true
    }
    if (incoming.length === 0) return
    const came = arrival(this, this.#terms, this.#step(index))
    if (isLive) this.#open(index, came)
    else this.#die(index, came.arrived)
  }

  #open(index: number, { arrived, start }: Arrival): void {
    const step = this.#step(index)
    if (step.condition !== null && !evaluate(step.condition, this.variables)) {
      this.#close(index, over, arrived)
      this.#leave(step, 'passed', step.options.find(option => option.definition.is_default) ?? null)
      return
    }
    this.status[index] = open
    this.#set(index, start)
    this.#insert(index)
  }

  #die(index: number, since: Moment): void {
    const step = this.#step(index)
    this.#close(index, dead, since)
    for (const way of step.outgoing) this.#resolve(way, false)
    if (step.jumpTargets.length > 0) this.#urgent.push({ release: index, by: index })
  }

  #release(decision: number): void {
    const isOver = (source: number) => this.status[source] === over || this.status[source] === dead
    for (const target of this.#step(decision).jumpTargets) {
      const step = this.#step(target)
      if (step.gotoOnly && this.status[target] === pending && step.jumpSources.every(isOver))
        this.#die(target, this.#moment(decision))
    }
  }
}
