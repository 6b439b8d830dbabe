import type { Proposal, ProposalDetails } from '@hidesync/contract/community/proposal.schemas'
import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger, wholeNumber } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import { plural, sayTime } from '../terminal/words.ts'
import { wrap, wrapProse } from '../terminal/wrap.ts'
import { describeChanges } from '../workflows/describe-changes.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { describeConflicts } from './conflicts.ts'

export const proposalSides = { ours: 'the workflow', theirs: 'the proposal' }

const sayProposal = ({ id, title, author_name, status, created_at, decided_at }: Proposal): string =>
  `Proposal ${id}, “${cleanLine(title)}” by ${cleanLine(author_name)}: ${status} since ${sayTime(decided_at ?? created_at)}.`

/** A proposal as whoever decides about it wants to know it. */
export function describeProposal({ terminal }: CliContext, proposal: ProposalDetails): string {
  const { width } = terminal
  const { message, reason, comparison, conflicts } = proposal
  return [
    ...wrap(sayProposal(proposal), width),
    ...(message === null ? [] : ['', ...wrapProse(message, width)]),
    ...(reason === null ? [] : ['', ...wrapProse(`Reason: ${reason}`, width)]),
    '',
    describeChanges(terminal, comparison),
    ...(conflicts.length === 0 ? [] : ['', describeConflicts(terminal, conflicts, proposalSides)]),
  ].join('\n')
}

export const registerProposals: Register = (parent, open) => {
  parent
    .command('proposals')
    .description('List changes that others propose to a workflow, newest first: all to yours, to others’ your own.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
    .addHelpText('after', examples('workflows proposals 3', 'workflows proposals "Basic Leather" --json'))
    .action(async (text: string, query: { readonly limit?: number; readonly offset?: number }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const page = await context.client.proposals.list({ params: { id }, query })
      show(context, page, () =>
        page.items.length === 0
          ? page.total === 0
            ? 'Nobody has proposed anything that you may see.'
            : `There is nothing from ${page.offset} on: there are ${plural(page.total, 'proposal')} in all.`
          : `${table(
              context.terminal,
              [
                { title: 'Proposal', cell: row => String(row.id) },
                { title: 'Status', cell: row => row.status },
                { title: 'By', cell: row => row.author_name },
                { title: 'Made', cell: row => sayTime(row.created_at) },
                { title: 'Title', cell: row => row.title, flexible: true },
              ],
              page.items,
            )}${page.has_more ? `\n\nThe next: --offset ${page.offset + page.items.length}` : ''}`,
      )
    })
}
