import type { Run } from '@hidesync/domain/navigation/run'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
import { playTexts } from '../texts/texts-in.ts'
import type { MapWay } from './ways.ts'

/** A way out of a step in words; the step that it leads to goes by its number. */
export function sayWay({ language }: Pick<Run, 'language'>, { kind, label, target, isForward }: MapWay): string {
  const { ways } = playTexts(language).map
  const number = target + 1
  if (kind !== 'option') return ways[isForward ? kind : 'loop'](number)
  return isForward ? ways.option(label ?? '', number) : ways.optionBack(label ?? '', number)
}

/** The same as a sign beside the lanes, its target first, since what follows may be cut off. */
export function markWay({ language }: Pick<Run, 'language'>, { kind, label, target, isForward }: MapWay): string {
  const { when } = playTexts(language).map
  const words = kind === 'option' ? textsIn(language).words.quoted(label ?? '') : kind === 'plain' ? '' : when[kind]
  return `${isForward ? '→' : '↺'} ${target + 1} ${words}`.trimEnd()
}
