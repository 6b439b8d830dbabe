import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Terminal } from '../terminal/terminal.ts'
import { sayMinutes, sayTime } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { progressLines } from './progress-bar.ts'

const endings: Partial<Record<Execution['status'], string>> = {
  paused: 'It is paused: the clock stands still until you resume.',
  timeout: 'It ran past its time limit; resume it to go on.',
  cancelled: 'It was cancelled.',
  completed: 'It is finished.',
}

/** What became of it, in a sentence or none. */
export function endingOf(execution: Execution): string | null {
  if (execution.status !== 'failed') return endings[execution.status] ?? null
  return `It failed${execution.failure_reason ? `: ${execution.failure_reason}` : '.'}`
}

/** An execution in a few lines: what, since when, how far. */
export function describeExecution(terminal: Terminal, execution: Execution): string {
  const { width, style } = terminal
  const { id, workflow_name, status, started_at, completed_at, total_duration, progress } = execution
  const ending = endingOf(execution)
  return [
    ...wrap(workflow_name, width).map(style.strong),
    `Run ${id} · ${status} · started ${sayTime(started_at)}`,
    ...(completed_at === null ? [] : [`Ended ${sayTime(completed_at)}`]),
    ...(total_duration === null ? [] : [`Took ${sayMinutes(total_duration)}`]),
    ...(ending === null ? [] : wrap(ending, width)),
    '',
    ...progressLines(terminal, progress),
  ].join('\n')
}
