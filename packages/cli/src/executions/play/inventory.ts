import { isSettled, stepAt } from '@hidesync/domain/executions/letters'
import { needWords } from '@hidesync/domain/navigation/converse/step-answers'
import { needsOf, type StepNeed } from '@hidesync/domain/navigation/guidance'
import { textsFor, type Run } from '@hidesync/domain/navigation/run'
import { playTexts } from './texts/texts-in.ts'

/** What is needed from here on, each thing once: materials added up, tools as many as are needed at once. */
export function neededFromHere(run: Run): readonly StepNeed[] {
  const { workflow, state } = run
  const ahead = workflow.steps.filter(({ index }) => {
    const letter = stepAt(state.steps, index)
    return !isSettled(letter) && letter !== 'dead'
  })
  const together = new Map<string, StepNeed>()
  for (const need of ahead.flatMap(({ id }) => needsOf(run, id))) {
    const key = [need.type, need.name, need.unit].join('\n')
    const known = together.get(key)
    together.set(key, known === undefined ? need : joined(known, need))
  }
  return [...together.values()]
}

function joined(one: StepNeed, other: StepNeed): StepNeed {
  const { quantity: first } = one
  const { quantity: second } = other
  const both = one.type === 'material' ? (first ?? 0) + (second ?? 0) : Math.max(first ?? 0, second ?? 0)
  return {
    ...one,
    quantity: first === null && second === null ? null : Math.round(both * 1e6) / 1e6,
    is_optional: one.is_optional && other.is_optional,
  }
}

/** Everything that is needed from here on, as lines: a heading, then a thing a line. */
export function inventoryLines(run: Run): readonly string[] {
  const { inventory } = playTexts(run.language)
  const { optional } = textsFor(run).answers
  const needs = neededFromHere(run)
  if (needs.length === 0) return [inventory.nothing]
  const block = (heading: string, type: StepNeed['type']): string[] => {
    const things = needs.filter(need => need.type === type)
    if (things.length === 0) return []
    return [heading, ...things.map(need => `- ${needWords(run, need)}${need.is_optional ? ` (${optional})` : ''}`)]
  }
  return [
    inventory.run,
    ...block(inventory.materials, 'material'),
    ...block(inventory.tools, 'tool'),
    ...block(inventory.documents, 'documentation'),
  ]
}
