import { convert, unitOf, type UnitCode } from './units.ts'

export type UnitSystem = 'metric' | 'imperial'

/** A quantity as somebody reads it who measures otherwise than the author. */
export interface ShownQuantity {
  readonly quantity: number
  readonly unit: UnitCode
  /** It is one of sixteenths, as a rule for inches has them. */
  readonly isFraction: boolean
}

/** Units from the smallest up, each with the quantity from which on the next one reads better. */
type Ladder = Partial<Readonly<Record<UnitCode, number>>>

interface Way {
  readonly system: UnitSystem
  readonly ladder: Ladder
}

const all = Infinity
const way = (system: UnitSystem, ladder: Ladder, ...from: readonly UnitCode[]): [UnitCode, Way][] =>
  from.map(unit => [unit, { system, ladder }])

const millimetres: Ladder = { mm: 100, cm: 100, m: all }
const squareCentimetres: Ladder = { cm2: 1000, m2: all }
const millilitres: Ladder = { ml: 1000, l: all }
const grams: Ladder = { g: 1000, kg: all }
const inches: Ladder = { in: 36, ft: all }
const squareInches: Ladder = { sq_in: 144, sq_ft: all }
const fluidOunces: Ladder = { fl_oz: 32, quart: 4, gal: all }
const ounces: Ladder = { oz: 16, lb: all }

/** What the units of one system become in the other. Spoons are the same in both, and what is counted has no system. */
const ways: ReadonlyMap<UnitCode, Way> = new Map([
  ...way('metric', millimetres, 'in', 'ft', 'yd'),
  ...way('metric', squareCentimetres, 'sq_in', 'sq_ft', 'sq_yd'),
  ...way('metric', millilitres, 'fl_oz', 'cup', 'pint', 'quart', 'gal', 'cu_in'),
  ...way('metric', { m3: all }, 'cu_ft', 'board_ft'),
  ...way('metric', grams, 'oz', 'lb'),
  ...way('imperial', inches, 'mm', 'cm', 'm'),
  ...way('imperial', squareInches, 'mm2', 'cm2', 'dm2', 'm2'),
  ...way('imperial', fluidOunces, 'ml', 'cl', 'dl', 'l'),
  ...way('imperial', { cu_ft: all }, 'm3'),
  ...way('imperial', ounces, 'mg', 'g', 'kg', 't'),
])

/** How far a sixteenth of an inch may be from what is meant, as a part of it. */
const nearEnough = 0.04

const digits = (quantity: number, count: number): number => Number(quantity.toPrecision(count))

function rounded(exact: number, unit: UnitCode): ShownQuantity {
  if (unit !== 'in') return { quantity: digits(exact, 3), unit, isFraction: false }
  const sixteenths = Math.round(exact * 16) / 16
  if (Math.abs(sixteenths - exact) <= exact * nearEnough) return { quantity: sixteenths, unit, isFraction: true }
  return { quantity: digits(exact, 2), unit, isFraction: false }
}

/**
 * The quantity in the units of a system, rounded to what one measures: three digits; inches to sixteenths, or to two digits where none
 * is near. Null: it is read as it is written, since it belongs to the system already or to none.
 */
export function shownIn(system: UnitSystem, quantity: number, unit: string): ShownQuantity | null {
  const code = unitOf(unit)?.code
  const found = code === undefined ? undefined : ways.get(code)
  if (code === undefined || found?.system !== system) return null
  for (const [target, upTo] of Object.entries(found.ladder)) {
    const exact = convert(quantity, code, target)
    if (exact !== null && exact < upTo) return rounded(exact, target as UnitCode)
  }
  return null
}
