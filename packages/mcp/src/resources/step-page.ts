import type { StepGuidance } from '@hidesync/contract/navigation/navigation.schemas'
import { amount, line, page, section } from './markdown.ts'

/** A step as it is told at the bench: warnings before everything else. */
export function stepPage(step: StepGuidance): string {
  return page(
    `# ${step.step_number}. ${line(step.step_name)}`,
    section('Warnings', step.warnings.map(line)),
    step.primary_guidance,
    step.description,
    step.instructions,
    step.detailed_instructions,
    section(
      'Needs',
      step.resources.map(
        ({ quantity, unit, name, is_optional }) =>
          `${amount(quantity, unit)}${line(name ?? 'something without a name')}${is_optional ? ' (optional)' : ''}`,
      ),
    ),
    section('Tips', step.tips.map(line)),
    section(
      'What can be chosen',
      step.decision_options.map(
        ({ id, text, next_step_name }) =>
          `${line(text)} (option ${id})${next_step_name === null ? '' : `: leads to ${line(next_step_name)}`}`,
      ),
    ),
  )
}
