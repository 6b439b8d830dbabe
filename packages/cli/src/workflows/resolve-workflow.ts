import { usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import type { WorkflowPage } from './workflow-table.ts'

type WorkflowSummary = WorkflowPage['items'][number]

const pageSize = 100
const mostPages = 10

/** The id of the workflow that a person names by its id or by the beginning of its name. */
export async function resolveWorkflow({ client }: CliContext, text: string): Promise<number> {
  const id = Number(text)
  if (/^\d+$/.test(text) && id >= 1 && Number.isSafeInteger(id)) return id
  if (text.trim() === '') throw usageError('Name the workflow, or give its number.')
  const found: WorkflowSummary[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const query = { search: text.slice(0, 200), limit: pageSize, offset: page * pageSize }
    const { items, has_more } = await client.workflows.list({ query })
    found.push(...items)
    if (!has_more) return pickByName(text, found, 'workflow').id
  }
  throw usageError(
    `“${cleanLine(text)}” fits more than ${found.length} workflows. Give more of the name, or the number.`,
  )
}
