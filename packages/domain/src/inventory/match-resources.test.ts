import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchResources, type Need, type StockItem } from './match-resources.ts'

const material = (id: number, name: string, unit: string): StockItem => ({ resource_type: 'material', id, name, unit })
const stock: readonly StockItem[] = [
  material(1, 'Vegetable tanned leather', 'dm2'),
  material(2, 'Waxed linen thread', 'm'),
  material(3, 'Bee’s wax', 'g'),
  { resource_type: 'tool', id: 1, name: 'Schneidemesser', unit: null },
]
const need = (name: string, unit: string | null, resource_type: Need['resource_type'] = 'material'): Need => ({
  resource_type,
  name,
  unit,
})
const found = (...needs: Need[]) =>
  matchResources(needs, stock).map(({ match, id, candidates }) => [match, id, candidates.map(one => one.id)])

describe('matchResources', () => {
  it('takes the same name in a unit that converts for the thing itself', () => {
    expect(found(need('VEGETABLE-TANNED  Leather', 'sq ft'), need('Waxed linen thread', null))).toEqual([
      ['matched', 1, []],
      ['matched', 2, []],
    ])
  })

  it('offers what resembles it, and the same name in a unit that leads nowhere, for a person to decide', () => {
    expect(found(need('Veg tanned leather', 'm2'), need('Waxed linen thread', 'kg'))).toEqual([
      ['similar', undefined, [1]],
      ['similar', undefined, [2]],
    ])
  })

  it('calls the rest new, and never takes a tool for a material', () => {
    expect(
      found(need('Brass rivets', 'piece'), need('Schneidemesser', null), need('Schneidemesser', null, 'tool')),
    ).toEqual([
      ['new', undefined, []],
      ['new', undefined, []],
      ['matched', 1, []],
    ])
  })

  it('finds everything that a workshop has under its own name and unit', () => {
    const item = fc.record({
      resource_type: fc.constantFrom('material' as const, 'tool' as const, 'documentation' as const),
      id: fc.nat(),
      name: fc.string({ unit: 'grapheme', minLength: 1 }).filter(name => /\p{L}/u.test(name)),
      unit: fc.constantFrom('m', 'g', 'piece', 'own unit'),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), items => {
        for (const match of matchResources(items, items)) expect(match.match).toBe('matched')
      }),
    )
  })
})
