import { expect, test } from 'vitest'
import { interfaceLanguages } from '../app/i18n.ts'
import { catalogueOf } from '../testing/catalogue.ts'
import { icuArguments } from '../testing/icu-arguments.ts'
import { textsOf } from '../testing/texts-of.ts'

const files = import.meta.glob<Record<string, unknown>>('./*.json', { import: 'default', eager: true })

const english = textsOf(catalogueOf('en'))
const catalogues = interfaceLanguages.map(language => [language, textsOf(catalogueOf(language))] as const)

test('there is an English catalogue, and none of its texts is empty', () => {
  expect(english.size).toBeGreaterThan(300)
  expect([...english].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('every language has the parts that English has, and what one part says no other does', () => {
  const keysOf = (path: string) => Object.keys(files[path] ?? {}).toSorted()
  const parts = Object.keys(files).flatMap(path => /^\.\/(\w+)\.en\.json$/.exec(path)?.[1] ?? [])
  const all = parts.flatMap(part => keysOf(`./${part}.en.json`))
  expect(all).toHaveLength(new Set(all).size)
  const expected = parts.map(part => [part, keysOf(`./${part}.en.json`)])
  for (const language of interfaceLanguages)
    expect(parts.map(part => [part, keysOf(`./${part}.${language}.json`)])).toEqual(expected)
})

test.each(catalogues)('the catalogue %s has the keys of the English one, no more and no fewer', (_language, texts) => {
  expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test.each(catalogues)(
  'the texts of the catalogue %s take the arguments that the English ones take',
  (_language, texts) => {
    const names = (key: string, text: string) => {
      // A language may count where English does not, and the other way round: the argument is the same.
      const plain = icuArguments(text).names.map(name => name.replace(/ (plural|number)$/, ''))
      return [key, [...new Set(plain)].toSorted()] as const
    }
    expect([...texts].map(([key, text]) => names(key, text))).toEqual(
      [...texts].map(([key]) => names(key, english.get(key) ?? '')),
    )
  },
)

test.each(catalogues)('every plural of the catalogue %s has the forms of its language', (language, texts) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const wrong = [...texts].flatMap(([key, text]) =>
    icuArguments(text).plurals.flatMap(cases => {
      // A text that is the same for all numbers has that one form.
      if (cases.join() === 'other') return []
      const differing = [
        ...pluralCategories.filter(form => !cases.includes(form)).map(form => `${key}: “${form}” is missing`),
        ...cases
          .filter(form => !pluralCategories.some(known => known === form))
          .map(form => `${key}: no “${form}” here`),
      ]
      return differing
    }),
  )
  expect(wrong).toEqual([])
})

test.each(catalogues)('the catalogue %s writes numbers in the digits of its language', (_language, texts) => {
  const counted = new Set(
    'count hours minutes days done ahead all total at percent pass passes have here least most example'.split(' '),
  )
  const plain = [...texts].filter(([, text]) => icuArguments(text).names.some(name => counted.has(name)))
  expect(plain.map(([key]) => key)).toEqual([])
})
