import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import type { CliContext } from '../command-line/context.ts'

/** A workflow exactly as its author wrote it, in its own language: what one reads in another can not be written back. */
export async function readSource({ exactClient }: Pick<CliContext, 'exactClient'>, id: number): Promise<Workflow> {
  const workflow = await exactClient.workflows.get({ params: { id } })
  if (workflow.locales.length === 0) return workflow
  return exactClient.workflows.get({ params: { id } }, { locale: workflow.default_locale })
}
