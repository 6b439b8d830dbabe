import type { DifficultyLevel, JsonObject, WorkflowDefinition } from '../workflows/definition.ts'
import { renameIn } from './local-ids.ts'
import type { PartTranslations } from './part-translations.ts'
import {
  exportFormatVersion,
  type LocalId,
  type Preset,
  type PresetStep,
  type PresetTheme,
  type RequiredResources,
} from './preset.ts'
import { requiredResources, resourceName } from './required-resources.ts'
import { exportedTranslations } from './translation-ids.ts'

/** The workflow around the graph, as far as a preset tells of it. */
export interface ExportedWorkflow {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly difficulty_level: DifficultyLevel | null
  /** Minutes. */
  readonly estimated_duration: number | null
  readonly tags: readonly string[]
  readonly category: string | null
  readonly default_locale: string
  readonly has_multiple_outcomes: boolean
  /** What the preset that it was imported from carried. */
  readonly metadata: JsonObject
  /** What that preset listed for the project as a whole. */
  readonly required_resources: RequiredResources | null
  /** Its texts in other languages, by the ids of its parts. */
  readonly translations: PartTranslations
  readonly theme: PresetTheme | null
}

/**
 * The workflow as a preset. Local ids are the places in the lists, from 1, so that two exports of one graph are the same.
 * `exportedAt` is RFC 3339.
 */
export function definitionToPreset(
  workflow: ExportedWorkflow,
  definition: WorkflowDefinition,
  exportedAt: string,
): Preset {
  const localSteps = new Map(definition.steps.map(({ id }, index) => [id, index + 1]))
  const localOutcomes = new Map(definition.outcomes.map(({ id }, index) => [id, index + 1]))
  const local = (map: ReadonlyMap<number, number>, id: number | null): LocalId | null =>
    id === null ? null : (map.get(id) ?? null)
  const rename = {
    goto_step: (id: LocalId) => localSteps.get(Number(id)),
    complete_with_outcome: (id: LocalId) => localOutcomes.get(Number(id)),
  }
  let options = 0
  let needs = 0
  const steps = definition.steps.map(
    ({ id, parent_step_id, outcome_id, resources, decision_options, ...step }): PresetStep => ({
      id: local(localSteps, id) ?? id,
      ...step,
      parent_step: local(localSteps, parent_step_id),
      outcome: local(localOutcomes, outcome_id),
      resources: resources.map(resource => ({
        id: ++needs,
        resource_type: resource.resource_type,
        name: resourceName(resource),
        quantity: resource.quantity,
        unit: resource.unit,
        is_optional: resource.is_optional,
        notes: resource.notes,
      })),
      decision_options: decision_options.map(option => ({
        id: ++options,
        option_text: option.option_text,
        result_action: renameIn(option.result_action, rename),
        display_order: option.display_order,
        is_default: option.is_default,
      })),
    }),
  )
  const graph = {
    steps,
    connections: definition.connections.map(connection => ({
      source_step: local(localSteps, connection.source_step_id) ?? connection.source_step_id,
      target_step: local(localSteps, connection.target_step_id) ?? connection.target_step_id,
      connection_type: connection.connection_type,
      condition: connection.condition,
      display_order: connection.display_order,
      is_default: connection.is_default,
      max_iterations: connection.max_iterations,
      min_lag: connection.min_lag,
      max_lag: connection.max_lag,
    })),
    outcomes: definition.outcomes.map((outcome, index) => ({ ...outcome, id: index + 1 })),
    paths: definition.paths.map((path, index) => ({
      ...path,
      id: index + 1,
      steps: path.steps.map(({ step_id, ...rest }) => ({ step: local(localSteps, step_id) ?? step_id, ...rest })),
    })),
  }
  return {
    preset_info: {
      name: workflow.name,
      description: workflow.description,
      difficulty: workflow.difficulty_level,
      estimated_time: workflow.estimated_duration,
      tags: workflow.tags,
      category: workflow.category,
    },
    workflow: {
      name: workflow.name,
      description: workflow.description,
      default_locale: workflow.default_locale,
      has_multiple_outcomes: workflow.has_multiple_outcomes,
      ...graph,
      translations: exportedTranslations(workflow.translations, definition, graph),
      theme: workflow.theme,
    },
    required_resources: requiredResources(definition.steps, workflow.required_resources),
    metadata: {
      version: '1.0',
      ...workflow.metadata,
      export_format_version: exportFormatVersion,
      exported_at: exportedAt,
      original_workflow_id: workflow.id,
    },
  }
}
