import { expect, test } from 'vitest'
import { catalogueOf } from '../testing/catalogue.ts'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const parts = import.meta.glob<object>('../locales/*.en.json', { import: 'default', eager: true })
const namespacesOf = (part: string) => Object.keys(parts[`../locales/${part}.en.json`] ?? {})

/** `../executions/RunPage.tsx` as this folder sees it, from where the file that names it lies. */
const resolved = (from: string, path: string): string => {
  const { pathname } = new URL(path, new URL(from, 'file:///src/app/'))
  return pathname.startsWith('/src/app/') ? `./${pathname.slice(9)}` : `..${pathname.slice(4)}`
}

const matches = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = '']) => found)

/** A file and all that it imports, at once or later, but for the rooms that the router names. */
function closure(file: string, known = new Set<string>()): ReadonlySet<string> {
  const source = sources[file]
  if (source === undefined || known.has(file)) return known
  known.add(file)
  const pattern =
    file === './router.tsx' ? /^import (?!type ).* from '(\..+?)'/gm : /(?<!import type .*)(?:from |import\()'(\..+?)'/g
  for (const path of matches(source, pattern)) closure(resolved(file, path), known)
  return known
}

/** What is said where one is, by the first names of the texts. */
const said = (file: string) =>
  new Set([...closure(file)].flatMap(one => matches(sources[one] ?? '', /useTranslations\('(\w+)/g)))

const rooms = Array.from(
  (sources['./router.tsx'] ?? '').matchAll(/room\(\(\) => import\('(.+?)'\), '\w+'(?:, '(\w+)')?\)/g),
  ([, path = '', part]) => [path, part] as const,
)

test('what every page says stands in the first part of the catalogue', () => {
  const spoken = [...said('./start-app.tsx')]
  expect(spoken).toContain('palette')
  expect(spoken.filter(name => !namespacesOf('app').includes(name))).toEqual([])
})

test.each(rooms)('%s says nothing for which it does not bring the texts along: %s', (path, part) => {
  const there = [...namespacesOf('app'), ...(part === undefined ? [] : namespacesOf(part))]
  expect([...said(path)].filter(name => !there.includes(name))).toEqual([])
})

/** What comes with a refusal, not with a room. */
const saidOfRefusals = (file: string) =>
  [...closure(file)].flatMap(one => matches(sources[one] ?? '', /useRefusalTexts\('(\w+)/g))

test('every text is said somewhere', () => {
  expect(rooms.length).toBeGreaterThan(20)
  const spoken = new Set(
    ['./start-app.tsx', ...rooms.map(([path]) => path)].flatMap(file => [...said(file), ...saidOfRefusals(file)]),
  )
  expect(Object.keys(catalogueOf('en')).filter(name => !spoken.has(name))).toEqual([])
})
