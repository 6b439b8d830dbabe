import type { StepDefinition, WorkflowDefinition } from '../workflows/definition.ts'
import type { PresetWorkflow } from './preset.ts'
import type { PartKind } from './preset-to-definition.ts'
import type { GivenIds } from './written-graph.ts'

/** By kind: provisional id -> the id that the part has already and keeps. */
export type KeptIds = Readonly<Record<PartKind, ReadonlyMap<number, number>>>

interface Candidate {
  readonly id: number
  /** What identifies it where no id does. */
  readonly likeness: string
}

interface Wanted {
  readonly provisional: number
  /** The id that its author wrote, if any. */
  readonly named: unknown
  readonly likeness: string
}

/** First those that name an id, then those that look like one that is left; each id once. */
function match(wanted: readonly Wanted[], candidates: readonly Candidate[], into: Map<number, number>): void {
  const left = new Map(candidates.map(candidate => [candidate.id, candidate]))
  const take = (provisional: number, id: number) => {
    into.set(provisional, id)
    left.delete(id)
  }
  const open = wanted.filter(({ provisional, named }) => {
    const id = Number(named)
    if (named === null || named === undefined || !left.has(id)) return true
    take(provisional, id)
    return false
  })
  const alike = new Map<string, number[]>()
  for (const { id, likeness } of left.values()) alike.set(likeness, [...(alike.get(likeness) ?? []), id])
  for (const { provisional, likeness, named } of open) {
    // Whoever writes an id that is none of ours means a new part.
    if (named !== null && named !== undefined && likeness === '') continue
    const id = alike.get(likeness)?.shift()
    if (id !== undefined && likeness !== '') take(provisional, id)
  }
}

const folded = (text: string | null): string => (text ?? '').trim().toLowerCase()

/** Which of the parts of a graph that was read are parts that the workflow has already. */
export function keptIds(read: {
  readonly workflow: PresetWorkflow
  readonly definition: WorkflowDefinition
  readonly given: GivenIds
  readonly present: WorkflowDefinition
}): KeptIds {
  const { workflow, definition, given, present } = read
  const kept: Record<PartKind, Map<number, number>> = {
    step: new Map(),
    connection: new Map(),
    outcome: new Map(),
    resource: new Map(),
    option: new Map(),
    path: new Map(),
  }
  // Steps are known by their ids alone: two steps may well have one name.
  match(
    definition.steps.map(({ id }, i) => ({ provisional: id, named: workflow.steps[i]?.id, likeness: '' })),
    present.steps.map(({ id }) => ({ id, likeness: '' })),
    kept.step,
  )
  match(
    definition.outcomes.map(({ id, name }, i) => ({
      provisional: id,
      named: workflow.outcomes[i]?.id,
      likeness: folded(name),
    })),
    present.outcomes.map(({ id, name }) => ({ id, likeness: folded(name) })),
    kept.outcome,
  )
  match(
    definition.paths.map(({ id, name }, i) => ({
      provisional: id,
      named: workflow.paths[i]?.id,
      likeness: folded(name),
    })),
    present.paths.map(({ id, name }) => ({ id, likeness: folded(name) })),
    kept.path,
  )
  const ends = (source: number | undefined, target: number | undefined, type: string) =>
    source === undefined || target === undefined ? '' : `${source}>${target}:${type}`
  match(
    definition.connections.map(({ id, source_step_id, target_step_id, connection_type }, i) => ({
      provisional: id,
      named: given.connections[i],
      likeness: ends(kept.step.get(source_step_id), kept.step.get(target_step_id), connection_type),
    })),
    present.connections.map(({ id, source_step_id, target_step_id, connection_type }) => ({
      id,
      likeness: ends(source_step_id, target_step_id, connection_type),
    })),
    kept.connection,
  )
  const stepById = new Map<number, StepDefinition>(present.steps.map(step => [step.id, step]))
  definition.steps.forEach((step, s) => {
    const before = stepById.get(kept.step.get(step.id) ?? 0)
    if (before === undefined) return
    match(
      step.resources.map(({ id, resource_type, name }, r) => ({
        provisional: id,
        named: given.resources[s]?.[r],
        likeness: `${resource_type}:${folded(name)}`,
      })),
      before.resources.map(({ id, resource_type, name }) => ({ id, likeness: `${resource_type}:${folded(name)}` })),
      kept.resource,
    )
    match(
      step.decision_options.map(({ id, option_text }, o) => ({
        provisional: id,
        named: workflow.steps[s]?.decision_options[o]?.id,
        likeness: folded(option_text),
      })),
      before.decision_options.map(({ id, option_text }) => ({ id, likeness: folded(option_text) })),
      kept.option,
    )
  })
  return kept
}
