import { examples, type Register } from '../command-line/context.ts'
import { positiveNumber } from '../command-line/values.ts'
import { chooseRun, type ChoiceOptions } from './play/choose-run.ts'
import { locale } from './play/language.ts'
import { playExecution } from './play/play-execution.ts'

export const registerPlay: Register = (parent, open) => {
  parent
    .command('play')
    .description('Be led through a run, step by step, as in a text adventure: by number or in your own words.')
    .argument('[run]', 'Its number, or the beginning of its workflow’s name; without it, the open one.')
    .option('--new', 'Begin anew, although a run of it is open.')
    .option(
      '--lang <language>',
      'English, German, French or Spanish: en, de, fr, es (default: LC_ALL, LC_MESSAGES, LANG, else your account’s).',
      locale,
    )
    .option('--transcript <file>', 'Keep what is shown and said in a file, as plain text.')
    .option(
      '--patience <seconds>',
      'For how long to wait for a server that does not answer (default: 120).',
      positiveNumber,
    )
    .addHelpText(
      'after',
      `${examples('play', 'play 12', 'play "Basic Leather Wallet" --lang de', 'play wallet --plain', 'play 12 --transcript evening.txt', 'play 12 < commands.txt')}

A workflow of which no run is open is started. Say “help” in the play for what it understands; “look”,
“inventory”, “map” and “more” show where you are. Ctrl-C or “quit” leaves the run where it is.
Commands may be piped in, a line each; then it is told in plain sentences, without times of the clock. Exit
code 0 once the run is over or after “quit”, 1 if the input ends before that. With --json the transcript goes
to the standard error.`,
    )
    .action(async (text: string | undefined, options: ChoiceOptions, command) => {
      const context = await open(command)
      await playExecution(context, await chooseRun(context, text, options), options)
    })
}
