import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownIn, type UnitSystem } from './shown-in.ts'
import { convert, unitCodes } from './units.ts'

type Amount = readonly [quantity: number, unit: string]

test.each<[UnitSystem, Amount, Amount]>([
  ['metric', [2, 'in'], [50.8, 'mm']],
  ['metric', [12, 'inches'], [30.5, 'cm']],
  ['metric', [3, 'yd'], [2.74, 'm']],
  ['metric', [2.5, 'sq_ft'], [0.232, 'm2']],
  ['metric', [8, 'sq. in'], [51.6, 'cm2']],
  ['metric', [4.83, 'oz'], [137, 'g']],
  ['metric', [3, 'lb'], [1.36, 'kg']],
  ['metric', [2, 'cups'], [473, 'ml']],
  ['metric', [2, 'gal'], [7.57, 'l']],
  ['metric', [10, 'board_ft'], [0.0236, 'm3']],
  ['imperial', [30, 'cm'], [11.8125, 'in']],
  ['imperial', [25, 'mm'], [1, 'in']],
  ['imperial', [3, 'mm'], [0.12, 'in']],
  ['imperial', [2, 'm'], [6.56, 'ft']],
  ['imperial', [6, 'dm²'], [93, 'sq_in']],
  ['imperial', [1, 'm2'], [10.8, 'sq_ft']],
  ['imperial', [250, 'g'], [8.82, 'oz']],
  ['imperial', [2, 'kg'], [4.41, 'lb']],
  ['imperial', [200, 'ml'], [6.76, 'fl_oz']],
  ['imperial', [5, 'l'], [1.32, 'gal']],
])('%s: %j is %j', (system, written, [quantity, unit]) => {
  expect(shownIn(system, ...written)).toMatchObject({ quantity, unit })
})

test.each<[UnitSystem, string]>([
  ['metric', 'cm'],
  ['metric', 'Stück'],
  ['metric', 'tsp'],
  ['imperial', 'sq_ft'],
  ['imperial', 'skein'],
  ['imperial', 'handful'],
])('%s: so much %s is read as it is written', (system, unit) => {
  expect(shownIn(system, 3, unit)).toBeNull()
})

test('only inches are told in fractions, and only where a sixteenth is near', () => {
  const fractions = [30, 0.3, 400].map(cm => shownIn('imperial', cm, 'cm')?.isFraction)
  expect(fractions).toEqual([true, false, false])
})

test('what is shown is what was written, as near as one measures, and needs no second look', () => {
  const system = fc.constantFrom<UnitSystem[]>('metric', 'imperial')
  const quantity = fc.double({ min: 0.001, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(system, quantity, fc.constantFrom(...unitCodes), (to, written, unit) => {
      const shown = shownIn(to, written, unit)
      if (shown === null) return
      const back = convert(shown.quantity, shown.unit, unit) ?? NaN
      expect(Math.abs(back - written)).toBeLessThanOrEqual(written * 0.05)
      expect(shownIn(to, shown.quantity, shown.unit)).toBeNull()
    }),
  )
})
