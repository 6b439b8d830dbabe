import type { WorkflowTemplate } from './workflow-template.ts'

/** What every dialog about a workflow takes. */
export interface WorkflowDialogProps {
  readonly workflow: WorkflowTemplate
  readonly onClose: () => void
}
