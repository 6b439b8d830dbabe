import { readDefinition } from '@hidesync/domain/presets/read-definition'
import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { highestId } from '@hidesync/domain/workflows/parts'
import { sameJson } from '@hidesync/domain/workflows/json-source'
import { CliError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { describeChanges, type Comparison } from './describe-changes.ts'
import { readSource } from './read-source.ts'
import { readWorkflowFile, type WorkflowFile } from './workflow-file.ts'

interface Options {
  readonly dryRun?: boolean
  readonly overwrite?: boolean
}

interface Applied {
  readonly id: number | null
  readonly name: string
  readonly changes: Comparison
}

/** What the file would make of the workflow, worked out here; throws with every fault of the file. */
export function plannedDefinition(file: string, graph: unknown, present: WorkflowDefinition): WorkflowDefinition {
  const reading = readDefinition(graph, present)
  if (!reading.ok)
    throw new CliError('cli.invalid_workflow', `${file} can not be applied: mend these first.`, 5, [...reading.errors])
  const { definition, kept } = reading
  // Above whatever is there: a new part is none of those that the file leaves out.
  let last = highestId(present)
  return renameDefinition(definition, (kind, id) => kept[kind].get(id) ?? (last += 1))
}

/** Fields of the workflow itself that the file states otherwise. */
export const changedFields = (fields: WorkflowFile['fields'], present: object): Record<string, unknown> => {
  const now = new Map(Object.entries(present))
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => !sameJson(value, now.get(field) ?? null)))
}

async function applyFile(context: CliContext, path: string, options: Options): Promise<Applied> {
  const { workflow: id, version, fields, graph } = readWorkflowFile(path, await readTextFile(context, path))
  const { client } = context
  if (id === null) return createFrom(context, path, { fields, graph, dryRun: options.dryRun === true })
  const present = await readSource(context, id)
  if (options.dryRun === true) {
    const planned = plannedDefinition(path, graph, present)
    return { id, name: present.name, changes: compareDefinitions(present, planned) as Comparison }
  }
  const match = version === null || options.overwrite === true ? {} : { ifMatch: `"${version}"` }
  // The graph's form is checked by the server, which says everything at once.
  const saved = await client.revisions.save({ params: { id }, body: graph }, match)
  const changed = changedFields(fields, present)
  if (Object.keys(changed).length > 0)
    // Sent as the file states them, and checked by the server.
    await client.workflows.update({ params: { id }, body: changed }, { ifMatch: `"${saved.version}"` })
  return { id, name: saved.name, changes: saved.changes }
}

async function createFrom(
  { client }: CliContext,
  path: string,
  { fields, graph, dryRun }: Pick<WorkflowFile, 'fields' | 'graph'> & { readonly dryRun: boolean },
): Promise<Applied> {
  const name = typeof fields['name'] === 'string' ? fields['name'] : ''
  if (name.trim() === '') throw new CliError('cli.invalid_workflow', `${path}: a new workflow needs a name.`, 5)
  const empty = { steps: [], connections: [], outcomes: [], paths: [] }
  const planned = compareDefinitions(empty, plannedDefinition(path, graph, empty)) as Comparison
  if (dryRun) return { id: null, name, changes: planned }
  const stated = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const { id } = await client.workflows.create({ body: { ...stated, name } })
  try {
    const { changes } = await client.revisions.save({ params: { id }, body: graph })
    return { id, name, changes }
  } catch (error) {
    // Nothing half-made stays behind.
    await client.workflows.delete({ params: { id } })
    throw error
  }
}

export const registerWorkflowApply: Register = (parent, open) => {
  parent
    .command('apply')
    .description('Bring an edited file back: changes the workflow that it names, or makes a new one.')
    .argument('<file>', 'A file of “workflows pull”, YAML or JSON; “-” is the standard input.')
    .option('--dry-run', 'Only show what would change.')
    .option('--overwrite', 'Apply it also where the workflow was changed since the file was written.')
    .addHelpText('after', examples('workflows apply belt.yaml', 'workflows apply belt.yaml --dry-run'))
    .action(async (file: string, options: Options, command) => {
      const context = await open(command)
      const applied = await applyFile(context, file, options)
      show(context, applied, () => describeChanges(context.terminal, applied.changes))
      if (options.dryRun === true) return remark(context, 'Nothing was stored.')
      remark(context, `“${cleanLine(applied.name)}” (workflow ${applied.id}) is as the file says.`)
    })
}
