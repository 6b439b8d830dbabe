/** How long something takes, minutes: half of the times up to `p50`, nine in ten up to `p90`. */
export interface DurationRange {
  readonly p50: number
  readonly p90: number
  /** The mean, where times are known to be log-normal. Without it they are taken to lie around `p50` evenly. */
  readonly mean?: number
}

/** What is expected of the steps of a workflow: learned where enough is known, else what the author says. */
export interface Durations {
  /** Working (or waiting) minutes of a step; with an option, of a decision that goes that way. */
  of(stepId: number, optionId?: number | null): DurationRange
}
