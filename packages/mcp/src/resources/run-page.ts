import type { NavigationContext } from '@hidesync/contract/navigation/navigation.schemas'
import { line, page, section } from './markdown.ts'

export function runPage(run: NavigationContext): string {
  const { progress, current_step, guidance, navigation_options, recent_history } = run
  const percent = Math.round(progress.progress_percentage)
  return page(
    `# ${line(run.workflow_name)}`,
    `Run ${run.execution_id}, ${run.status}: ${progress.completed_steps} of ${progress.total_steps} steps (${percent} %), about ${Math.round(progress.estimated_remaining_time)} minutes left.`,
    current_step !== null &&
      `In view: step ${current_step.number}, ${line(current_step.name)} (id ${current_step.id}).`,
    guidance.primary,
    guidance.secondary,
    section(
      'What can be done now',
      navigation_options.map(({ label, description }) => line(`${label}: ${description}`)),
    ),
    section(
      'What was done last',
      recent_history.map(({ message }) => line(message)),
    ),
  )
}
