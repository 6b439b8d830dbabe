import { textsFor } from '@hidesync/domain/navigation/run'
import { readMarkdown } from '../../terminal/markdown.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { alsoSaid } from './exits.ts'
import type { Scene } from './scene.ts'
import { playTexts } from './texts/texts-in.ts'

const sentence = (parts: readonly string[], locale: string): string => {
  const text = parts.join(', ')
  return text === '' ? '' : `${text.slice(0, 1).toLocaleUpperCase(locale)}${text.slice(1)}.`
}

/** A heading, then a thing a line; nothing where there is nothing. */
const block = (width: number, heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [...wrap(heading, width), ...items.flatMap(text => wrap(text, width, '- '))]

/** What is chosen may hold a colon of its own, so that what comes of it is another sentence. */
const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** The ways on, a line each, and what can be said beside. */
export function tellExits(
  { width }: { readonly width: number },
  { run, exits }: Pick<Scene, 'run' | 'exits'>,
): string[] {
  const texts = playTexts(run.language)
  return [
    ...(exits.length === 0 ? [] : wrap(texts.waysOn, width)),
    ...exits.flatMap(({ label, consequence }, index) =>
      wrap(consequence === null ? label : `${asSentence(label)} ${asSentence(consequence)}`, width, `${index + 1}. `),
    ),
    ...wrap(`${texts.orSay(alsoSaid(run))}.`, width),
  ]
}

/** A scene for whoever hears it, and for files: full sentences, a thing a line, no signs that are only to be seen. */
export function tellScene({ width }: { readonly width: number }, scene: Scene): string[] {
  const { run, step } = scene
  const texts = playTexts(run.language)
  const { answers } = textsFor(run)
  const say = (text: string): string[] => (text === '' ? [] : wrap(text, width))
  const place = step === null ? '' : answers.youAreAt(step.step_name, step.step_number)
  return [
    ...say(`${scene.title.replace(' · ', ', ')}.`),
    ...say(place),
    ...say(sentence(scene.facts, run.language)),
    ...say(sentence(scene.standing, run.language)),
    ...say(scene.deadline ?? ''),
    ...block(width, texts.warnings, step?.warnings ?? []),
    ...wrapProse(readMarkdown(step?.description ?? ''), width).filter(line => line !== ''),
    ...(step?.instructions ? wrapProse(readMarkdown(step.instructions), width) : []),
    ...block(width, texts.youSee, scene.needs),
    ...scene.beside.flatMap(({ heading, items }) => block(width, heading, items)),
    ...say(scene.advice ?? ''),
    ...tellExits({ width }, scene),
  ]
}
