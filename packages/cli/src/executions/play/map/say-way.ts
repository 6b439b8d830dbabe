import { nameOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { playTexts } from '../texts/texts-in.ts'
import type { MapWay } from './ways.ts'

/** The steps that a way leads to, by their numbers: “4 and 5”, or “4 or 5” where one of them is taken. */
function numbersOf(run: Run, { kind, targets, isExhaustive }: MapWay): string {
  const { map } = playTexts(run.language)
  const numbers = textsFor(run).words.list(
    targets.map(target => String(target + 1)),
    kind === 'depends' ? 'or' : 'and',
  )
  return kind === 'depends' && !isExhaustive ? map.orNot(numbers) : numbers
}

/** The decisions that a way depends on, in quotes; empty where nobody chooses it. */
function choicesAsked(run: Run, { asks }: MapWay): string {
  const { words } = textsFor(run)
  return words.names(asks.flatMap(index => nameOf(run, run.workflow.steps[index]?.id ?? null)))
}

/** A way out of a step in words; the steps that it leads to go by their numbers. */
export function sayWay(run: Run, way: MapWay): string {
  const { ways } = playTexts(run.language).map
  const numbers = numbersOf(run, way)
  const { kind, label, isForward } = way
  if (kind === 'option') return isForward ? ways.option(label ?? '', numbers) : ways.optionBack(label ?? '', numbers)
  if (!isForward) return ways.loop(numbers)
  return kind === 'depends' ? ways.depends(numbers, choicesAsked(run, way)) : ways[kind](numbers)
}

/** The same as a sign beside the lanes, its targets first, since what follows may be cut off. */
export function markWay(run: Run, way: MapWay): string {
  const { when, dependsOn } = playTexts(run.language).map
  const { kind, label } = way
  const words =
    kind === 'option'
      ? textsFor(run).words.quoted(label ?? '')
      : kind === 'plain'
        ? ''
        : kind === 'depends'
          ? dependsOn(choicesAsked(run, way))
          : when[kind]
  return `${way.isForward ? '→' : '↺'} ${numbersOf(run, way)} ${words}`.trimEnd()
}
