import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../packages/web/src/ui/tokens.css', import.meta.url), 'utf8')

type Tokens = ReadonlyMap<string, string>

/** The declarations of the blocks with this selector, one after the other. */
function block(selector: string): readonly (readonly [string, string])[] {
  const bodies = css.split(`\n  ${selector} {\n`).slice(1)
  return bodies.flatMap(rest =>
    Array.from(
      rest.slice(0, rest.indexOf('\n  }')).matchAll(/(--[\w-]+):\s*([^;]+);/g),
      ([, name = '', value = '']) => [name, value] as const,
    ),
  )
}

const normal: Tokens = new Map(block(':root'))
const contrast: Tokens = new Map([...normal, ...block("[data-contrast='more']")])

/** The colour of a token in a theme, through all `var()`. */
function colour(tokens: Tokens, name: string, dark: boolean): string {
  const value = tokens.get(name) ?? ''
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  if (other !== undefined) return colour(tokens, other, dark)
  const [, light, night] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? []
  const found = dark ? night : light
  if (found === undefined) throw new Error(`${name} is no pair of colours: ${value}`)
  return found
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** The ratio of WCAG, 1 to 21. */
function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['--bg', '--surface', '--surface-2']
const inks = [...normal.keys()].filter(name => name.endsWith('-fg'))

/** What is written on what, and how clearly it has to stand out at least. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...inks.flatMap(ink => [...grounds, ink.replace(/-fg$/, '-tint')].map(ground => [ink, ground, 4.5] as const)),
  ...inks.map(ink => ['--on-solid', ink.replace(/-fg$/, '-solid'), 4.5] as const),
  ...['--text', '--text-2', '--text-3'].flatMap(text => grounds.map(ground => [text, ground, 4.5] as const)),
  ['--text', '--surface-3', 4.5],
  ...grounds.map(ground => ['--border-strong', ground, 3] as const),
  ...grounds.map(ground => ['--focus-outer', ground, 3] as const),
]

const tooWeak = (tokens: Tokens, dark: boolean, factor = 1) =>
  pairs
    .map(([ink, ground, least]) => {
      const found = ratio(colour(tokens, ink, dark), colour(tokens, ground, dark))
      return { pair: `${ink} on ${ground}`, found: Math.round(found * 100) / 100, least: least * factor }
    })
    .filter(({ found, least }) => found < least)

test.each([
  ['light', false],
  ['dark', true],
])('H06: every pair of tokens can be told apart in the %s theme', (_name, dark) => {
  expect(inks.length).toBeGreaterThan(20)
  expect(tooWeak(normal, dark)).toEqual([])
})

test.each([
  ['light', false],
  ['dark', true],
])('high contrast holds text at 7:1, and borders at 4.5:1, in the %s theme', (_name, dark) => {
  const weak = tooWeak(contrast, dark, 7 / 4.5).filter(({ pair }) => !/(step|edge)-.*-solid/.test(pair))
  expect(weak).toEqual([])
})
