import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, unitCodes, unitOf } from './units.ts'

const unit = fc.constantFrom(...unitCodes)
const quantity = fc.double({ min: 1e-6, max: 1e9, noNaN: true })

describe('unitOf', () => {
  it.each([
    ['sq. ft', 'sq_ft'],
    ['Square Feet', 'sq_ft'],
    ['ft²', 'sq_ft'],
    ['sq_ft', 'sq_ft'],
    ['Stück', 'piece'],
    ['Stk.', 'piece'],
    ['pcs', 'piece'],
    ['pièces', 'piece'],
    ['m²', 'm2'],
    ['Fuß', 'ft'],
    ['fl. oz.', 'fl_oz'],
    ['  board   feet ', 'board_ft'],
    ['"', 'in'],
    ['cm³', 'ml'],
    ['Bögen', 'sheet'],
  ])('reads %j as %s', (text, code) => {
    expect(unitOf(text)?.code).toBe(code)
  })

  it.each(['', ' ', 'furlong', '__proto__', 'constructor', 'm'.repeat(1_000_000)])('does not know %j', text => {
    expect(unitOf(text)).toBeNull()
  })

  it('reads every code as itself, whatever the spellings of others are', () => {
    for (const code of unitCodes) expect(unitOf(code)?.code).toBe(code)
  })
})

describe('convert', () => {
  it.each([
    [2.5, 'm', 'cm', 250],
    [1, 'ft', 'in', 12],
    [1, 'sq_ft', 'sq_in', 144],
    [1, 'm2', 'dm2', 100],
    [1, 'sq ft', 'dm2', 9.290304],
    [1, 'lb', 'oz', 16],
    [1, 'lb', 'g', 453.59237],
    [1, 'gal', 'fl_oz', 128],
    [2, 'pairs', 'pcs', 4],
    [12, 'board_ft', 'cu_ft', 1],
    [0.3, 'l', 'ml', 300],
  ])('says that %d %s are, in %s, %d', (amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBe(expected)
  })

  it('comes back to the same quantity', () => {
    fc.assert(
      fc.property(quantity, unit, unit, (amount, from, to) => {
        const there = convert(amount, from, to)
        if (there === null) return
        expect(Math.abs((convert(there, to, from) ?? 0) / amount - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  it('finds a way within a dimension, of whatever length, and none across', () => {
    fc.assert(
      fc.property(quantity, unit, unit, unit, (amount, a, b, c) => {
        const [from, to] = [unitOf(a), unitOf(b)]
        const related = a === b || (from?.dimension === to?.dimension && from?.dimension !== 'own')
        expect(convert(amount, a, b) !== null).toBe(related)
        const twoSteps = convert(convert(amount, a, b) ?? Number.NaN, b, c)
        const oneStep = convert(amount, a, c)
        if (twoSteps === null || oneStep === null || Number.isNaN(twoSteps)) return
        expect(Math.abs(twoSteps / oneStep - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  it('knows of unknown units only that each is itself', () => {
    expect(convert(3, 'Fleece', 'fleece')).toBe(3)
    expect(convert(3, 'fleece', 'piece')).toBeNull()
    expect(convert(3, 'fleece', 'furlong')).toBeNull()
    expect(convert(3, 'sheet', 'piece')).toBeNull()
  })
})
