import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, fromOklch, toOklch, type Hex } from './color.ts'
import { readColorScheme } from './color-scheme.ts'
import { craftOf, craftScheme } from './craft-scheme.ts'
import { derive, worstContrast } from './derive.ts'
import { themeVars } from './theme-vars.ts'
import type { JsonObject } from '../workflows/definition.ts'

const color = fc.nat(0xffffff).map((value): Hex => `#${value.toString(16).padStart(6, '0')}`)

describe('the colours of a theme', () => {
  it('can be read in light and dark, whatever colour was chosen', () => {
    const all = fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (hex, mode) => {
      expect(worstContrast(derive(hex, mode), mode)).toBeGreaterThanOrEqual(4.5)
    })
    fc.assert(all, {
      numRuns: 300,
      examples: [
        ['#000000', 'light'],
        ['#000000', 'dark'],
        ['#ffffff', 'light'],
        ['#ffff00', 'light'],
        ['#0000ff', 'dark'],
      ],
    })
  })

  it('survive the way to lightness, chroma and hue and back', () => {
    fc.assert(
      fc.property(color, hex => {
        const back = fromOklch(toOklch(hex))
        for (const at of [1, 3, 5])
          expect(Math.abs(parseInt(back.slice(at, at + 2), 16) - parseInt(hex.slice(at, at + 2), 16))).toBeLessThan(3)
      }),
    )
  })

  it('contrast as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#8A4B16', '#8A4B16')).toBe(1)
  })

  it('become custom properties for both modes; the primary stands in for an accent', () => {
    const scheme = { version: 1, primary: '#8A4B16', accent: null, step_types: { quality_check: '#0E7C7B' } } as const
    const variables = themeVars(scheme)
    expect(Object.keys(variables)).toHaveLength(9)
    expect(variables['--wf-fg']).toMatch(/^light-dark\(#[\da-f]{6}, #[\da-f]{6}\)$/)
    expect(variables['--wf-accent-solid']).toBe(variables['--wf-solid'])
    expect(variables['--step-quality-check-tint']).toBeDefined()
  })
})

describe('a colour scheme', () => {
  it('is read with its colours in capitals', () => {
    expect(readColorScheme({ version: 1, primary: '#8a4b16', step_types: { tool: '#0e7c7b' } })).toEqual({
      ok: true,
      scheme: { version: 1, primary: '#8A4B16', accent: null, step_types: { tool: '#0E7C7B' } },
      notices: [],
    })
  })

  it('of an older file is taken over, with a notice of what is not', () => {
    const read = readColorScheme({ primary: '#8A4B16', secondary: '#1F5FA8', background: '#FFFFFF', text: 'black' })
    expect(read).toMatchObject({ ok: true, scheme: { accent: '#1F5FA8' } })
    expect(read.ok && read.notices).toEqual([
      '“secondary” was taken as the accent.',
      '“background” was left out: the app’s own surfaces keep everything readable.',
      '“text” was left out: the app’s own surfaces keep everything readable.',
    ])
  })

  it('says of everything that is wrong where it is', () => {
    const pathsOf = (value: Parameters<typeof readColorScheme>[0]) => {
      const read = readColorScheme(value)
      return read.ok ? [] : read.problems.map(({ path }) => path)
    }
    expect(pathsOf('brown')).toEqual([''])
    expect(pathsOf({})).toEqual(['/primary'])
    expect(pathsOf({ primary: 'brown', accent: 7, version: 2, shade: 1 })).toEqual([
      '/shade',
      '/version',
      '/primary',
      '/accent',
    ])
    expect(pathsOf({ primary: '#000000', step_types: { Tool: '#000000', time: '#12345' } })).toEqual([
      '/step_types/Tool',
      '/step_types/time',
    ])
    expect(pathsOf({ primary: '#000000', step_types: [] })).toEqual(['/step_types'])
    expect(pathsOf(JSON.parse('{"primary": "#000000", "step_types": {"__proto__": "#000000"}}'))).toEqual([
      '/step_types/__proto__',
    ])
  })
})

describe('the colours of a workflow without a theme', () => {
  it.each([
    ['leatherworking', 'leather'],
    ['Holzarbeiten', 'wood'],
    ['metalworking', 'metal'],
    ['fiber arts', 'fibre'],
    ['textiles', 'fibre'],
    ['general crafting', 'other'],
    [null, 'other'],
  ])('%s is %s', (category, craft) => {
    expect(craftOf(category)).toBe(craft)
    expect(readColorScheme(craftScheme(category) as unknown as JsonObject)).toMatchObject({ ok: true, notices: [] })
  })
})
