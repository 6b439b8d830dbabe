import { usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'

/** The id of the workflow that a person names by its id or by the beginning of its name. */
export async function resolveWorkflow({ client }: CliContext, text: string): Promise<number> {
  const id = Number(text)
  if (/^\d+$/.test(text) && id >= 1 && Number.isSafeInteger(id)) return id
  if (text.trim() === '') throw usageError('Name the workflow, or give its number.')
  const { items } = await client.workflows.list({ query: { search: text.slice(0, 200), limit: 100 } })
  return pickByName(text, items, 'workflow').id
}
