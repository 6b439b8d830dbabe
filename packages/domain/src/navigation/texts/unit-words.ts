import type { UnitCode } from '../../inventory/units.ts'
import type { Language } from '../../text/language.ts'

type Forms = readonly [one: string, other: string]
type Named = Readonly<Record<Language, Forms>>

const same = (text: string): Forms => [text, text]
const unit = (en: Forms, de: Forms, fr: Forms, es: Forms): Named => ({ en, de, fr, es })

/** What a unit is called when it is spoken; one that is missing does not compile. */
export const unitWords: Readonly<Record<UnitCode, Named>> = {
  m: unit(['metre', 'metres'], same('Meter'), ['mètre', 'mètres'], ['metro', 'metros']),
  cm: unit(
    ['centimetre', 'centimetres'],
    same('Zentimeter'),
    ['centimètre', 'centimètres'],
    ['centímetro', 'centímetros'],
  ),
  mm: unit(
    ['millimetre', 'millimetres'],
    same('Millimeter'),
    ['millimètre', 'millimètres'],
    ['milímetro', 'milímetros'],
  ),
  in: unit(['inch', 'inches'], same('Zoll'), ['pouce', 'pouces'], ['pulgada', 'pulgadas']),
  ft: unit(['foot', 'feet'], same('Fuß'), ['pied', 'pieds'], ['pie', 'pies']),
  yd: unit(['yard', 'yards'], ['Yard', 'Yards'], ['yard', 'yards'], ['yarda', 'yardas']),
  m2: unit(
    ['square metre', 'square metres'],
    same('Quadratmeter'),
    ['mètre carré', 'mètres carrés'],
    ['metro cuadrado', 'metros cuadrados'],
  ),
  dm2: unit(
    ['square decimetre', 'square decimetres'],
    same('Quadratdezimeter'),
    ['décimètre carré', 'décimètres carrés'],
    ['decímetro cuadrado', 'decímetros cuadrados'],
  ),
  cm2: unit(
    ['square centimetre', 'square centimetres'],
    same('Quadratzentimeter'),
    ['centimètre carré', 'centimètres carrés'],
    ['centímetro cuadrado', 'centímetros cuadrados'],
  ),
  mm2: unit(
    ['square millimetre', 'square millimetres'],
    same('Quadratmillimeter'),
    ['millimètre carré', 'millimètres carrés'],
    ['milímetro cuadrado', 'milímetros cuadrados'],
  ),
  sq_in: unit(
    ['square inch', 'square inches'],
    same('Quadratzoll'),
    ['pouce carré', 'pouces carrés'],
    ['pulgada cuadrada', 'pulgadas cuadradas'],
  ),
  sq_ft: unit(
    ['square foot', 'square feet'],
    same('Quadratfuß'),
    ['pied carré', 'pieds carrés'],
    ['pie cuadrado', 'pies cuadrados'],
  ),
  sq_yd: unit(
    ['square yard', 'square yards'],
    ['Quadratyard', 'Quadratyards'],
    ['yard carré', 'yards carrés'],
    ['yarda cuadrada', 'yardas cuadradas'],
  ),
  m3: unit(
    ['cubic metre', 'cubic metres'],
    same('Kubikmeter'),
    ['mètre cube', 'mètres cubes'],
    ['metro cúbico', 'metros cúbicos'],
  ),
  l: unit(['litre', 'litres'], same('Liter'), ['litre', 'litres'], ['litro', 'litros']),
  dl: unit(['decilitre', 'decilitres'], same('Deziliter'), ['décilitre', 'décilitres'], ['decilitro', 'decilitros']),
  cl: unit(
    ['centilitre', 'centilitres'],
    same('Zentiliter'),
    ['centilitre', 'centilitres'],
    ['centilitro', 'centilitros'],
  ),
  ml: unit(
    ['millilitre', 'millilitres'],
    same('Milliliter'),
    ['millilitre', 'millilitres'],
    ['mililitro', 'mililitros'],
  ),
  cu_in: unit(
    ['cubic inch', 'cubic inches'],
    same('Kubikzoll'),
    ['pouce cube', 'pouces cubes'],
    ['pulgada cúbica', 'pulgadas cúbicas'],
  ),
  cu_ft: unit(
    ['cubic foot', 'cubic feet'],
    same('Kubikfuß'),
    ['pied cube', 'pieds cubes'],
    ['pie cúbico', 'pies cúbicos'],
  ),
  board_ft: unit(
    ['board foot', 'board feet'],
    same('Board-Foot'),
    ['pied-planche', 'pieds-planche'],
    ['pie tablar', 'pies tablares'],
  ),
  fl_oz: unit(
    ['fluid ounce', 'fluid ounces'],
    ['Flüssigunze', 'Flüssigunzen'],
    ['once liquide', 'onces liquides'],
    ['onza líquida', 'onzas líquidas'],
  ),
  tsp: unit(
    ['teaspoon', 'teaspoons'],
    same('Teelöffel'),
    ['cuillère à café', 'cuillères à café'],
    ['cucharadita', 'cucharaditas'],
  ),
  tbsp: unit(
    ['tablespoon', 'tablespoons'],
    same('Esslöffel'),
    ['cuillère à soupe', 'cuillères à soupe'],
    ['cucharada', 'cucharadas'],
  ),
  cup: unit(['cup', 'cups'], ['Tasse', 'Tassen'], ['tasse', 'tasses'], ['taza', 'tazas']),
  pint: unit(['pint', 'pints'], ['Pint', 'Pints'], ['pinte', 'pintes'], ['pinta', 'pintas']),
  quart: unit(
    ['quart', 'quarts'],
    ['Quart', 'Quarts'],
    ['quart américain', 'quarts américains'],
    ['cuarto de galón', 'cuartos de galón'],
  ),
  gal: unit(['gallon', 'gallons'], ['Gallone', 'Gallonen'], ['gallon', 'gallons'], ['galón', 'galones']),
  t: unit(['tonne', 'tonnes'], ['Tonne', 'Tonnen'], ['tonne', 'tonnes'], ['tonelada', 'toneladas']),
  kg: unit(['kilogram', 'kilograms'], same('Kilogramm'), ['kilogramme', 'kilogrammes'], ['kilo', 'kilos']),
  g: unit(['gram', 'grams'], same('Gramm'), ['gramme', 'grammes'], ['gramo', 'gramos']),
  mg: unit(
    ['milligram', 'milligrams'],
    same('Milligramm'),
    ['milligramme', 'milligrammes'],
    ['miligramo', 'miligramos'],
  ),
  oz: unit(['ounce', 'ounces'], ['Unze', 'Unzen'], ['once', 'onces'], ['onza', 'onzas']),
  lb: unit(['pound', 'pounds'], ['Pfund', 'Pfund'], ['livre', 'livres'], ['libra', 'libras']),
  piece: unit(['piece', 'pieces'], same('Stück'), ['pièce', 'pièces'], ['pieza', 'piezas']),
  pair: unit(['pair', 'pairs'], same('Paar'), ['paire', 'paires'], ['par', 'pares']),
  dozen: unit(['dozen', 'dozen'], same('Dutzend'), ['douzaine', 'douzaines'], ['docena', 'docenas']),
  set: unit(['set', 'sets'], ['Satz', 'Sätze'], ['jeu', 'jeux'], ['juego', 'juegos']),
  sheet: unit(['sheet', 'sheets'], same('Bogen'), ['feuille', 'feuilles'], ['hoja', 'hojas']),
  strip: unit(['strip', 'strips'], same('Streifen'), ['bande', 'bandes'], ['tira', 'tiras']),
  roll: unit(['roll', 'rolls'], ['Rolle', 'Rollen'], ['rouleau', 'rouleaux'], ['rollo', 'rollos']),
  skein: unit(['skein', 'skeins'], ['Strang', 'Stränge'], ['écheveau', 'écheveaux'], ['madeja', 'madejas']),
  ball: unit(['ball', 'balls'], same('Knäuel'), ['pelote', 'pelotes'], ['ovillo', 'ovillos']),
  spool: unit(['spool', 'spools'], ['Spule', 'Spulen'], ['bobine', 'bobines'], ['carrete', 'carretes']),
  hide: unit(['hide', 'hides'], ['Haut', 'Häute'], ['peau', 'peaux'], ['piel', 'pieles']),
  bottle: unit(['bottle', 'bottles'], ['Flasche', 'Flaschen'], ['bouteille', 'bouteilles'], ['botella', 'botellas']),
  tube: unit(['tube', 'tubes'], ['Tube', 'Tuben'], ['tube', 'tubes'], ['tubo', 'tubos']),
  can: unit(['can', 'cans'], ['Dose', 'Dosen'], ['boîte', 'boîtes'], ['lata', 'latas']),
  bag: unit(['bag', 'bags'], same('Beutel'), ['sac', 'sacs'], ['bolsa', 'bolsas']),
  box: unit(['box', 'boxes'], ['Schachtel', 'Schachteln'], ['boîte', 'boîtes'], ['caja', 'cajas']),
  drop: unit(['drop', 'drops'], same('Tropfen'), ['goutte', 'gouttes'], ['gota', 'gotas']),
  pinch: unit(['pinch', 'pinches'], ['Prise', 'Prisen'], ['pincée', 'pincées'], ['pizca', 'pizcas']),
}
