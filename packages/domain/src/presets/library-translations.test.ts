import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bindDocument } from '../translations/bind.ts'
import { completenessOf } from '../translations/completeness.ts'
import { textUnits, unitKey } from '../translations/text-unit.ts'
import { checkPreset } from './check-preset.ts'
import type { PresetWorkflow } from './preset.ts'
import { importedTranslations } from './translation-ids.ts'

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
    byId(outcomes, ({ name, description, success_criteria }) => ({ name, description, success_criteria })),
  ),
  ...textsOf(
    'resources',
    byId(
      steps.flatMap(step => step.resources),
      ({ name, notes }) => ({ name, notes }),
    ),
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
  const { name = null, description = null, steps, resources, outcomes, paths, decision_options } = translation
  return {
    ...textsOf('workflow', { itself: { name, description } }),
    ...textsOf('steps', steps),
    ...textsOf('resources', resources),
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
    const { workflow, preset_info } = checked.preset
    const source = sourceTexts(workflow)
    const { definition } = checked
    const units = textUnits({ id: 1, ...preset_info }, definition)
    const documents = importedTranslations(workflow, definition)
    return Object.entries(workflow.translations).map(([locale, translation]) => {
      const fresh = { translation: new Map(), confirm: false }
      const { texts, problems } = bindDocument(units, documents[locale] ?? {}, fresh)
      const completeness = completenessOf(units, new Map(texts.map(text => [unitKey(text), text])))
      return { file, locale, source, texts: translatedTexts(translation), imported: { problems, completeness } }
    })
  })

it.each(['basic_leather_project.json', 'simple_woodworking.json'])(
  'lets %s be made in German, French and Spanish',
  project => {
    const languages = translated.filter(({ file }) => file === project).map(({ locale }) => locale)
    expect(languages.toSorted()).toEqual(['de', 'es', 'fr'])
  },
)

describe.each(translated)('$file in $locale', ({ source, texts, imported }) => {
  it('says all that the original says, line by line', () => {
    expect(shapes(texts)).toEqual(shapes(source))
  })

  it('is complete, every text belonging to the part that it was made for', () => {
    const { problems, completeness } = imported
    expect(problems).toEqual([])
    expect(completeness).toEqual({ total: completeness.total, done: completeness.total, missing: [], outdated: [] })
    expect(completeness.total).toBeGreaterThan(100)
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
