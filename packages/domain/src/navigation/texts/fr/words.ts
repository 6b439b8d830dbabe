import { makeWords } from '../words.ts'

export const words = makeWords({
  language: 'fr',
  quotes: ['« ', ' »'],
  more: count => `${count} autres`,
  time: {
    underMinute: 'moins d’une minute',
    justNow: 'à l’instant',
    second: ['une seconde', 'secondes'],
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
  dead: 'hors de votre chemin',
}

/** A vowel, or an h that is not heard; of those that are, the ones that a workshop knows: hache, harnais, hêtre, housse. */
const isElided = /^(?:[aeiouâàéèêëîïôœæ]|h(?!a[cinrsu]|ê|ér|o[uct]|ub))/i

/** “de lin”, “d’huile”, “de hêtre”: what an amount is of. */
export function of(name: string): string {
  return isElided.test(name) ? `d’${name}` : `de ${name}`
}
