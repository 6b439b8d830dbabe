import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { contentOf, type WorkflowContent } from './workflow-content.ts'

const rowsOf = ({ outcomes, steps, connections, paths }: WorkflowDefinition) => ({
  outcomes,
  steps,
  connections,
  resources: steps.flatMap(step =>
    step.resources.map((resource, index) => ({ ...resource, step_id: step.id, display_order: index + 1 })),
  ),
  options: steps.flatMap(step => step.decision_options.map(option => ({ ...option, step_id: step.id }))),
  paths,
  path_steps: paths.flatMap(path => path.steps.map(step => ({ ...step, path_id: path.id }))),
})

/** The rows of each table of a definition, as JSON text. */
export type PartRows = Readonly<Record<keyof ReturnType<typeof rowsOf>, string>>

export function partRows(definition: WorkflowDefinition): PartRows {
  const rows = rowsOf(definition)
  return {
    outcomes: JSON.stringify(rows.outcomes),
    steps: JSON.stringify(rows.steps),
    connections: JSON.stringify(rows.connections),
    resources: JSON.stringify(rows.resources),
    options: JSON.stringify(rows.options),
    paths: JSON.stringify(rows.paths),
    path_steps: JSON.stringify(rows.path_steps),
  }
}

/** Everything that writing a new definition takes, worked out beforehand; the ids are already those of the rows. */
export interface PreparedDefinition extends WorkflowContent {
  readonly step_count: number
  readonly rows: PartRows
}

export const prepareDefinition = (definition: WorkflowDefinition): PreparedDefinition => ({
  ...contentOf(definition),
  step_count: definition.steps.length,
  rows: partRows(definition),
})
