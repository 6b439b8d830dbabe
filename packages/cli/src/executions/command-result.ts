import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { type CliContext, show } from '../command-line/context.ts'
import { wrap } from '../terminal/wrap.ts'
import { endingOf } from './describe-execution.ts'
import { progressLines } from './progress-bar.ts'

/** What people are told after a command: what it did, what became of the run, and how far it is now. */
export function showResult(context: CliContext, execution: Execution, done: string): void {
  const { terminal } = context
  const ending = endingOf(execution)
  show(context, execution, () =>
    [
      ...wrap(execution.undone?.message ?? done, terminal.width),
      ...(ending === null ? [] : wrap(ending, terminal.width)),
      '',
      ...progressLines(terminal, execution.progress),
    ].join('\n'),
  )
}

export const executionArgument = '[execution]'
export const executionHelp = 'Its number, or the beginning of its name; without it your only open one.'
export const stepHelp = 'Its number, the beginning of its name, or #id (default: the step in view).'
