import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPreset } from './check-preset.ts'
import type { PresetWorkflow } from './preset.ts'

const folder = new URL('../../../../presets/', import.meta.url)

type Texts = Readonly<Record<string, string | readonly string[]>>

/** What there is to read in some parts, by where it stands. */
const textsOf = (kind: string, parts: Readonly<Record<string, object>> | null | undefined): Texts =>
  Object.fromEntries(
    Object.entries(parts ?? {}).flatMap(([id, part]) =>
      Object.entries(part)
        .filter((entry): entry is [string, string | string[]] => entry[1] !== null && entry[1].length > 0)
        .map(([field, text]) => [`${kind} ${id} ${field}`, text] as const),
    ),
  )

const byId = <T extends { readonly id: string | number | null }>(parts: readonly T[], texts: (part: T) => object) =>
  Object.fromEntries(parts.map(part => [String(part.id), texts(part)]))

/** All that the workflow says in its own language, under the names that translations use. */
const sourceTexts = ({ name, description, steps, outcomes, paths }: PresetWorkflow): Texts => ({
  ...textsOf('workflow', { itself: { name, description } }),
  ...textsOf(
    'steps',
    byId(steps, step => {
      const { name, description, instructions, detailed_instructions, tips, warnings } = step
      return { name, description, instructions, detailed_instructions, tips, warnings }
    }),
  ),
  ...textsOf(
    'outcomes',
    byId(outcomes, ({ name, description }) => ({ name, description })),
  ),
  ...textsOf(
    'paths',
    byId(paths, ({ name, description }) => ({ name, description })),
  ),
  ...textsOf(
    'decision_options',
    byId(
      steps.flatMap(step => step.decision_options),
      ({ option_text }) => ({ option_text }),
    ),
  ),
})

const translatedTexts = (translation: PresetWorkflow['translations'][string]): Texts => {
  const { name = null, description = null, steps, outcomes, paths, decision_options } = translation
  return {
    ...textsOf('workflow', { itself: { name, description } }),
    ...textsOf('steps', steps),
    ...textsOf('outcomes', outcomes),
    ...textsOf('paths', paths),
    ...textsOf('decision_options', decision_options),
  }
}

const shape = (text: string | readonly string[] | undefined): string =>
  typeof text === 'string' ? `${text.split('\n').length} lines` : `${text?.length ?? 0} entries`
const shapes = (texts: Texts) =>
  Object.entries(texts)
    .map(([place, text]) => `${place}: ${shape(text)}`)
    .toSorted()

/** The numbers of a text; a comma may be the decimal point. */
const numbers = (text: string | readonly string[] | undefined): readonly string[] =>
  [text ?? ''].flat().flatMap(part => part.replaceAll(/(\d),(\d)/g, '$1.$2').match(/\d+(?:\.\d+)?/g) ?? [])

const translated = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .flatMap(file => {
    const checked = checkPreset(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    if (!checked.ok) throw new Error(`${file} is refused: ${JSON.stringify(checked.errors, null, 2)}`)
    const { workflow } = checked.preset
    const source = sourceTexts(workflow)
    return Object.entries(workflow.translations).map(([locale, translation]) => ({
      file,
      locale,
      source,
      texts: translatedTexts(translation),
    }))
  })

it('lets the wallet be made in German, French and Spanish', () => {
  const languages = translated.filter(({ file }) => file === 'basic_leather_project.json').map(({ locale }) => locale)
  expect(languages.toSorted()).toEqual(['de', 'es', 'fr'])
})

describe.each(translated)('$file in $locale', ({ source, texts }) => {
  it('says all that the original says, line by line', () => {
    expect(shapes(texts)).toEqual(shapes(source))
  })

  it('has no measure, time or grit that the original does not have', () => {
    const invented = Object.entries(texts).flatMap(([place, text]) => {
      const known = new Set(numbers(source[place]))
      return numbers(text)
        .filter(number => !known.has(number))
        .map(number => `${place}: ${number}`)
    })
    expect(invented).toEqual([])
  })

  it('is in another language', () => {
    const same = Object.keys(texts).filter(place => String(texts[place]) === String(source[place]))
    expect(same).toEqual([])
  })
})
