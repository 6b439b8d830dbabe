import type { WorkflowTemplate } from './WorkflowCard.tsx'

/** What every dialog about a workflow takes. */
export interface WorkflowDialogProps {
  readonly workflow: WorkflowTemplate
  readonly onClose: () => void
}
