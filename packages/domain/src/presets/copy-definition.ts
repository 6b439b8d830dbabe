import type { WorkflowDefinition } from '../workflows/definition.ts'
import { renameIn } from './local-ids.ts'
import type { LocalId } from './preset.ts'
import type { IdSource, PartKind } from './preset-to-definition.ts'

/** The same graph under new ids, wherever one part names another. What it names outside (materials, tools) stays. */
export const copyDefinition = (definition: WorkflowDefinition, ids: IdSource): WorkflowDefinition =>
  renameDefinition(definition, kind => ids(kind))

/** The same graph, each part under the id that is told for it, wherever one part names another. */
export function renameDefinition(
  definition: WorkflowDefinition,
  idFor: (kind: PartKind, id: number) => number,
): WorkflowDefinition {
  const stepIds = new Map(definition.steps.map(({ id }) => [id, idFor('step', id)]))
  const outcomeIds = new Map(definition.outcomes.map(({ id }) => [id, idFor('outcome', id)]))
  const within = (map: ReadonlyMap<number, number>, id: number): number => {
    const found = map.get(id)
    if (found === undefined) throw new Error(`The workflow names part ${id}, which it does not hold.`)
    return found
  }
  const rename = {
    goto_step: (id: LocalId) => stepIds.get(Number(id)),
    complete_with_outcome: (id: LocalId) => outcomeIds.get(Number(id)),
  }
  return {
    steps: definition.steps.map(step => ({
      ...step,
      id: within(stepIds, step.id),
      parent_step_id: step.parent_step_id === null ? null : within(stepIds, step.parent_step_id),
      outcome_id: step.outcome_id === null ? null : within(outcomeIds, step.outcome_id),
      resources: step.resources.map(resource => ({ ...resource, id: idFor('resource', resource.id) })),
      decision_options: step.decision_options.map(option => ({
        ...option,
        id: idFor('option', option.id),
        result_action: renameIn(option.result_action, rename),
      })),
    })),
    connections: definition.connections.map(connection => ({
      ...connection,
      id: idFor('connection', connection.id),
      source_step_id: within(stepIds, connection.source_step_id),
      target_step_id: within(stepIds, connection.target_step_id),
    })),
    outcomes: definition.outcomes.map(outcome => ({ ...outcome, id: within(outcomeIds, outcome.id) })),
    paths: definition.paths.map(path => ({
      ...path,
      id: idFor('path', path.id),
      steps: path.steps.map(step => ({ ...step, step_id: within(stepIds, step.step_id) })),
    })),
  }
}
