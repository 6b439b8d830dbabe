import { examples, type Register } from '../command-line/context.ts'
import { positiveNumber } from '../command-line/values.ts'
import { executionArgument, executionHelp } from './command-result.ts'
import { playExecution } from './play/play-execution.ts'
import { resolveExecution } from './resolve-execution.ts'

export const registerPlay: Register = (parent, open) => {
  parent
    .command('play')
    .description('Be led through a run, step by step: by number or by a few plain words.')
    .argument(executionArgument, executionHelp)
    .option(
      '--patience <seconds>',
      'For how long to wait for a server that does not answer (default: 120).',
      positiveNumber,
    )
    .addHelpText(
      'after',
      `${examples('play', 'play 12', 'play wallet --plain', 'play 12 < commands.txt')}

Say “help” in the play for everything that it understands. Ctrl-C leaves the run where it is.
Commands may be piped in, a line each: exit code 0 once the run is over or after “quit”, 1 if
the input ends before that. With --json the transcript goes to the standard error.`,
    )
    .action(async (text: string | undefined, options: { readonly patience?: number }, command) => {
      const context = await open(command)
      await playExecution(context, await resolveExecution(context, text), options)
    })
}
