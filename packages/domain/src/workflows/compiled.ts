import type { Action } from './action.ts'
import type { Condition } from './condition.ts'
import type { ConnectionDefinition, DecisionOption, StepDefinition, WorkflowDefinition } from './definition.ts'

/** How the engine treats a step, whatever else its type means to people. */
export type StepKind = 'plain' | 'decision' | 'quality_check' | 'time'

/** A way back: a loop connection, or an option that jumps to a step before its decision. */
export interface CompiledLoop {
  /** A connection's id, or `decision>target` of a jump back; what `state.loops` counts under. */
  readonly key: string
  readonly source: number
  readonly target: number
  /** How many runs of the body there may be: one less than the returns. */
  readonly limit: number
  readonly condition: Condition | null
  /** Milliseconds. */
  readonly min_lag: number
  /** Milliseconds; null: no deadline. */
  readonly max_lag: number | null
}

/** Where a chosen option leads when its action says so. */
export type OptionWay =
  | { readonly type: 'open' }
  | { readonly type: 'connection'; readonly connection: number }
  | { readonly type: 'loop'; readonly loop: CompiledLoop }
  | { readonly type: 'jump'; readonly target: number }

export interface CompiledOption {
  readonly definition: DecisionOption
  /** Position among the options of its decision. */
  readonly position: number
  readonly action: Action
  readonly way: OptionWay
}

export interface CompiledConnection {
  readonly index: number
  readonly definition: ConnectionDefinition
  readonly source: number
  readonly target: number
  readonly condition: Condition | null
  /** Milliseconds. */
  readonly min_lag: number
  /** Milliseconds; null: no deadline. */
  readonly max_lag: number | null
}

/** A step with everything that the engine asks of it; numbers are positions in the compiled order. */
export interface CompiledStep {
  readonly index: number
  readonly id: number
  readonly definition: StepDefinition
  readonly kind: StepKind
  /** Minutes; 0 where nothing is stated. */
  readonly duration: number
  readonly condition: Condition | null
  readonly options: readonly CompiledOption[]
  /** Connections that are not loops, by display order. */
  readonly incoming: readonly number[]
  readonly outgoing: readonly number[]
  /** Sequential and parallel connections of `outgoing`. */
  readonly plain: readonly number[]
  /** Choice and conditional connections of `outgoing` but the default: one exclusive group. */
  readonly group: readonly number[]
  readonly groupDefault: number | null
  /** The choice connections, the n-th for the n-th option, where options and connections say nothing more. */
  readonly choiceByPosition: readonly number[] | null
  readonly fallbacks: readonly number[]
  readonly loops: readonly CompiledLoop[]
  /** Steps that its options jump to without a connection, and that do not lie before it. */
  readonly jumpTargets: readonly number[]
  /** Decisions that may jump here so. */
  readonly jumpSources: readonly number[]
  /** Reached by jumps alone: not initial, and dead once no open decision can name it. */
  readonly gotoOnly: boolean
  /** The outcome that completing it reaches; null: it is no outcome step. */
  readonly outcome_id: number | null
}

/** An immutable revision, indexed for the engine. Made by `compile`. */
export interface CompiledWorkflow {
  readonly definition: WorkflowDefinition
  /** By display order, then by their order in the definition. */
  readonly steps: readonly CompiledStep[]
  /** By display order (those without one after the others), then by their order in the definition. */
  readonly connections: readonly CompiledConnection[]
  readonly initial: readonly number[]
  /** Steps that no way leads to, from any initial step: dead from the beginning. */
  readonly unreachable: readonly number[]
  /** Every loop, of connections and of jumps. */
  readonly loops: readonly CompiledLoop[]
  /** Position of each step when ordered along the connections. */
  readonly rank: readonly number[]
  /** Whether options jump without a connection; such ways may run against the rank. */
  readonly hasJumps: boolean
  readonly hasOutcomeSteps: boolean
  readonly defaultOutcomeId: number | null
  readonly outcomeIds: ReadonlySet<number>
  /** The definition of the step with this id. */
  step(id: number | null): StepDefinition | undefined
  /** The step with this id. */
  compiledStep(id: number | null): CompiledStep | undefined
  connection(id: number): CompiledConnection | undefined
}
