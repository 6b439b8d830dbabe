import type { Preset } from '@hidesync/domain/presets/preset'
import type { JsonObject, Visibility, WorkflowDefinition, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import type { Transaction } from '../database/database.ts'
import { withNewIds } from '../workflows/workflow-ids.ts'
import { insertWorkflow } from '../workflows/workflow.repository.ts'

export interface ImportAs {
  readonly name: string
  readonly owner_id: number
  readonly status: WorkflowStatus
  readonly visibility: Visibility
  readonly is_template: boolean
}

/** Writes a checked preset as a workflow, and answers with its id. Throws `NameTakenError`. */
export async function insertPreset(
  tx: Transaction,
  checked: { readonly preset: Preset; readonly definition: WorkflowDefinition },
  { name, owner_id, status, visibility, is_template }: ImportAs,
): Promise<number> {
  const { preset_info, workflow, required_resources, metadata } = checked.preset
  const row = {
    name,
    description: preset_info.description ?? workflow.description,
    is_template,
    visibility,
    status,
    project_id: null,
    theme_id: null,
    estimated_duration: preset_info.estimated_time,
    difficulty_level: preset_info.difficulty,
    has_multiple_outcomes: workflow.has_multiple_outcomes,
    category: preset_info.category,
    tags: preset_info.tags,
    default_locale: workflow.default_locale,
    created_by: owner_id,
    copied_from_workflow_id: null,
    // Kept for the next export.
    metadata: { preset: metadata, required_resources } as unknown as JsonObject,
  }
  return insertWorkflow(tx, row, await withNewIds(tx, checked.definition))
}
