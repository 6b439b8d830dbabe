import type { WorkflowSummary } from '@hidesync/contract/workflows/workflow.schemas'
import { type CliContext, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'

/** How a command that made or changed a workflow answers: the workflow with `--json`, else a sentence about it, and remarks below it. */
export function showWorkflow(
  context: CliContext,
  workflow: WorkflowSummary,
  what: string,
  remarks: readonly string[] = [],
): void {
  const { name, id, status, visibility } = workflow
  const sentence = `${what} “${cleanLine(name)}” (workflow ${id}): ${status}, ${visibility}.`
  show(context, workflow, () => [sentence, ...remarks].join('\n'))
}
