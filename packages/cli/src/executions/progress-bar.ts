import type { Progress } from '@hidesync/contract/executions/execution.schemas'
import type { Terminal } from '../terminal/terminal.ts'
import { sayNumber } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'

const cells = 20

/** Twenty cells, the done ones filled. */
export function bar(done: number, total: number): string {
  const filled = total > 0 ? Math.min(cells, Math.max(0, Math.floor((cells * done) / total))) : 0
  return '█'.repeat(filled) + '░'.repeat(cells - filled)
}

/** How far it is, in four lines; without the bar for a screen reader. */
export function progressLines({ width, plain }: Pick<Terminal, 'width' | 'plain'>, progress: Progress): string[] {
  const { completed_steps, total_steps, progress_percentage, current_step_name, estimated_remaining_time } = progress
  return [
    `Progress: ${completed_steps}/${total_steps} (${progress_percentage.toFixed(1)}%)`,
    ...(plain ? [] : [`[${bar(completed_steps, total_steps)}]`]),
    '',
    ...wrap(`Current Step: ${current_step_name ?? 'none'}`, width),
    `Estimated Remaining: ${sayNumber(Math.round(estimated_remaining_time * 10) / 10)} minutes`,
  ]
}
