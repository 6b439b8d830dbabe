import type { CompiledConnection, CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import { evaluate, variablesOf, type Condition } from '../../workflows/condition.ts'
import { pending, unresolved } from '../../executions/ahead/marks.ts'
import type { Walk } from '../../executions/ahead/walk.ts'
import type { Plan } from '../../executions/ahead/plan.ts'

/** Whether a condition will hold: yes, no, or (null) it hangs on what has not been chosen yet. */
function holds(condition: Condition | null, walk: Walk, isFixed: (name: string) => boolean): boolean | null {
  if (condition === null) return true
  switch (condition.kind) {
    case 'compare':
      return variablesOf(condition).every(isFixed) ? evaluate(condition, walk.variables) : null
    case 'not': {
      const inner = holds(condition.of, walk, isFixed)
      return inner === null ? null : !inner
    }
    case 'all':
    case 'any': {
      const decides = condition.kind === 'any'
      const parts = condition.of.map(part => holds(part, walk, isFixed))
      if (parts.includes(decides)) return decides
      return parts.includes(null) ? null : !decides
    }
  }
}

/** Whether a step or an option on the way could bring about an outcome that is wanted. */
export type Brings = (outcome: number | null) => boolean

/**
 * Whether a walk may still come to a wanted outcome, as far as the variables tell that nothing can set any more. Never says no
 * wrongly; looks at each step ahead once. Where a loop leads back, or nothing names outcomes, it says yes.
 */
export function isStillPossible(walk: Walk, plan: Plan, brings: Brings): boolean {
  const { workflow, lastSet } = plan
  const place = walk.open[0] ?? 0
  const isBrought = (outcome: number | null) => outcome !== null && brings(outcome)
  if (!workflow.hasOutcomeSteps || isBrought(walk.reached ?? walk.named)) return true
  if (plan.isTangled || plan.outlook(place).around.length > 0) return true
  const isFixed = (name: string) => (lastSet.get(name) ?? -1) < place
  const will = (condition: Condition | null) => holds(condition, walk, isFixed)

  const mayLead = (step: CompiledStep, option: CompiledOption | null): readonly CompiledConnection[] => {
    const of = (ways: readonly number[]) => ways.flatMap(way => workflow.connections[way] ?? [])
    if (option?.way.type === 'connection') return of([option.way.connection])
    if (option !== null && option.way.type !== 'open') return []
    const group = of(step.group)
    // Whatever comes after the first that will hold is not taken.
    const sure =
      step.options.length > 0 ? -1 : group.findIndex(way => way.condition !== null && will(way.condition) === true)
    const first =
      sure === -1 ? [...group, ...of(step.groupDefault === null ? [] : [step.groupDefault])] : group.slice(0, sure + 1)
    return [...of(step.plain), ...first, ...of(step.fallbacks)].filter(way => will(way.condition) !== false)
  }

  const seen = new Set<number>()
  const queue = walk.open.flatMap(position => plan.order[position] ?? [])
  for (const { index, incoming } of workflow.steps)
    if (walk.status[index] === pending && incoming.some(way => walk.ways[way] !== unresolved)) queue.push(index)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const step = workflow.steps[next]
    if (step === undefined || seen.has(next)) continue
    seen.add(next)
    if (isBrought(step.outcome_id) && will(step.condition) !== false) return true
    for (const option of step.options.length === 0 ? [null] : step.options) {
      if (isBrought(option?.action.complete_with_outcome ?? null)) return true
      if (option?.way.type === 'jump') queue.push(option.way.target)
      for (const { target } of mayLead(step, option)) queue.push(target)
    }
  }
  return false
}
