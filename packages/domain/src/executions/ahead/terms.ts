import type { CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import type { Costs } from './costs.ts'
import type { Plan } from './plan.ts'

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
export interface Log {
  readonly visits: Visit[]
  readonly cause: Int32Array
  /** How often the step was made pending again. */
  readonly again: Int32Array
}

/** What walks share while one of them settles a step. */
export class Terms {
  readonly plan: Plan
  readonly costs: Costs
  /** Connections that a step awaited when it opened, by the number of the settling in which it did. */
  readonly awaited: Int32Array
  settling = 0
  /** Steps settled by all walks: what a search has cost so far. */
  effort = 0
  /** After so many steps no loop returns any more: loops within loops could go on for longer than anybody can wait. */
  readonly mostInLoops: number

  constructor(plan: Plan, costs: Costs, mostInLoops = Infinity) {
    this.plan = plan
    this.costs = costs
    this.mostInLoops = mostInLoops
    this.awaited = new Int32Array(plan.workflow.connections.length)
  }
}
