import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { addSides, decideConflicts, type SideOptions } from './conflicts.ts'
import { describeProposal, proposalSides } from './proposals.ts'

const workflowHelp = 'Its id, or the beginning of its name.'
const proposalHelp = 'The number of the proposal.'

const paramsOf = async (context: CliContext, text: string, proposal_id: number) => ({
  id: await resolveWorkflow(context, text),
  proposal_id,
})

const registerShow: Register = (parent, open) => {
  parent
    .command('show')
    .description('Show what a proposal would change now, and what of it conflicts with the workflow.')
    .argument('<workflow>', workflowHelp)
    .argument('<proposal>', proposalHelp, positiveInteger)
    .addHelpText('after', examples('workflows proposal show 3 17', 'workflows proposal show 3 17 --json'))
    .action(async (text: string, number: number, _options, command) => {
      const context = await open(command)
      const proposal = await context.client.proposals.get({ params: await paramsOf(context, text, number) })
      show(context, proposal, () => describeProposal(context, proposal))
    })
}

const registerAccept: Register = (parent, open) => {
  addSides(parent.command('accept'), proposalSides)
    .description('Take a proposal over into your workflow. It asks about conflicts.')
    .argument('<workflow>', workflowHelp)
    .argument('<proposal>', proposalHelp, positiveInteger)
    .addHelpText(
      'after',
      examples('workflows proposal accept 3 17', 'workflows proposal accept 3 17 --theirs all --ours step/57/name'),
    )
    .action(async (text: string, number: number, options: SideOptions, command) => {
      const context = await open(command)
      const { client } = context
      const params = await paramsOf(context, text, number)
      const { conflicts } = await client.proposals.get({ params })
      const resolutions = await decideConflicts(context, conflicts, options, proposalSides)
      const accepted = await client.proposals.accept({ params, body: { resolutions } })
      show(context, accepted, () => `Took over proposal ${accepted.id}, “${cleanLine(accepted.title)}”.`)
    })
}

const registerDecline: Register = (parent, open) => {
  parent
    .command('decline')
    .description('Decline a proposal to your workflow.')
    .argument('<workflow>', workflowHelp)
    .argument('<proposal>', proposalHelp, positiveInteger)
    .option('--reason <text>', 'Why, for whoever made it.')
    .addHelpText('after', examples('workflows proposal decline 3 17 --reason "The glue would not hold."'))
    .action(async (text: string, number: number, options: { readonly reason?: string }, command) => {
      const context = await open(command)
      const params = await paramsOf(context, text, number)
      const declined = await context.client.proposals.decline({ params, body: options })
      show(context, declined, () => `Declined proposal ${declined.id}, “${cleanLine(declined.title)}”.`)
    })
}

const registerWithdraw: Register = (parent, open) => {
  parent
    .command('withdraw')
    .description('Withdraw a proposal of your own.')
    .argument('<workflow>', workflowHelp)
    .argument('<proposal>', proposalHelp, positiveInteger)
    .addHelpText('after', examples('workflows proposal withdraw 3 17'))
    .action(async (text: string, number: number, _options, command) => {
      const context = await open(command)
      await context.client.proposals.withdraw({ params: await paramsOf(context, text, number) })
      show(context, null, () => `Proposal ${number} is withdrawn.`)
    })
}

export const registerProposal: Register = (parent, open) => {
  const proposal = parent.command('proposal').description('Look at one proposal, and decide about it.')
  for (const register of [registerShow, registerAccept, registerDecline, registerWithdraw]) register(proposal, open)
}
