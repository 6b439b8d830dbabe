import type { CompiledLoop, CompiledOption, CompiledStep } from '../workflows/compiled.ts'
import { evaluate } from '../workflows/condition.ts'
import { sameJson, variableValue } from '../workflows/json-source.ts'
import type { JsonObject } from '../workflows/definition.ts'
import type { Draft } from './draft.ts'
import type { StepSnapshot } from './event.ts'
import { isSettled } from './letters.ts'
import { resetLoop, revive } from './reset.ts'
import { liveWays, type Settlement } from './ways.ts'

/** How a way came to its end: well, by a failed step, or because no condition held. */
export interface WayEnd {
  readonly step: number
  readonly how: 'done' | 'failed' | 'stuck'
}

interface Settling {
  readonly how: Settlement
  readonly to: Omit<StepSnapshot, 'status' | 'iteration'>
  readonly option?: CompiledOption | null
}

const settledStatus = { completed: 'completed', passed: 'skipped', skipped: 'skipped', failed: 'failed' } as const

/**
 * Carries one command through the graph: a step settles, its connections resolve, what they lead to opens or dies, and so on.
 * Works through a queue, so that no length of chain exhausts the stack.
 */
export class Flow {
  readonly draft: Draft
  readonly at: number
  /** Steps that this command opened, waiting ones too, in the order in which they opened. */
  readonly opened: number[] = []
  readonly ends: WayEnd[] = []
  /** What has to happen before any more connections arrive: a jump opens its target before ways to it can die. */
  readonly #urgent: (() => void)[] = []
  readonly #resolved: number[] = []
  readonly #awaited = new Set<number>()

  constructor(draft: Draft, at: number) {
    this.draft = draft
    this.at = at
  }

  #step(index: number): CompiledStep {
    const step = this.draft.workflow.steps[index]
    if (step === undefined) throw new RangeError(`There is no step at position ${index}.`)
    return step
  }

  /** Opens the steps that an execution begins with. */
  begin(): void {
    for (const index of this.draft.workflow.initial) this.#enter(index)
    this.#finish()
  }

  /**
   * After the graph around them has changed: brings every closed step to what its ways say now. What was ruled out and is not any
   * more waits again; what nothing is awaited for opens or dies.
   */
  adjust(): void {
    const { draft, at } = this
    const { steps, rank, unreachable } = draft.workflow
    const ruledOut = new Set(unreachable)
    const closed = steps
      .filter(({ index }) => !ruledOut.has(index))
      .toSorted((one, other) => (rank[one.index] ?? 0) - (rank[other.index] ?? 0))
    for (const { index } of closed)
      if (draft.status(index) === 'dead' && this.#isPossible(index)) revive(draft, index, at)
    for (const step of closed) {
      if (draft.status(step.index) !== 'pending' || draft.open(step.index) !== undefined) continue
      if (step.incoming.length > 0) this.#enterOrDie(step.index)
      else if (!step.gotoOnly) this.#enter(step.index)
      else if (!this.#isPossible(step.index)) this.#die(step.index)
      this.#drain()
    }
    this.#finish()
  }

  /** Whether a way to the step is live or still undecided, or a decision that may name it is. */
  #isPossible(index: number): boolean {
    const step = this.#step(index)
    if (step.incoming.some(way => this.draft.connection(way) !== 'dead')) return true
    if (!step.gotoOnly) return step.incoming.length === 0
    return !step.jumpSources.every(source => this.#isOver(source))
  }

  #isOver(index: number): boolean {
    const status = this.draft.status(index)
    return isSettled(status) || status === 'dead'
  }

  /** Settles an open step and follows everything that comes of it. */
  settle(index: number, settling: Settling): void {
    const iteration = this.draft.iteration(index)
    this.draft.changeStep(index, { ...settling.to, status: settledStatus[settling.how], iteration })
    this.#leave(this.#step(index), settling.how, settling.option ?? null)
    this.#finish()
  }

  setVariables(variables: JsonObject): void {
    for (const [name, to] of Object.entries(variables)) {
      const from = variableValue(this.draft.variables, name)
      if (sameJson(from, to)) continue
      this.draft.emit({ type: 'variable_changed', name, ...(from === undefined ? {} : { from }), to })
    }
  }

  changeOutcome(field: 'selected' | 'named' | 'reached', to: number | null): void {
    const { selected_outcome_id, named_outcome_id, reached_outcome_id } = this.draft.now
    const from = { selected: selected_outcome_id, named: named_outcome_id, reached: reached_outcome_id }[field]
    if (from !== to) this.draft.emit({ type: 'outcome_changed', field, from, to })
  }

  /** A step is left, by whichever door: what it reached, what it set, and where it leads. */
  #leave(step: CompiledStep, how: Settlement, chosen: CompiledOption | null): void {
    const { draft } = this
    if (how === 'completed' && step.outcome_id !== null && draft.now.reached_outcome_id === null)
      this.changeOutcome('reached', step.outcome_id)
    if (chosen !== null) {
      this.setVariables(chosen.action.set_variable)
      if (chosen.action.complete_with_outcome !== null) this.changeOutcome('named', chosen.action.complete_with_outcome)
    }
    const loop = how === 'completed' ? this.#loopTaken(step, chosen) : null
    if (loop !== null) {
      this.#goBack(loop)
      return
    }
    const option = how === 'passed' ? this.#withoutRefusedWay(chosen) : chosen
    const live = liveWays(draft.workflow, { step, how, option, variables: draft.variables })
    const jump = option?.way.type === 'jump' && how !== 'failed' ? option.way.target : null
    this.#resolve(step, live)
    if (jump !== null) this.#urgent.push(() => this.#jump(jump))
    this.#urgent.push(() => this.#releaseJumps(step))
    if (live.length > 0 || jump !== null) return
    const end = step.outgoing.length > 0 ? 'stuck' : 'done'
    this.ends.push({ step: step.index, how: how === 'failed' ? 'failed' : end })
  }

  /** Nobody is there to be refused when a decision is passed over: a way that would be refused, or leads back, is left out. */
  #withoutRefusedWay(option: CompiledOption | null): CompiledOption | null {
    if (option === null || option.way.type === 'open' || option.way.type === 'connection') return option
    const refused = option.way.type === 'loop' || isSettled(this.draft.status(option.way.target))
    return refused ? { ...option, way: { type: 'open' } } : option
  }

  loopHasReturns(loop: CompiledLoop): boolean {
    return (this.draft.now.loops[loop.key] ?? 0) < loop.limit - 1
  }

  #loopTaken(step: CompiledStep, option: CompiledOption | null): CompiledLoop | null {
    if (option?.way.type === 'loop') return option.way.loop
    if (option !== null && option.way.type !== 'open') return null
    const holds = ({ condition }: CompiledLoop) => condition === null || evaluate(condition, this.draft.variables)
    return step.loops.find(loop => holds(loop) && this.loopHasReturns(loop)) ?? null
  }

  #goBack(loop: CompiledLoop): void {
    const { draft, at } = this
    const body = resetLoop(draft, loop, at)
    const deadline = loop.max_lag === null ? null : at + loop.max_lag
    this.#open(loop.target, { notBefore: at + loop.min_lag, deadline })
    // A step that jumps brought into the body may have nothing left to wait for: its connections come from outside.
    for (const index of body)
      if (draft.status(index) === 'pending' && draft.open(index) === undefined) this.#enterOrDie(index)
  }

  /** An explicit jump opens its target at once, whatever it would have waited for. */
  #jump(target: number): void {
    const { draft, at } = this
    if (draft.status(target) === 'dead') revive(draft, target, at)
    const open = draft.open(target)
    if (open === undefined) this.#open(target, { notBefore: at, deadline: null })
    else if (draft.status(target) === 'pending') {
      const { not_before: _, ...rest } = draft.snapshot(target)
      draft.changeStep(target, { ...rest, status: 'ready', ready_at: at })
      this.opened.push(target)
    } else this.opened.push(target)
  }

  #resolve(step: CompiledStep, live: readonly number[]): void {
    for (const connection of step.outgoing) {
      this.draft.changeConnection(connection, live.includes(connection) ? 'live' : 'dead', this.at)
      this.#resolved.push(connection)
    }
  }

  /**
   * Follows everything to its end. Decisions may wait, each behind what only another one's jump leads to: once nothing is open,
   * no decision can name such a step any more, and it is ruled out.
   */
  #finish(): void {
    const { draft } = this
    this.#drain()
    if (!draft.workflow.hasJumps) return
    for (const step of draft.workflow.steps) {
      if (Object.keys(draft.now.open).length > 0) return
      if (!step.gotoOnly || draft.status(step.index) !== 'pending') continue
      this.#die(step.index)
      this.#drain()
    }
  }

  #drain(): void {
    let arrived = 0
    for (;;) {
      const urgent = this.#urgent.shift()
      const connection = urgent === undefined ? this.#resolved[arrived] : undefined
      if (urgent !== undefined) urgent()
      else if (connection === undefined) break
      else {
        arrived += 1
        this.#arrive(connection)
      }
    }
    this.#resolved.length = 0
  }

  #arrive(index: number): void {
    const { draft } = this
    const connection = draft.workflow.connections[index]
    if (connection === undefined) return
    const { target } = connection
    const status = draft.status(target)
    if (status === 'pending' && draft.open(target) === undefined) this.#enterOrDie(target)
    else if (status !== 'dead' && draft.connection(index) === 'live' && !this.#awaited.has(index)) {
      draft.emit({
        type: 'arrived_late',
        connection_id: connection.definition.id,
        step_id: this.#step(target).id,
      })
      this.ends.push({ step: connection.source, how: 'done' })
    }
  }

  #enterOrDie(index: number): void {
    const ways = this.#step(index).incoming.map(way => this.draft.connection(way))
    if (ways.includes('unresolved')) return
    if (ways.includes('live')) this.#enter(index)
    else if (ways.length > 0) this.#die(index)
  }

  /** Opens a step whose ways have all arrived, counting its lags from when their sources settled. */
  #enter(index: number): void {
    const { draft, at } = this
    let notBefore = at
    let deadline: number | null = null
    for (const way of this.#step(index).incoming) {
      const connection = draft.workflow.connections[way]
      if (connection === undefined || draft.connection(way) !== 'live') continue
      this.#awaited.add(way)
      const settledAt = draft.now.settled_at[String(connection.definition.id)] ?? at
      notBefore = Math.max(notBefore, settledAt + connection.min_lag)
      if (connection.max_lag !== null) deadline = Math.min(deadline ?? Infinity, settledAt + connection.max_lag)
    }
    this.#open(index, { notBefore, deadline })
  }

  #open(
    index: number,
    { notBefore, deadline }: { readonly notBefore: number; readonly deadline: number | null },
  ): void {
    const { draft, at } = this
    const step = this.#step(index)
    const iteration = draft.iteration(index)
    if (step.condition !== null && !evaluate(step.condition, draft.variables)) {
      draft.changeStep(index, { status: 'skipped', iteration, completed_at: at })
      this.#leave(step, 'passed', step.options.find(option => option.definition.is_default) ?? null)
      return
    }
    const due = deadline === null ? {} : { deadline }
    const waits = notBefore > at
    draft.changeStep(
      index,
      waits
        ? { status: 'pending', iteration, ready_at: notBefore, not_before: notBefore, ...due }
        : { status: 'ready', iteration, ready_at: at, ...due },
    )
    this.opened.push(index)
  }

  #die(index: number): void {
    const step = this.#step(index)
    this.draft.changeStep(index, { status: 'dead', iteration: this.draft.iteration(index) })
    this.#resolve(step, [])
    this.#urgent.push(() => this.#releaseJumps(step))
  }

  /** A step that only jumps lead to is ruled out with the last decision that could have named it. */
  #releaseJumps(decision: CompiledStep): void {
    const { draft } = this
    for (const target of decision.jumpTargets) {
      const step = this.#step(target)
      const waits = draft.status(target) === 'pending' && draft.open(target) === undefined
      if (step.gotoOnly && waits && step.jumpSources.every(source => this.#isOver(source))) this.#die(target)
    }
  }
}
