import { makeWords } from '../words.ts'

const halves = [
  '',
  'anderthalb',
  'zweieinhalb',
  'dreieinhalb',
  'viereinhalb',
  'fünfeinhalb',
  'sechseinhalb',
  'siebeneinhalb',
  'achteinhalb',
  'neuneinhalb',
]

export const words = makeWords({
  language: 'de',
  quotes: ['„', '“'],
  more: count => `${count} weitere`,
  time: {
    underMinute: 'weniger als eine Minute',
    justNow: 'gerade eben',
    second: ['eine Sekunde', 'Sekunden'],
    minute: ['eine Minute', 'Minuten'],
    halfHour: 'eine halbe Stunde',
    hour: ['eine Stunde', 'Stunden'],
    andHalf: hours => `${halves[hours] ?? `${hours},5`} Stunden`,
    day: ['einen Tag', 'Tage'],
    joined: (larger, smaller) => `${larger} und ${smaller}`,
    about: duration => `etwa ${duration}`,
  },
})

/** “in einem Tag”, “seit 2 Tagen”: after some words a time stands in the dative. */
export const dative = (time: string): string =>
  time
    .replaceAll('einen ', 'einem ')
    .replaceAll('eine ', 'einer ')
    .replaceAll('halbe ', 'halben ')
    .replaceAll('Tage', 'Tagen')

export const statuses = {
  active: 'in Arbeit',
  paused: 'pausiert',
  completed: 'abgeschlossen',
  failed: 'gescheitert',
  cancelled: 'abgebrochen',
  timeout: 'abgelaufen',
}

export const stepStatuses = {
  pending: 'noch nicht dran',
  ready: 'bereit',
  active: 'in Arbeit',
  completed: 'erledigt',
  skipped: 'übersprungen',
  failed: 'misslungen',
  dead: 'nicht auf deinem Weg',
}
