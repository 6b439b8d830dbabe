import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { JsonValue, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { keepLinks } from '@hidesync/domain/workflows/keep-links'
import { inverted, partMap } from '@hidesync/domain/workflows/part-map'
import { highestId } from '@hidesync/domain/workflows/parts'
import { CliError, usageError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { askText } from '../terminal/prompts.ts'
import { changedFields, plannedDefinition } from '../workflows/apply.ts'
import { readSource } from '../workflows/read-source.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { readWorkflowFile, type WorkflowFile } from '../workflows/workflow-file.ts'
import { describeProposal } from './proposals.ts'

interface Options {
  readonly file?: string
  readonly from?: string
  readonly title?: string
  readonly message?: string
}

/** The same graph in the ids of a copy, whose parts stand in the order of the original's; what is new gets ids of neither. */
export function inIdsOf(copy: WorkflowDefinition, original: WorkflowDefinition, edited: WorkflowDefinition) {
  const ids = inverted(partMap(copy, original))
  const above = highestId(copy)
  return keepLinks(
    renameDefinition(edited, (kind, id) => ids[kind][String(id)] ?? above + id),
    copy,
  )
}

const stale = (name: string): CliError =>
  new CliError('cli.stale', `“${cleanLine(name)}” was changed since your file was written: pull it again.`, 5)

function refuseOther(path: string, file: WorkflowFile, id: number): void {
  if (file.workflow === id) return
  const whose = file.workflow === null ? 'names no workflow' : `is of workflow ${file.workflow}`
  throw usageError(
    `${path} ${whose}, not of workflow ${id}. Bring it into your copy with “workflows apply”, then propose with --from.`,
  )
}

/** Makes a copy in which the graph is as the file says, and gives its id. */
async function copyAsFile(context: CliContext, id: number, path: string): Promise<number> {
  const { client } = context
  const file = readWorkflowFile(path, await readTextFile(context, path))
  refuseOther(path, file, id)
  const original = await readSource(context, id)
  if (file.version !== null && file.version !== original.version) throw stale(original.name)
  const edited = plannedDefinition(path, file.graph, original)
  const others = Object.keys(changedFields(file.fields, original))
  if (others.length > 0) remark(context, `Only the graph is proposed; left out: ${others.join(', ')}.`)
  const { id: copyId } = await client.workflows.duplicate({ params: { id } })
  try {
    const copy = await readSource(context, copyId)
    if ((await readSource(context, id)).version !== original.version) throw stale(original.name)
    const body = inIdsOf(copy, original, edited) as unknown as JsonValue
    await client.revisions.save({ params: { id: copyId }, body }, { ifMatch: `"${copy.version}"` })
    return copyId
  } catch (error) {
    await client.workflows.delete({ params: { id: copyId } })
    throw error
  }
}

export const registerPropose: Register = (parent, open) => {
  parent
    .command('propose')
    .description('Propose to the owner of a public workflow what you changed, in a copy of yours or in a file.')
    .argument('<workflow>', 'The original: its id, or the beginning of its name.')
    .option('-f, --file <file>', 'The original as “workflows pull” wrote it, edited; a copy of yours is made of it.')
    .option('--from <copy>', 'Your copy: its id, or the beginning of its name.')
    .option('--title <text>', 'What it is about, in a few words.')
    .option('--message <text>', 'Why.')
    .addHelpText(
      'after',
      examples(
        'workflows propose 3 --from "My belt" --title "Wax the thread twice"',
        'workflows propose 3 -f belt.yaml --title "Wax the thread twice" --message "Once was not enough."',
      ),
    )
    .action(async (text: string, { file, from, title: given, message }: Options, command) => {
      if ((file === undefined) === (from === undefined))
        throw usageError('Say where your change is: in a copy (--from) or in a file (--file).')
      const context = await open(command)
      const { client, terminal } = context
      const title = given ?? (await askText(terminal, 'Title:', 'Give --title TEXT.'))
      const id = await resolveWorkflow(context, text)
      const from_workflow_id =
        file === undefined ? await resolveWorkflow(context, from ?? '') : await copyAsFile(context, id, file)
      const body = { title, from_workflow_id, ...(message !== undefined && { message }) }
      const propose = client.proposals.create({ params: { id }, body })
      const proposal = await (file === undefined
        ? propose
        : propose.catch(async (error: unknown) => {
            await client.workflows.delete({ params: { id: from_workflow_id } })
            throw error
          }))
      show(context, proposal, () => describeProposal(context, proposal))
      if (file !== undefined) remark(context, `Your copy with it is workflow ${from_workflow_id}.`)
    })
}
