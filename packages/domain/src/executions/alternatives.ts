import type { Draft } from './draft.ts'

/** Connections that leave a decision. */
type Ways = ReadonlySet<number>

/** For each decision that is still to be made before a step, the ways out of it that lead there. */
function choicesBefore(draft: Draft, step: number): ReadonlyMap<number, Ways> {
  const { workflow } = draft
  const choices = new Map<number, Set<number>>()
  const seen = new Set<number>()
  const left = [step]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const connection of workflow.steps[at]?.incoming ?? []) {
      const source = workflow.steps[workflow.connections[connection]?.source ?? -1]
      if (source === undefined || draft.connection(connection) !== 'unresolved') continue
      if (source.kind === 'decision' && !source.plain.includes(connection))
        choices.set(source.index, (choices.get(source.index) ?? new Set()).add(connection))
      left.push(source.index)
    }
  }
  return choices
}

/** A sentence names no more steps than these: of more, it is not worth going through a large workflow once for each. */
const mostNamed = 12

/** Whether of these steps, which are still to come, a choice leads to one alone. */
export function areAlternatives(draft: Draft, steps: readonly number[]): boolean {
  if (steps.length < 2 || steps.length > mostNamed) return false
  const all = steps.map(step => choicesBefore(draft, step))
  const areApart = (one: ReadonlyMap<number, Ways>, other: ReadonlyMap<number, Ways>) =>
    [...one].some(([decision, ways]) => {
      const others = other.get(decision)
      return others !== undefined && ![...ways].some(way => others.has(way))
    })
  return all.every((one, index) => all.slice(index + 1).every(other => areApart(one, other)))
}
