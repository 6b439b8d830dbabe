import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../../workflows/compiled.ts'
import type { Walk } from '../../executions/ahead/walk.ts'

/** Options that are to be taken for granted, by their decisions. */
export class Assumption {
  readonly #decisions: readonly number[]
  readonly #options: ReadonlyMap<number, readonly CompiledOption[]>

  constructor(workflow: CompiledWorkflow, optionIds: readonly number[]) {
    const asked = new Set(optionIds)
    const byDecision = new Map<number, CompiledOption[]>()
    for (const step of workflow.steps) {
      if (!step.options.some(option => asked.has(option.definition.id))) continue
      const named = optionIds.flatMap(id => step.options.find(option => option.definition.id === id) ?? [])
      byDecision.set(step.index, named)
    }
    this.#options = byDecision
    this.#decisions = [...byDecision.keys()]
  }

  /** The options that a person could choose at a decision here, as far as it is assumed and not refused. */
  allowed(walk: Walk, step: CompiledStep): readonly CompiledOption[] {
    const open = step.options.filter(option => !walk.refuses(option))
    const named = this.#options.get(step.index)
    if (named === undefined) return open
    const visits = walk.visited[this.#decisions.indexOf(step.index)] ?? 0
    const last = named.at(-1)
    const assumed = named[visits] ?? (last?.way.type === 'loop' ? undefined : last)
    return assumed === undefined ? open : open.filter(option => option === assumed)
  }

  /** Counts a visit of a decision of which something is assumed. */
  count(walk: Walk, step: CompiledStep): void {
    const at = this.#decisions.indexOf(step.index)
    if (at === -1) return
    const most = this.#options.get(step.index)?.length ?? 0
    walk.visited = this.#decisions.map((_, index) => {
      const visits = walk.visited[index] ?? 0
      return index === at ? Math.min(most, visits + 1) : visits
    })
  }
}
