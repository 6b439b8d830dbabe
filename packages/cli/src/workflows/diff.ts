import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import { emptyDefinition } from '@hidesync/domain/workflows/definition'
import { usageError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { plannedDefinition } from './apply.ts'
import { describeChanges, type Comparison } from './describe-changes.ts'
import { localGraph } from './local-graph.ts'
import { readSource } from './read-source.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

const isRevision = (text: string | undefined): text is string => /^([1-9]\d*|draft)$/.test(text ?? '')
const isFile = (text: string): boolean => text === '-' || /\.(ya?ml|json)$/i.test(text)

async function ofRevisions(context: CliContext, id: number, [one, other]: readonly string[]): Promise<Comparison> {
  if (!isRevision(one) || one === 'draft')
    throw usageError('Compare from a revision by its number, such as: diff 7 3 draft')
  if (!isRevision(other)) throw usageError('Compare to a revision by its number, or to “draft”.')
  return context.client.revisions.compare({ params: { id, revision: Number(one), other } })
}

/** Two files: parts with the same local id are the same part. */
async function ofFiles(context: CliContext, one: string, other: string): Promise<Comparison> {
  const first = localGraph(one, await readTextFile(context, one))
  const before = plannedDefinition(one, first.graph, emptyDefinition)
  const second = localGraph(other, await readTextFile(context, other), { ids: first.ids, definition: before })
  return compareDefinitions(before, plannedDefinition(other, second.graph, before)) as Comparison
}

async function compare(context: CliContext, thing: string, others: readonly string[]): Promise<Comparison> {
  const [other] = others
  if (other === undefined) throw usageError('Say what to compare it with: another file, or two revisions.')
  if (isFile(thing) && isFile(other)) return ofFiles(context, thing, other)
  const id = await resolveWorkflow(context, thing)
  if (!isFile(other)) return ofRevisions(context, id, [other, others[1] ?? 'draft'])
  const present = await readSource(context, id)
  const { graph } = localGraph(other, await readTextFile(context, other))
  return compareDefinitions(present, plannedDefinition(other, graph, present)) as Comparison
}

export const registerDiff: Register = (parent, open) => {
  parent
    .command('diff')
    .description('Show what differs: two revisions of a workflow, a workflow and a file, or two files.')
    .argument('<thing>', 'A workflow (its id, or the beginning of its name), or a file.')
    .argument('<others...>', 'Revisions by number (the second may be “draft”), or a file.')
    .addHelpText('after', examples('diff 7 3 draft', 'diff 7 belt.yaml', 'diff old.json new.json'))
    .action(async (thing: string, others: readonly string[], _options, command) => {
      const context = await open(command)
      const comparison = await compare(context, thing, others)
      show(context, comparison, () => describeChanges(context.terminal, comparison))
    })
}
