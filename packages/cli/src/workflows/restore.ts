import { examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger } from '../command-line/values.ts'
import { describeChanges } from './describe-changes.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

export const registerWorkflowRestore: Register = (parent, open) => {
  parent
    .command('restore')
    .description('Make a revision the draft again; the draft in hand is kept as a revision first.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .argument('<revision>', 'Its number.', positiveInteger)
    .addHelpText('after', examples('workflows restore 7 3'))
    .action(async (text: string, revision: number, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const restored = await context.client.revisions.restore({ params: { id, revision } })
      show(context, restored, () => describeChanges(context.terminal, restored.changes))
    })
}
