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

it('expected times are rounded as one would say them', () => {
  const about = languages.map(language => textsIn(language).words.about(143))
  expect(about).toEqual([
    'about 2 and a half hours',
    'etwa zweieinhalb Stunden',
    'environ 2 heures et demie',
    'unas 2 horas y media',
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
