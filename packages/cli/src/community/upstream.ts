import type { Upstream } from '@hidesync/contract/community/proposal.schemas'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { describeChanges } from '../workflows/describe-changes.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { addSides, decideConflicts, describeConflicts, resolutionsOf, type SideOptions } from './conflicts.ts'

const copyHelp = 'Your copy: its id, or the beginning of its name.'
const sides = { ours: 'your copy', theirs: 'the original' }

const sayOriginal = ({ name, workflow_id }: Upstream): string => `“${cleanLine(name)}” (workflow ${workflow_id})`

/** What changed in the original, and what of it meets changes of one's own. */
function describeUpstream({ terminal }: CliContext, upstream: Upstream): string {
  const { base_revision, revision, up_to_date, changes, conflicts } = upstream
  if (up_to_date) return `Your copy has all of ${sayOriginal(upstream)}, revision ${revision}.`
  return [
    `${sayOriginal(upstream)} is at revision ${revision}; your copy has revision ${base_revision}. What changed there:`,
    describeChanges(terminal, changes),
    ...(conflicts.length === 0 ? [] : ['', describeConflicts(terminal, conflicts, sides)]),
  ].join('\n')
}

export const registerUpstream: Register = (parent, open) => {
  parent
    .command('upstream')
    .description(
      'Show what has changed in the workflow that yours was copied from, and what conflicts with your changes.',
    )
    .argument('<workflow>', copyHelp)
    .addHelpText('after', examples('workflows upstream 12', 'workflows upstream "My belt" --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const upstream = await context.client.proposals.upstream({ params: { id } })
      show(context, upstream, () => describeUpstream(context, upstream))
      if (!upstream.up_to_date) remark(context, `Take it over with: hidesync workflows merge ${id}`)
    })
}

export const registerMerge: Register = (parent, open) => {
  addSides(parent.command('merge'), sides)
    .description(
      'Take over into your copy what has changed in the original, beside what you changed. It asks about conflicts.',
    )
    .argument('<workflow>', copyHelp)
    .option('--dry-run', 'Only show what would be taken over, and what is to decide.')
    .addHelpText(
      'after',
      examples(
        'workflows merge 12 --dry-run',
        'workflows merge 12 --theirs all',
        'workflows merge 12 --theirs all --ours step/57/instructions',
      ),
    )
    .action(async (text: string, options: SideOptions & { readonly dryRun?: boolean }, command) => {
      const context = await open(command)
      const { client } = context
      const params = { id: await resolveWorkflow(context, text) }
      const upstream = await client.proposals.upstream({ params })
      const { conflicts, up_to_date, revision } = upstream
      if (options.dryRun === true) {
        const left = conflicts.length - resolutionsOf(conflicts, options).length
        show(context, upstream, () => describeUpstream(context, upstream))
        return remark(context, left === 0 ? 'Nothing was stored.' : `Nothing was stored; ${left} left to decide.`)
      }
      const resolutions = await decideConflicts(context, conflicts, options, sides)
      const merged = await client.proposals.mergeUpstream({ params, body: { resolutions } })
      show(context, merged, () =>
        up_to_date
          ? describeUpstream(context, upstream)
          : `“${cleanLine(merged.name)}” (workflow ${merged.id}) has what revision ${revision} of ${sayOriginal(upstream)} brought.`,
      )
    })
}
