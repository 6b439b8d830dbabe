import { textsFor } from '@hidesync/domain/navigation/run'
import { displayWidth } from '../../terminal/display-width.ts'
import { readMarkdown } from '../../terminal/markdown.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { alsoSaid, type Exit } from './exits.ts'
import type { Scene } from './scene.ts'
import { tellExits, tellScene } from './tell-scene.ts'
import { playTexts } from './texts/texts-in.ts'

/** What is shown of a scene, and what “more” goes on with. */
export interface Shown {
  readonly lines: readonly string[]
  readonly rest: readonly string[]
}

type Look = Pick<Terminal, 'width' | 'style'>

const cells = 20

/** The title, and at the end of its line a bar where there is room for one. */
function titleLines({ width, style }: Look, { title, done }: Scene): string[] {
  const size = Math.min(cells, width - displayWidth(title) - 3)
  if (size < 5 || done.total === 0) return wrap(title, width).map(style.strong)
  const filled = Math.min(size, Math.max(0, Math.floor((size * done.completed) / done.total)))
  const gap = ' '.repeat(width - displayWidth(title) - size)
  return [`${style.strong(title)}${gap}${style.good('█'.repeat(filled))}${style.quiet('░'.repeat(size - filled))}`]
}

function headLines(look: Look, scene: Scene): string[] {
  const { run, step, standing } = scene
  const texts = playTexts(run.language)
  const place = step === null ? [] : [texts.step(step.step_number)]
  const facts = [...place, ...standing].join(' · ')
  return [...titleLines(look, scene), ...wrap(facts, look.width).map(look.style.quiet), '']
}

const paragraph = ({ width, style }: Look, heading: string, text: string): string[] =>
  wrap(`${heading} ${text}`, width).map((line, index) =>
    index === 0 && line.startsWith(heading) ? style.strong(heading) + line.slice(heading.length) : line,
  )

/** The ways on, numbered, and what can be said beside. */
function exitLines(look: Look, { run, exits }: Pick<Scene, 'run' | 'exits'>): string[] {
  const { width, style } = look
  const texts = playTexts(run.language)
  const numbered = exits.map((exit, index) => ({ ...exit, number: index + 1 }))
  const choices = numbered.filter(
    (exit): exit is Exit & { consequence: string; number: number } => exit.consequence !== null,
  )
  const others = numbered.filter(({ consequence }) => consequence === null)
  const inLine = others.map(({ label, number }) => `${label} (${number})`).join(', ')
  return [
    ...(choices.length > 0 ? [style.strong(texts.choose)] : []),
    ...choices.flatMap(({ label, consequence, number }) => [
      ...wrap(label, width, ` ${number}. `).map(style.strong),
      ...wrap(consequence, width, '    '),
    ]),
    ...(inLine === '' ? [] : paragraph(look, texts.exits, inLine)),
    ...wrap(texts.orSay(alsoSaid(run)), width).map(style.quiet),
  ]
}

function stepHead({ width, style }: Look, { step, facts, deadline }: Scene): string[] {
  if (step === null) return []
  const [name = '', ...lines] = wrap([step.step_name, ...facts].join(' · '), width, `${step.step_number}. `)
  const named = `${step.step_number}. ${step.step_name}`
  const first = name.startsWith(named)
    ? style.strong(named) + style.quiet(name.slice(named.length))
    : style.strong(name)
  return [first, ...lines, ...(deadline === null ? [] : wrap(deadline, width).map(style.warning))]
}

const warningLines = ({ width, style }: Look, { step }: Scene): string[] =>
  (step?.warnings ?? []).flatMap(text => wrap(text, width, '! ')).map(style.warning)

const tipLines = (look: Look, { run, step }: Scene): string[] =>
  step === null || step.tips.length === 0
    ? []
    : [look.style.strong(playTexts(run.language).tips), ...step.tips.flatMap(text => wrap(text, look.width, ' • '))]

/** What “more” tells once the instructions have been read. */
export function detailLines(look: Look, scene: Scene): string[] {
  const details = scene.step?.detailed_instructions ?? null
  const texts = playTexts(scene.run.language)
  return [
    ...(details === null ? [] : [look.style.strong(texts.details), ...wrapProse(readMarkdown(details), look.width)]),
    ...tipLines(look, scene),
  ]
}

/** The ways on alone. */
export const renderExits = (look: Pick<Terminal, 'width' | 'style' | 'plain'>, scene: Pick<Scene, 'run' | 'exits'>) =>
  look.plain ? tellExits(look, scene) : exitLines(look, scene)

/** Fewest lines of the instructions that are worth a look. */
const fewest = 3

/** A scene as it stands on a screen of `height` rows; without one nothing is held back. */
function layOut(look: Look, scene: Scene, height: number | null): Shown {
  const { width, style } = look
  const { step, run } = scene
  const texts = playTexts(run.language)
  const head = [...headLines(look, scene), ...stepHead(look, scene)]
  const description = step?.description ? wrapProse(readMarkdown(step.description), width).map(style.quiet) : []
  const warnings = warningLines(look, scene)
  const body = step?.instructions ? wrapProse(readMarkdown(step.instructions), width) : []
  const foot = [
    ...(scene.needs.length === 0
      ? []
      : paragraph(look, texts.youSee, scene.needs.join(`${textsFor(run).words.semicolon} `))),
    ...scene.beside.flatMap(({ heading, items }) => paragraph(look, heading, items.join(' '))),
    ...(scene.advice === null ? [] : wrap(scene.advice, width)),
    ...exitLines(look, scene),
  ]
  const details = detailLines(look, scene)
  const all = [...head, ...description, ...warnings, ...body, ...foot]
  // The prompt takes a row, too.
  const room = height === null ? Infinity : height - 1
  if (all.length <= room) return { lines: all, rest: details }
  const fixed = [...head, ...warnings]
  const space = Math.max(fewest, room - fixed.length - foot.length - 1)
  if (body.length <= space + 1) return { lines: [...fixed, ...body, ...foot], rest: details }
  const readOn = wrap(texts.readOn(texts.words.more[0]), width).map(style.quiet)
  const shown = body.slice(0, Math.max(fewest, space + 1 - readOn.length))
  return { lines: [...fixed, ...shown, ...readOn, ...foot], rest: [...body.slice(shown.length), ...details] }
}

/** The scene as the terminal can show it: laid out below `above` lines that belong to it, or told a thing a line. */
export function renderScene(
  terminal: Pick<Terminal, 'width' | 'height' | 'style' | 'plain'>,
  scene: Scene,
  above = 0,
): Shown {
  const { height, plain } = terminal
  if (!plain) return layOut(terminal, scene, height === null ? null : height - above)
  return { lines: tellScene(terminal, scene), rest: detailLines(terminal, scene) }
}
