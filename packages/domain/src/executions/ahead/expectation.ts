import { DurationSum } from '../../insights/duration-sum.ts'
import type { DurationRange, Durations } from '../../insights/durations.ts'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import type { ExecutionState } from '../state.ts'
import { Costs, spentMinutes } from './costs.ts'
import { begun, live } from './marks.ts'
import { planOf } from './plan.ts'
import { Terms, type Log, type Visit } from './terms.ts'
import { Walk } from './walk.ts'

/** A run at a moment (epoch milliseconds), and what its steps are expected to take. */
export interface Standpoint {
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  readonly at: number
  readonly durations: Durations
}

/** What is likely to come. */
export interface Expectation {
  /** Minutes of work; parallel branches add up, lags between steps are left out. */
  readonly work: DurationRange
  /** Minutes until the last step is done: lags waited out, those of a decision without a way too; what is parallel done side by side. */
  readonly until: number
  /** What comes of it; null: nothing that can be told. */
  readonly outcome_id: number | null
  /** Positions of the steps in the order of doing; what is done again stands again. */
  readonly steps: readonly number[]
}

/** The option that is likely: the default, else the first, as long as there is one that does not lead back. */
export function likelyOption(options: readonly CompiledOption[]): CompiledOption | null {
  const onward = options.filter(({ way }) => way.type !== 'loop')
  return onward.find(({ definition }) => definition.is_default) ?? onward[0] ?? options[0] ?? null
}

/** Loops may be gone round for a thousand steps, and for four times what there is to do. */
const mostInLoops = ({ steps }: CompiledWorkflow): number => 1_000 + 4 * steps.length

/**
 * A run followed on as it is likely to go: checks pass, nothing is skipped, decisions go by what is likely, and only what has to be done
 * again is. By the rules of the engine, with the times of path finding; costs what is left to do.
 */
export class Foresight {
  readonly #terms: Terms
  readonly #walk: Walk
  readonly #asked: number | null
  #sum = new DurationSum()
  #steps: number[] = []

  constructor({ workflow, state, at, durations }: Standpoint) {
    const costs = new Costs(workflow, durations, spentMinutes(workflow, state, at))
    this.#terms = new Terms(planOf(workflow), costs, mostInLoops(workflow))
    this.#walk = new Walk(this.#terms).stand(state, at, {})
    this.#asked = state.selected_outcome_id ?? workflow.defaultOutcomeId
  }

  /** All that is likely from here on. */
  rest(): Expectation {
    this.#goOn(null)
    const { latest, open, reached, named, time } = this.#walk
    const outcome = this.#walk.isOver ? this.#walk.outcome(this.#asked) : (reached ?? named)
    const until = open.reduce((end, place) => Math.max(end, time[this.#terms.plan.order[place] ?? -1] ?? 0), latest)
    return { work: this.#sum.range, until, outcome_id: outcome ?? null, steps: this.#steps }
  }

  /**
   * Goes by an option of a decision as soon as that is open; what is told afterwards is what comes after. A decision that is over, or
   * not likely to be met, is taken to be open now. Returns the position of the step that the option goes on with; null: of none.
   */
  choose(step: CompiledStep, option: CompiledOption): number | null {
    const walk = this.#walk
    if (!walk.isOpen(step.index)) this.#goOn(step.index)
    if (!walk.isOpen(step.index)) walk.insist(step)
    if (walk.refuses(option)) return null
    const { order, position } = this.#terms.plan
    const others = new Set(walk.open)
    others.delete(position[step.index] ?? -1)
    walk.settle(step, option)
    this.#sum = new DurationSum()
    this.#steps = []
    return order[walk.open.find(place => !others.has(place)) ?? -1] ?? this.#awaited(step)
  }

  /** Minutes from the beginning of each open step until the last of what has to wait for it is done, by position. */
  behind(): ReadonlyMap<number, number> {
    const walk = this.#walk
    const visits: Visit[] = []
    const { length } = walk.status
    const log: Log = { visits, cause: new Int32Array(length).fill(-1), again: new Int32Array(length) }
    walk.log = log
    this.#goOn(null)
    const ends = visits.map(({ start, minutes }) => start + minutes)
    const behind = new Map<number, number>()
    for (let at = visits.length - 1; at >= 0; at -= 1) {
      const visit = visits[at]
      if (visit === undefined) continue
      const end = ends[at] ?? 0
      if (visit.after === -1) behind.set(visit.step.index, end - visit.start)
      else ends[visit.after] = Math.max(end, ends[visit.after] ?? 0)
    }
    return behind
  }

  /** What a way that has become live leads to, though others are awaited there. */
  #awaited(step: CompiledStep): number | null {
    const way = step.outgoing.find(one => this.#walk.ways[one] === live)
    return this.#terms.plan.workflow.connections[way ?? -1]?.target ?? null
  }

  /** What is likely to be done next. A decision all of whose options are used up holds nobody back from what is open beside it. */
  #likelyNext(): { readonly step: CompiledStep; readonly option: CompiledOption | null } | null {
    const walk = this.#walk
    for (let at = 0; at < walk.open.length; at += 1) {
      const step = walk.openStep(at)
      if (step.options.length === 0) return { step, option: null }
      const option = likelyOption(step.options.filter(one => !walk.refuses(one)))
      if (option !== null) return { step, option }
    }
    return null
  }

  /** Goes on until a step is open, or as far as there is a way on. */
  #goOn(until: number | null): void {
    const walk = this.#walk
    const isThere = () => until !== null && walk.isOpen(until)
    for (let next = this.#likelyNext(); next !== null && !isThere(); next = this.#likelyNext()) {
      const { step, option } = next
      const isBegun = walk.status[step.index] === begun
      this.#sum.add(this.#terms.costs.range(step, option, isBegun))
      this.#steps.push(step.index)
      walk.settle(step, option)
    }
  }
}

/** What is likely to come of a run from a moment on. */
export const expectation = (standpoint: Standpoint): Expectation => new Foresight(standpoint).rest()
