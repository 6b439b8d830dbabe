import type { StepGuidance } from '@hidesync/contract/navigation/navigation.schemas'
import { amount, line, page, section } from './markdown.ts'

/** A step as it is told at the bench: warnings before everything else. */
export function stepPage(step: StepGuidance): string {
  const { primary_guidance, instructions } = step
  // The kinds of steps that come with the product tell the instructions in their guidance, others need not.
  const isTold = instructions !== null && primary_guidance.includes(instructions.trim())
  return page(
    `# ${step.step_number}. ${line(step.step_name)}`,
    section('Warnings', step.warnings.map(line)),
    primary_guidance,
    step.description,
    !isTold && instructions,
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
