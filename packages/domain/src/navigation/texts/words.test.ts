import { describe, expect, it } from 'vitest'
import { languages } from '../../text/language.ts'
import { textsIn } from './texts-in.ts'

describe.each([
  [
    'en',
    [
      'less than a minute',
      'a minute',
      '20 minutes',
      'half an hour',
      'an hour',
      'an hour and a half',
      '2 and a half hours',
      '2 hours and 20 minutes',
      'a day',
      '2 days and 3 hours',
    ],
  ],
  [
    'de',
    [
      'weniger als eine Minute',
      'eine Minute',
      '20 Minuten',
      'eine halbe Stunde',
      'eine Stunde',
      'anderthalb Stunden',
      'zweieinhalb Stunden',
      '2 Stunden und 20 Minuten',
      'einen Tag',
      '2 Tage und 3 Stunden',
    ],
  ],
  [
    'fr',
    [
      'moins d’une minute',
      'une minute',
      '20 minutes',
      'une demi-heure',
      'une heure',
      'une heure et demie',
      '2 heures et demie',
      '2 heures et 20 minutes',
      'un jour',
      '2 jours et 3 heures',
    ],
  ],
  [
    'es',
    [
      'menos de un minuto',
      'un minuto',
      '20 minutos',
      'media hora',
      'una hora',
      'una hora y media',
      '2 horas y media',
      '2 horas y 20 minutos',
      'un día',
      '2 días y 3 horas',
    ],
  ],
] as const)('durations in %s', (language, expected) => {
  it('are said as one says them', () => {
    const { duration } = textsIn(language).words
    expect([0, 1, 20, 30, 60, 90, 150, 140, 1440, 3060].map(duration)).toEqual(expected)
  })
})

it('a time that is over is told to the nearest minute, and as less than one where it was', () => {
  for (const language of languages) {
    const { duration, spent } = textsIn(language).words
    expect([14 / 60, 1.2, 1.5, 20].map(spent)).toEqual([0, 1, 2, 20].map(duration))
  }
})

it('expected times are rounded as one would say them', () => {
  const about = languages.map(language => textsIn(language).words.about(143))
  expect(about).toEqual([
    'about 2 and a half hours',
    'etwa zweieinhalb Stunden',
    'environ 2 heures et demie',
    'unas 2 horas y media',
  ])
  const { about: inEnglish } = textsIn('en').words
  expect([224.99, 225, 225.01].map(inEnglish)).toEqual(Array(3).fill('about 4 hours'))
})

it('what somebody sets a timer to is said to the second', () => {
  const said = languages.map(language => [0.5, 1.5, 2.5, 60 + 1 / 60, 20].map(textsIn(language).timers.started))
  expect(said).toEqual([
    [
      'The timer is set for 30 seconds',
      'The timer is set for a minute and 30 seconds',
      'The timer is set for 2 minutes and 30 seconds',
      'The timer is set for an hour and a second',
      'The timer is set for 20 minutes',
    ],
    [
      'Timer auf 30 Sekunden gestellt',
      'Timer auf eine Minute und 30 Sekunden gestellt',
      'Timer auf 2 Minuten und 30 Sekunden gestellt',
      'Timer auf eine Stunde und eine Sekunde gestellt',
      'Timer auf 20 Minuten gestellt',
    ],
    [
      'Minuteur lancé pour 30 secondes',
      'Minuteur lancé pour une minute et 30 secondes',
      'Minuteur lancé pour 2 minutes et 30 secondes',
      'Minuteur lancé pour une heure et une seconde',
      'Minuteur lancé pour 20 minutes',
    ],
    [
      'Temporizador de 30 segundos en marcha',
      'Temporizador de un minuto y 30 segundos en marcha',
      'Temporizador de 2 minutos y 30 segundos en marcha',
      'Temporizador de una hora y un segundo en marcha',
      'Temporizador de 20 minutos en marcha',
    ],
  ])
})

it('expected times agree with the word that stands before them', () => {
  const { about } = textsIn('es').words
  expect([20, 60, 75, 180, 1620, 2880].map(about)).toEqual([
    'unos 20 minutos',
    'más o menos una hora',
    'más o menos una hora y 15 minutos',
    'unas 3 horas',
    'más o menos un día y 3 horas',
    'unos 2 días',
  ])
})

it('what an amount is of is joined to it as it is said in French', () => {
  const { record_usage } = textsIn('fr').readings
  const things = ['Fil de lin', 'Huile d’olive', 'Eau', 'Hêtre', 'Herbes', 'Œillets', 'Écorce']
  expect(things.map(thing => record_usage(thing, '1 kilo')?.[1].slice('utilisé 1 kilo '.length))).toEqual([
    'de Fil de lin',
    'd’Huile d’olive',
    'd’Eau',
    'de Hêtre',
    'd’Herbes',
    'd’Œillets',
    'd’Écorce',
  ])
})

it('what is left of a time agrees with it', () => {
  const [german, spanish] = [textsIn('de'), textsIn('es')]
  expect(
    [1, 60, 1440, 4320].map(
      minutes => german.situations.deadline({ type: 'deadline', step: 'A', left: minutes }).primary,
    ),
  ).toEqual([
    'Mit „A“ musst du innerhalb von einer Minute anfangen.',
    'Mit „A“ musst du innerhalb von einer Stunde anfangen.',
    'Mit „A“ musst du innerhalb von einem Tag anfangen.',
    'Mit „A“ musst du innerhalb von 3 Tagen anfangen.',
  ])
  expect([1, 5, 30, 60, 120].map(minutes => spanish.timers.running('A', minutes))).toEqual([
    '«A»: queda un minuto.',
    '«A»: quedan 5 minutos.',
    '«A»: queda media hora.',
    '«A»: queda una hora.',
    '«A»: quedan 2 horas.',
  ])
})

it('amounts carry their unit in words, in the number that goes with them', () => {
  const amounts = languages.map(language => {
    const { amount } = textsIn(language).words
    return [amount(1, 'sq_ft'), amount(0.75, 'sq_ft'), amount(2, 'pair')]
  })
  expect(amounts).toEqual([
    ['1 square foot', '0.75 square feet', '2 pairs'],
    ['1 Quadratfuß', '0,75 Quadratfuß', '2 Paar'],
    ['1 pied carré', '0,75 pied carré', '2 paires'],
    ['1 pie cuadrado', '0,75 pies cuadrados', '2 pares'],
  ])
})

it('long lists of names are cut short', () => {
  const { names } = textsIn('en').words
  expect(names(['A', 'B'])).toBe('“A” and “B”')
  expect(names(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe('“A”, “B”, “C”, “D”, and 3 more')
})
