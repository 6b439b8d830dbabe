import { folded } from '../text/folded.ts'

/**
 * Units of measure by their codes, with the everyday spellings in which people write them, and what converts into what.
 * Things that are counted in kinds of their own (sheets, skeins, …) convert into nothing else.
 */

/** What is measured. Units convert within one of these and never across. */
export type Dimension = 'length' | 'area' | 'volume' | 'mass' | 'count' | 'own'

interface UnitRule {
  readonly dimension: Dimension
  /** In the smallest unit of its dimension: mm, mm², mm³ (µl), mg, pieces. */
  readonly factor: number
  /** How people write it, beside the code; compared without regard to case, accents and dots. */
  readonly spellings: string
}

const rule = (dimension: Dimension, factor: number, spellings: string): UnitRule => ({ dimension, factor, spellings })
const own = (spellings: string): UnitRule => rule('own', 1, spellings)

const inch = 25.4
const foot = 12 * inch
const yard = 3 * foot
/** The US gallon, of 231 cubic inches, in mm³; its parts halve it again and again. */
const gallon = 231 * inch ** 3
const pound = 453_592.37

const rules = {
  m: rule('length', 1000, 'metre, metres, meter, meters, mtr, metro, metros, mètre, mètres'),
  cm: rule(
    'length',
    10,
    'centimetre, centimetres, centimeter, centimeters, zentimeter, centimètre, centimètres, centímetro, centímetros',
  ),
  mm: rule(
    'length',
    1,
    'millimetre, millimetres, millimeter, millimeters, millimètre, millimètres, milímetro, milímetros',
  ),
  in: rule('length', inch, 'inch, inches, ", ″, zoll, pouce, pouces, pulgada, pulgadas'),
  ft: rule('length', foot, "foot, feet, ', ′, fuss, fuß, pied, pieds, pie, pies"),
  yd: rule('length', yard, 'yds, yard, yards, yarda, yardas'),
  m2: rule(
    'area',
    1e6,
    'sq m, sqm, qm, square metre, square metres, square meter, square meters, quadratmeter, mètre carré, mètres carrés, metro cuadrado, metros cuadrados',
  ),
  dm2: rule(
    'area',
    1e4,
    'sq dm, square decimetre, square decimetres, square decimeter, square decimeters, quadratdezimeter, décimètre carré, décimètres carrés, decímetro cuadrado, decímetros cuadrados',
  ),
  cm2: rule(
    'area',
    100,
    'sq cm, square centimetre, square centimetres, square centimeter, square centimeters, quadratzentimeter, centimètre carré, centimètres carrés, centímetro cuadrado, centímetros cuadrados',
  ),
  mm2: rule(
    'area',
    1,
    'sq mm, square millimetre, square millimetres, square millimeter, square millimeters, quadratmillimeter',
  ),
  sq_in: rule(
    'area',
    inch ** 2,
    'in2, sqin, sq in, square inch, square inches, quadratzoll, pouce carré, pouces carrés, pulgada cuadrada, pulgadas cuadradas',
  ),
  sq_ft: rule(
    'area',
    foot ** 2,
    'ft2, sqft, sf, sq ft, square foot, square feet, quadratfuss, quadratfuß, pied carré, pieds carrés, pie cuadrado, pies cuadrados',
  ),
  sq_yd: rule('area', yard ** 2, 'yd2, sqyd, sq yd, square yard, square yards'),
  m3: rule(
    'volume',
    1e9,
    'cbm, cubic metre, cubic metres, cubic meter, cubic meters, kubikmeter, mètre cube, mètres cubes, metro cúbico, metros cúbicos',
  ),
  l: rule('volume', 1e6, 'litre, litres, liter, liters, litro, litros, ltr'),
  dl: rule('volume', 1e5, 'decilitre, decilitres, deciliter, deciliters, deziliter'),
  cl: rule('volume', 1e4, 'centilitre, centilitres, centiliter, centiliters, zentiliter'),
  ml: rule(
    'volume',
    1000,
    'millilitre, millilitres, milliliter, milliliters, mililitro, mililitros, cc, ccm, cm3, cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters, kubikzentimeter',
  ),
  cu_in: rule('volume', inch ** 3, 'in3, cubic inch, cubic inches'),
  cu_ft: rule('volume', foot ** 3, 'ft3, cubic foot, cubic feet'),
  board_ft: rule('volume', foot * foot * inch, 'bf, bdft, bd ft, fbm, board foot, board feet'),
  fl_oz: rule('volume', gallon / 128, 'floz, fluid ounce, fluid ounces, us fl oz'),
  tsp: rule(
    'volume',
    gallon / 768,
    'tsps, teaspoon, teaspoons, tl, teelöffel, cuillère à café, cuillères à café, cucharadita, cucharaditas',
  ),
  tbsp: rule(
    'volume',
    gallon / 256,
    'tbsps, tablespoon, tablespoons, el, esslöffel, cuillère à soupe, cuillères à soupe, cucharada, cucharadas',
  ),
  cup: rule('volume', gallon / 16, 'cups, us cup, us cups'),
  pint: rule('volume', gallon / 8, 'pt, pints'),
  quart: rule('volume', gallon / 4, 'qt, qts, quarts'),
  gal: rule('volume', gallon, 'gallon, gallons, us gallon, us gallons'),
  t: rule('mass', 1e9, 'tonne, tonnes, metric ton, metric tons'),
  kg: rule('mass', 1e6, 'kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kilogramm, kilogramo, kilogramos'),
  g: rule('mass', 1000, 'gr, gm, gram, grams, gramme, grammes, gramm, gramo, gramos'),
  mg: rule('mass', 1, 'milligram, milligrams, milligramme, milligrammes, milligramm, miligramo, miligramos'),
  oz: rule('mass', pound / 16, 'ounce, ounces, unze, unzen, once, onces, onza, onzas'),
  lb: rule('mass', pound, 'lbs, pound, pounds, livre, livres, libra, libras'),
  piece: rule(
    'count',
    1,
    'pieces, pc, pcs, pce, ea, each, unit, units, item, items, count, stück, stueck, stk, st, pièce, pièces, pieza, piezas, unidad, unidades',
  ),
  pair: rule('count', 2, 'pairs, pr, prs, paar, paire, paires, par, pares'),
  dozen: rule('count', 12, 'dozens, doz, dutzend, douzaine, douzaines, docena, docenas'),
  set: own('sets, satz, sätze, juego, juegos'),
  sheet: own('sheets, bogen, bögen, blatt, blätter, feuille, feuilles, hoja, hojas'),
  strip: own('strips, streifen, bande, bandes, tira, tiras'),
  roll: own('rolls, rolle, rollen, rouleau, rouleaux, rollo, rollos'),
  skein: own('skeins, hank, hanks, strang, stränge, écheveau, écheveaux, madeja, madejas'),
  ball: own('balls, knäuel, pelote, pelotes, ovillo, ovillos'),
  spool: own('spools, spule, spulen, bobine, bobines, carrete, carretes'),
  hide: own('hides, haut, häute, peau, peaux, piel, pieles'),
  bottle: own('bottles, flasche, flaschen, bouteille, bouteilles, botella, botellas'),
  tube: own('tubes, tuben, tubo, tubos'),
  can: own('cans, tin, tins, dose, dosen, lata, latas'),
  bag: own('bags, beutel, sac, sacs, sachet, sachets, bolsa, bolsas'),
  box: own('boxes, schachtel, schachteln, boîte, boîtes, caja, cajas'),
  drop: own('drops, tropfen, goutte, gouttes, gota, gotas'),
  pinch: own('pinches, prise, prisen, pincée, pincées, pizca, pizcas'),
} as const satisfies Record<string, UnitRule>

export type UnitCode = keyof typeof rules

export const unitCodes = Object.keys(rules) as readonly UnitCode[]

export interface Unit {
  readonly code: UnitCode
  readonly dimension: Dimension
}

/** One spelling of many: without case, accents, dots, underscores; `²` reads as 2. */
const spelling = (text: string): string => folded(text).replaceAll(/[._]/g, ' ').replaceAll(/\s+/g, ' ').trim()

const bySpelling: ReadonlyMap<string, UnitCode> = new Map(
  unitCodes.flatMap(code => [code, ...rules[code].spellings.split(', ')].map(text => [spelling(text), code] as const)),
)

/** No spelling is longer; what is longer is not looked at. */
const longest = 50

/** The unit that a text names, by its code or in an everyday spelling such as “sq. ft” or “Stück”; null if it names none. */
export function unitOf(text: string): Unit | null {
  if (text.length > longest) return null
  const code = bySpelling.get(spelling(text))
  return code === undefined ? null : { code, dimension: rules[code].dimension }
}

/**
 * The quantity in another unit, both named by code or spelling; null where no rule leads from one to the other. A unit that
 * nobody knows converts into itself alone.
 */
export function convert(quantity: number, from: string, to: string): number | null {
  const source = unitOf(from)
  const target = unitOf(to)
  if (source === null || target === null)
    return source === target && spelling(from.slice(0, longest + 1)) === spelling(to.slice(0, longest + 1))
      ? quantity
      : null
  if (source.code === target.code) return quantity
  if (source.dimension !== target.dimension || source.dimension === 'own') return null
  const exact = (quantity * rules[source.code].factor) / rules[target.code].factor
  // The last digit is the arithmetic's, not the quantity's.
  return Number(exact.toPrecision(15))
}
