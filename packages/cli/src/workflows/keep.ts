import { examples, type Register, show } from '../command-line/context.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

export const registerWorkflowKeep: Register = (parent, open) => {
  parent
    .command('keep')
    .description('Keep the present draft as a revision to which you can go back.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--note <text>', 'What to remember it by.')
    .addHelpText('after', examples('workflows keep 7 --note "Before the new lining"'))
    .action(async (text: string, { note }: { readonly note?: string }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const revision = await context.client.revisions.keep({ params: { id }, body: { note: note ?? null } })
      show(context, revision, () => `Kept as revision ${revision.revision}.`)
    })
}
