import type { WorkflowDefinition } from '../workflows/definition.ts'
import { idKey, outcomeIndex, renameIn } from './local-ids.ts'
import type { LocalId, Preset } from './preset.ts'

/** What gets an id of its own. */
export type PartKind = 'step' | 'connection' | 'outcome' | 'resource' | 'option' | 'path'

/** Gives a new id for a part of that kind. A source of numbers that does not care about kinds will do. */
export type IdSource = (kind: PartKind) => number

/**
 * The graph of a preset that `readPreset` accepted, local ids replaced by new ones wherever they are named. The order of the
 * file is kept. Throws on a preset that names what it does not hold.
 */
export function presetToDefinition(preset: Pick<Preset, 'workflow'>, ids: IdSource): WorkflowDefinition {
  const { steps, connections, outcomes, paths } = preset.workflow
  const stepIds = new Map(steps.map(step => [idKey(step.id), ids('step')]))
  const outcomeIds = outcomes.map(() => ids('outcome'))

  const knownStep = (id: LocalId): number => {
    const found = stepIds.get(idKey(id))
    if (found === undefined) throw new Error(`The preset names step ${id}, which it does not hold.`)
    return found
  }
  const knownOutcome = (id: LocalId): number => {
    const found = outcomeIds[outcomeIndex(outcomes, id) ?? -1]
    if (found === undefined) throw new Error(`The preset names outcome ${id}, which it does not hold.`)
    return found
  }
  const rename = { goto_step: knownStep, complete_with_outcome: knownOutcome }

  return {
    steps: steps.map(({ id, parent_step, outcome, resources, decision_options, ...step }) => ({
      ...step,
      id: knownStep(id),
      parent_step_id: parent_step === null ? null : knownStep(parent_step),
      outcome_id: outcome === null ? null : knownOutcome(outcome),
      resources: resources.map(resource => ({
        ...resource,
        id: ids('resource'),
        dynamic_material_id: null,
        tool_id: null,
        documentation_id: null,
      })),
      decision_options: decision_options.map(option => ({
        ...option,
        id: ids('option'),
        result_action: renameIn(option.result_action, rename),
      })),
    })),
    connections: connections.map(({ source_step, target_step, ...connection }) => ({
      ...connection,
      id: ids('connection'),
      source_step_id: knownStep(source_step),
      target_step_id: knownStep(target_step),
    })),
    outcomes: outcomes.map((outcome, index) => ({ ...outcome, id: outcomeIds[index] ?? 0 })),
    paths: paths.map(path => ({
      ...path,
      id: ids('path'),
      steps: path.steps
        .map(({ step, ...rest }) => ({ step_id: knownStep(step), ...rest }))
        .toSorted((a, b) => a.step_order - b.step_order),
    })),
  }
}
