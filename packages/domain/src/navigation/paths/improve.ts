import { likelyOption } from '../../executions/ahead/expectation.ts'
import type { CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import type { Assumption } from './assumption.ts'
import type { Choice } from './search.ts'
import type { Terms } from '../../executions/ahead/terms.ts'
import type { Walk } from '../../executions/ahead/walk.ts'

interface Tried {
  readonly choices: readonly Choice[]
  readonly cost: number
}

interface Improving {
  readonly terms: Terms
  readonly assumption: Assumption
  readonly start: () => Walk
  /** What a walk that is over costs; null: it does not come where it should. */
  readonly cost: (walk: Walk) => number | null
}

/** Steps that may be settled in trying. */
const mostEffort = 160_000

/** Goes to the end by what is chosen at each decision; what is likely is chosen where nothing is. */
function tryOut(
  chosen: ReadonlyMap<number, CompiledOption>,
  { assumption, start, cost, terms }: Improving,
): Tried | null {
  const walk = start()
  const until = terms.effort + mostEffort
  const choices: Choice[] = []
  while (!walk.isOver) {
    if (terms.effort > until) return null
    const step: CompiledStep = walk.next
    if (step.options.length === 0) {
      walk.settle(step, null)
      continue
    }
    const allowed = assumption.allowed(walk, step)
    const liked = [chosen.get(step.index), likelyOption(allowed)]
    const option = liked.find(one => one !== undefined && one !== null && allowed.includes(one)) ?? null
    if (option === null) return null
    assumption.count(walk, step)
    walk.settle(step, option)
    choices.push({ step, option })
  }
  const total = cost(walk)
  return total === null ? null : { choices, cost: total }
}

/**
 * Choices at least as good as some found by a search that had to leave things out: one decision after another is made otherwise,
 * as long as that helps. Where decisions cost what they cost whatever is chosen elsewhere, nothing better is left.
 */
export function improved(choices: readonly Choice[], improving: Improving): readonly Choice[] {
  const { terms } = improving
  const until = terms.effort + mostEffort
  const chosenIn = (tried: readonly Choice[]) => new Map(tried.map(({ step, option }) => [step.index, option]))
  let best = tryOut(chosenIn(choices), improving)
  for (let isBetter = best !== null; isBetter && terms.effort < until;) {
    isBetter = false
    for (const { step, option } of best?.choices ?? [])
      for (const other of step.options) {
        if (other === option || terms.effort >= until) continue
        const tried = tryOut(chosenIn([...(best?.choices ?? []), { step, option: other }]), improving)
        if (tried === null || best === null || tried.cost >= best.cost) continue
        best = tried
        isBetter = true
      }
  }
  return best?.choices ?? choices
}
