type Counted = readonly (readonly [words: string, value: number])[]

const listed = (text: string, from: number, by = 1): [string, number][] =>
  text.split(' ').map((word, index) => [word.replaceAll('_', ' '), from + index * by])

/** Hundreds, and what follows the first; nobody counts further at a bench without digits. */
function withHundreds(
  below: Counted,
  hundreds: readonly (readonly [string, number])[],
  and: readonly string[],
): Counted {
  return [
    ...below,
    ...hundreds,
    ...hundreds
      .filter(([, value]) => value === 100)
      .flatMap(([hundred, value]) =>
        below.flatMap(([words, rest]) =>
          rest === 0 ? [] : and.map(each => [`${hundred}${each}${words}`, value + rest] as const),
        ),
      ),
  ]
}

export function englishNumbers(): Counted {
  const ones = listed('one two three four five six seven eight nine', 1)
  const teens = listed('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10)
  const tens = listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10)
  const below: Counted = [
    ['zero', 0],
    ...ones,
    ...teens,
    ...tens,
    ...tens.flatMap(([ten, value]) => ones.map(([one, rest]) => [`${ten} ${one}`, value + rest] as const)),
  ]
  const hundreds: Counted = [
    ['a hundred', 100],
    ...ones.map(([one, value]) => [`${one} hundred`, value * 100] as const),
  ]
  return [...withHundreds(below, hundreds, [' ', ' and ']), ['a', 1], ['an', 1]]
}

export function germanNumbers(): Counted {
  const ones = listed('ein zwei drei vier fünf sechs sieben acht neun', 1)
  const tens = listed('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10)
  const teens = listed('zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn', 10)
  const below: Counted = [
    ['null', 0],
    ['eins', 1],
    ['zwo', 2],
    ...ones,
    ...teens,
    ...tens,
    ...tens.flatMap(([ten, value]) =>
      ones.flatMap(([one, rest]) => [
        [`${one}und${ten}`, value + rest] as const,
        [`${one} und ${ten}`, value + rest] as const,
      ]),
    ),
  ]
  const hundreds: Counted = [['hundert', 100], ...ones.map(([one, value]) => [`${one}hundert`, value * 100] as const)]
  return [...withHundreds(below, hundreds, ['', ' ', 'und']), ...listed('eine einen einem einer eines', 1, 0)]
}

export function frenchNumbers(): Counted {
  const ones = listed('un deux trois quatre cinq six sept huit neuf', 1)
  const teens = listed('dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf', 10)
  const tens = listed('vingt trente quarante cinquante soixante', 20, 10)
  const regular: Counted = [...tens, ['septante', 70], ['huitante', 80], ['octante', 80], ['nonante', 90]]
  const below: Counted = [
    ['zéro', 0],
    ...ones,
    ['une', 1],
    ...teens,
    ...regular,
    ...regular.flatMap(([ten, value]) =>
      ones.flatMap(([one, rest]) => [
        [`${ten} ${one}`, value + rest] as const,
        ...(rest === 1 ? [[`${ten} et un`, value + 1] as const, [`${ten} et une`, value + 1] as const] : []),
      ]),
    ),
    ...teens.map(([teen, value]) => [`soixante ${teen}`, 60 + value] as const),
    ['soixante et onze', 71],
    ['quatre vingt', 80],
    ['quatre vingts', 80],
    ...[...ones, ...teens].map(([word, value]) => [`quatre vingt ${word}`, 80 + value] as const),
  ]
  const hundreds: Counted = [
    ['cent', 100],
    ...ones
      .slice(1)
      .flatMap(([one, value]) => [[`${one} cent`, value * 100] as const, [`${one} cents`, value * 100] as const]),
  ]
  return withHundreds(below, hundreds, [' '])
}

export function spanishNumbers(): Counted {
  const ones = listed('uno dos tres cuatro cinco seis siete ocho nueve', 1)
  const teens = listed('diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve', 10)
  const twenties = listed(
    'veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    20,
  )
  const tens = listed('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10)
  const below: Counted = [
    ['cero', 0],
    ['un', 1],
    ['una', 1],
    ['veintiún', 21],
    ['veintiuna', 21],
    ...ones,
    ...teens,
    ...twenties,
    ...tens,
    ...tens.flatMap(([ten, value]) =>
      [...ones, ['un', 1] as const, ['una', 1] as const].map(
        ([one, rest]) => [`${ten} y ${one}`, value + rest] as const,
      ),
    ),
  ]
  const hundreds = listed(
    'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
    100,
    100,
  )
  return [...withHundreds(below, hundreds, [' ']), ['cien', 100]]
}
