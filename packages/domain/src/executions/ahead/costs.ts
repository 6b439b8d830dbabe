import type { DurationRange, Durations } from '../../insights/durations.ts'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import { deciding, timeSpent } from '../deciding.ts'
import type { ExecutionState } from '../state.ts'
import { difficultyPoints } from './difficulty.ts'

/** What was asked of the durations of a workflow already, by position. */
const asked = new WeakMap<CompiledWorkflow, WeakMap<Durations, DurationRange[]>>()

function knownRanges(workflow: CompiledWorkflow, durations: Durations): DurationRange[] {
  const byDurations = asked.get(workflow) ?? new WeakMap<Durations, DurationRange[]>()
  const ranges = byDurations.get(durations) ?? []
  asked.set(workflow, byDurations.set(durations, ranges))
  return ranges
}

/** What the steps of a run cost: minutes and points. */
export class Costs {
  readonly #durations: Durations
  /** Minutes, by position, that steps begun have been worked on already. */
  readonly #spent: ReadonlyMap<number, number>
  readonly #ranges: DurationRange[]
  readonly #points: number[] = []

  constructor(workflow: CompiledWorkflow, durations: Durations, spent: ReadonlyMap<number, number>) {
    this.#durations = durations
    this.#spent = spent
    this.#ranges = knownRanges(workflow, durations)
  }

  points(step: CompiledStep): number {
    return (this.#points[step.index] ??= difficultyPoints(step))
  }

  /** Expected minutes; `isBegun`: of a step that is open now, so that its time so far is taken off. */
  minutes(step: CompiledStep, option: CompiledOption | null, isBegun: boolean): number {
    const { p50 } = this.#whole(step, option)
    return isBegun ? Math.max(0, p50 - this.#spentOn(step)) : p50
  }

  /** The same as a range. */
  range(step: CompiledStep, option: CompiledOption | null, isBegun: boolean): DurationRange {
    const range = this.#whole(step, option)
    const spent = isBegun ? this.#spentOn(step) : 0
    return spent === 0 ? range : { p50: Math.max(0, range.p50 - spent), p90: Math.max(0, range.p90 - spent) }
  }

  /** How much longer than expected a step takes in one run of ten. */
  spread(step: CompiledStep, option: CompiledOption | null, isBegun: boolean): number {
    const { p50, p90 } = this.range(step, option, isBegun)
    return Math.max(0, p90 - p50)
  }

  #spentOn(step: CompiledStep): number {
    return this.#spent.get(step.index) ?? 0
  }

  #whole(step: CompiledStep, option: CompiledOption | null): DurationRange {
    if (option !== null) return this.#durations.of(step.id, option.definition.id)
    return (this.#ranges[step.index] ??= this.#durations.of(step.id))
  }
}

/** Minutes that each open step has been worked on, by position. */
export function spentMinutes(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  at: number,
): ReadonlyMap<number, number> {
  const { draft } = deciding(workflow, state, { at })
  const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])
  return new Map(open.map(step => [step.index, (timeSpent(draft, step, at) ?? 0) / 60_000]))
}
