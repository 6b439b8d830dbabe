import { needWords } from '@hidesync/domain/navigation/converse/step-answers'
import { stepsAhead } from '@hidesync/domain/navigation/ahead'
import { needsOf, type StepNeed } from '@hidesync/domain/navigation/guidance'
import { namesOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { playTexts } from './texts/texts-in.ts'

/** A thing that only some ways to the end need, and the steps that it is for. */
interface NeededPerhaps {
  readonly need: StepNeed
  readonly step_ids: readonly number[]
}

interface Needed {
  /** Whatever is chosen: each thing once, materials added up, tools as many as are needed at once. */
  readonly certain: readonly StepNeed[]
  /** What is not needed anyway: materials as each step takes them, since of two steps only one may come. */
  readonly perhaps: readonly NeededPerhaps[]
}

const keyOf = ({ type, name, unit }: StepNeed): string => [type, name, unit].join('\n')

/** What is needed from here on. */
function neededFromHere(run: Run): Needed {
  const ahead = stepsAhead(run)
  const certain = new Map<string, StepNeed>()
  for (const need of ahead.certain.flatMap(({ id }) => needsOf(run, id))) {
    const known = certain.get(keyOf(need))
    certain.set(keyOf(need), known === undefined ? need : joined(known, need))
  }
  const perhaps = new Map<string, NeededPerhaps>()
  for (const { id } of ahead.possible)
    for (const need of needsOf(run, id)) {
      const { quantity } = certain.get(keyOf(need)) ?? { quantity: -1 }
      if (need.type !== 'material' && (quantity ?? 1) >= (need.quantity ?? 1)) continue
      const key = `${keyOf(need)}\n${need.quantity}`
      perhaps.set(key, { need, step_ids: [...(perhaps.get(key)?.step_ids ?? []), id] })
    }
  return { certain: [...certain.values()], perhaps: [...perhaps.values()] }
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

/** Everything that is needed from here on, as lines: what is certain by its kind, then what depends on the way, with its steps. */
export function inventoryLines(run: Run): readonly string[] {
  const { inventory } = playTexts(run.language)
  const { optional } = textsFor(run).answers
  const { certain, perhaps } = neededFromHere(run)
  if (certain.length + perhaps.length === 0) return [inventory.nothing]
  const line = (need: StepNeed): string => `- ${needWords(run, need)}${need.is_optional ? ` (${optional})` : ''}`
  const block = (heading: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [heading, ...items]
  const ofType = (type: StepNeed['type']) => certain.filter(need => need.type === type).map(line)
  return [
    ...(certain.length === 0 ? [] : [inventory.run]),
    ...block(inventory.materials, ofType('material')),
    ...block(inventory.tools, ofType('tool')),
    ...block(inventory.documents, ofType('documentation')),
    ...block(
      inventory.perhaps,
      perhaps.map(({ need, step_ids }) => `${line(need)}, ${inventory.forSteps(namesOf(run, step_ids))}`),
    ),
  ]
}
