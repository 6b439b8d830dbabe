import { deciding, timeSpent } from '../../executions/deciding.ts'
import type { ExecutionState } from '../../executions/state.ts'
import type { DurationRange, Durations } from '../../insights/durations.ts'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import { difficultyPoints } from './difficulty.ts'

const nothingSpent: ReadonlyMap<number, number> = new Map()

/** What the steps of a run cost: minutes and points. */
export class Costs {
  readonly #durations: Durations
  /** Minutes, by position, that steps begun have been worked on already. */
  readonly #spent: ReadonlyMap<number, number>
  readonly #minutes: Float64Array
  readonly #points: Float64Array
  readonly #ranges: DurationRange[] = []

  constructor(workflow: CompiledWorkflow, durations: Durations, spent: ReadonlyMap<number, number> = nothingSpent) {
    this.#durations = durations
    this.#spent = spent
    this.#minutes = Float64Array.from(workflow.steps, step =>
      step.options.length > 0 ? 0 : Math.max(0, durations.of(step.id).p50),
    )
    this.#points = Float64Array.from(workflow.steps, difficultyPoints)
  }

  points(index: number): number {
    return this.#points[index] ?? 0
  }

  /** Expected minutes; `isBegun`: of a step that is open now, so that its time so far is taken off. */
  minutes(step: CompiledStep, option: CompiledOption | null, isBegun: boolean): number {
    const all = option === null ? (this.#minutes[step.index] ?? 0) : this.#of(step, option).p50
    return isBegun ? Math.max(0, all - (this.#spent.get(step.index) ?? 0)) : all
  }

  /** How much longer than expected a step takes in one run of ten. */
  spread(step: CompiledStep, option: CompiledOption | null, isBegun: boolean): number {
    const { p50, p90 } = option === null ? this.#known(step) : this.#of(step, option)
    const spent = isBegun ? (this.#spent.get(step.index) ?? 0) : 0
    return Math.max(0, p90 - Math.max(p50, spent))
  }

  /** Paths ask for the same steps again and again. */
  #known(step: CompiledStep): DurationRange {
    const known = this.#ranges[step.index] ?? this.#of(step, null)
    this.#ranges[step.index] = known
    return known
  }

  #of(step: CompiledStep, option: CompiledOption | null): DurationRange {
    return this.#durations.of(step.id, option?.definition.id ?? null)
  }
}

/** Minutes that each open step has been worked on, by position. */
export function spentMinutes(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  at: number,
): ReadonlyMap<number, number> {
  const { draft } = deciding(workflow, state, { at })
  const now = state.paused_at ?? state.ended_at ?? at
  const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])
  return new Map(open.map(step => [step.index, (timeSpent(draft, step, now) ?? 0) / 60_000]))
}
