import { makeWords } from '../words.ts'

export const words = makeWords({
  language: 'fr',
  quotes: ['« ', ' »'],
  more: count => `${count} autres`,
  time: {
    underMinute: 'moins d’une minute',
    minute: ['une minute', 'minutes'],
    halfHour: 'une demi-heure',
    hour: ['une heure', 'heures'],
    andHalf: hours => (hours === 1 ? 'une heure et demie' : `${hours} heures et demie`),
    day: ['un jour', 'jours'],
    joined: (larger, smaller) => `${larger} et ${smaller}`,
    about: duration => `environ ${duration}`,
  },
})

/** Said of the run, which is masculine here: “le travail”. */
export const statuses = {
  active: 'en cours',
  paused: 'en pause',
  completed: 'terminé',
  failed: 'dans une impasse',
  cancelled: 'abandonné',
  timeout: 'arrivé au bout du temps prévu',
}

export const stepStatuses = {
  pending: 'à venir',
  ready: 'prête',
  active: 'en cours',
  completed: 'terminée',
  skipped: 'sautée',
  failed: 'ratée',
  dead: 'hors de ton chemin',
}
