import type { Durations } from '../../insights/durations.ts'
import type { JsonObject } from '../../workflows/definition.ts'

/** What a path is to be short of: minutes with parallel work overlapping, or difficulty. */
export const pathAims = ['time', 'difficulty'] as const
export type PathAim = (typeof pathAims)[number]

/** What would be so if a person chose or said it; what is already settled stays as it is. */
export interface WhatIf {
  /**
   * Options of decisions that are still to be made. Where several are of one decision, its first visit takes the first of them,
   * and so on; later visits take the last one again, unless that leads back.
   */
  readonly options?: readonly number[]
  /** Variables as they would be now. */
  readonly variables?: JsonObject
}

export interface PathRequest {
  /** The outcome to come to; without it any run that completes will do. */
  readonly target_outcome_id?: number | null
  /** `time` unless stated. */
  readonly by?: PathAim
  readonly durations: Durations
  readonly what_if?: WhatIf
  /** At most so many alternatives; 3 unless stated. */
  readonly alternatives?: number
  /** Whether to tell of every outcome how long it takes; each costs another search. */
  readonly outcomes?: boolean
  /** Epoch milliseconds: what was spent on active steps, and waited, counts up to here. */
  readonly at: number
}

/** A step to do, in the order of doing; a step in a loop stands as often as it is done. Durations are minutes. */
export interface PathStep {
  readonly step_id: number
  readonly step_name: string
  readonly step_type: string
  /** What is left of it: an active step's time so far is taken off. */
  readonly estimated_duration: number
  /** Which run of a loop's body, from 1. */
  readonly iteration: number
  /** Minutes from now until it can begin, everything before it done side by side. */
  readonly starts_in: number
  /** Whether any delay of it delays the end. */
  readonly is_critical: boolean
  /** Of a decision: what to choose. */
  readonly option_id: number | null
  readonly option_text: string | null
}

/** A decision on the way, and what is chosen there. */
export interface PathDecision {
  readonly step_id: number
  readonly step_name: string
  readonly option_id: number
  readonly option_text: string
}

/** What a way to the end comes to. */
export interface PathMeasure {
  /** Expected minutes with parallel work overlapping, waits included. */
  readonly estimated_time: number
  /** Nine in ten runs take no longer. */
  readonly estimated_time_p90: number
  /** Expected minutes of all steps, one after another; time steps count, waits between steps do not. */
  readonly total_work_time: number
  /** 1 to 10; see `difficulty.ts`. */
  readonly difficulty_score: number
  /** The outcome that it comes to; null: a workflow that has none. */
  readonly outcome_id: number | null
}

export interface AlternativePath extends PathMeasure {
  /** What is chosen otherwise than on the optimal path; decisions that only this way meets are among them. */
  readonly decisions: readonly PathDecision[]
  /** Ids in the order of doing. */
  readonly step_ids: readonly number[]
}

export const unreachableCodes = [
  /** The run is over, with another outcome or none. */
  'run_ended',
  /** The workflow has no such outcome. */
  'unknown_outcome',
  /** Another outcome has been reached, and the first one counts. */
  'other_outcome_reached',
  /** What was decided before (`step_id`) has ruled it out. */
  'ruled_out',
  /** It would be reachable without what was assumed. */
  'what_if',
  /** Nothing that can still be chosen leads there. */
  'no_way',
  /** There are more combinations of choices than were looked at, and none of these leads there. */
  'not_found',
] as const
export type UnreachableCode = (typeof unreachableCodes)[number]

export interface Unreachable {
  readonly code: UnreachableCode
  /** A sentence for people, in English. */
  readonly message: string
  /** The decision, or the failed step, that ruled it out. */
  readonly step_id: number | null
  /** Where the run went instead. */
  readonly taken_step_ids: readonly number[]
}

export interface OutcomeForecast {
  readonly outcome_id: number
  readonly reachable: boolean
  readonly estimated_time: number | null
  readonly difficulty_score: number | null
}

/** What was assumed, and what it costs beside the best that could be chosen. */
export interface WhatIfDifference {
  /** Of the options asked about, those that are met on the way. */
  readonly decisions: readonly PathDecision[]
  /** Minutes more (or, by difficulty, perhaps less) than the optimal path without it; null: one of them does not exist. */
  readonly time_difference: number | null
  readonly difficulty_difference: number | null
}

interface PathAnswer {
  readonly current_step_id: number | null
  readonly target_outcome_id: number | null
  /** Whether every set of choices was considered; false: there were too many, and the best found is told. */
  readonly exact: boolean
  /** Empty unless asked for. */
  readonly outcomes: readonly OutcomeForecast[]
}

/** The best way to the end, and the next best ones. */
export interface ReachablePath extends PathAnswer, PathMeasure {
  readonly reachable: true
  readonly reason: null
  readonly optimal_path: readonly PathStep[]
  /** The decisions to be made on the way, in order. */
  readonly decisions: readonly PathDecision[]
  /** Ids of the steps that nothing may delay, in order. */
  readonly critical_path: readonly number[]
  /** The best first. */
  readonly alternative_paths: readonly AlternativePath[]
  /** Null unless something was assumed. */
  readonly what_if: WhatIfDifference | null
}

export interface UnreachablePath extends PathAnswer {
  readonly reachable: false
  readonly reason: Unreachable
}

/** What `findPaths` answers. Plain JSON. */
export type PathAnalysis = ReachablePath | UnreachablePath
