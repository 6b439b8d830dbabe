import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { cancelReason } from '@hidesync/domain/executions/cancel-reason'
import { linesOf } from '@hidesync/domain/navigation/context'
import { textsFor, type Run } from '@hidesync/domain/navigation/run'
import { standingInView } from '@hidesync/domain/navigation/standing'
import type { Terminal } from '../../terminal/terminal.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { playTexts } from './texts/texts-in.ts'

/** What a run came to, when it is over, and why; `isTold`: that it is over has just been said. */
export function endLines(
  { width, style }: Pick<Terminal, 'width' | 'style'>,
  run: Run,
  execution: Execution,
  isTold: boolean,
): string[] {
  const texts = playTexts(run.language)
  const { primary, message } = linesOf(textsFor(run), standingInView(run).situation)
  const outcome = run.definition.outcomes.find(({ id }) => id === execution.selected_outcome_id)
  const { total_duration, progress } = execution
  const why = execution.failure_reason ?? cancelReason(run.history)
  return [
    '',
    ...wrap(run.workflow_name, width).map(style.strong),
    ...(isTold ? [] : wrap(primary, width)),
    ...(why === null ? [] : wrap(texts.whyEnded(why), width)),
    ...(execution.status === 'completed' && outcome !== undefined ? wrap(texts.made(outcome.name), width) : []),
    ...(execution.status === 'completed' && outcome?.description ? wrapProse(outcome.description, width) : []),
    ...wrap(message, width),
    ...wrap(texts.allDone(progress.completed_steps, total_duration ?? progress.elapsed_time), width),
  ]
}
