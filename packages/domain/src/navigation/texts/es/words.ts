import { makeWords } from '../words.ts'

export const words = makeWords({
  language: 'es',
  quotes: ['«', '»'],
  more: count => `${count} más`,
  time: {
    underMinute: 'menos de un minuto',
    minute: ['un minuto', 'minutos'],
    halfHour: 'media hora',
    hour: ['una hora', 'horas'],
    andHalf: hours => (hours === 1 ? 'una hora y media' : `${hours} horas y media`),
    day: ['un día', 'días'],
    joined: (larger, smaller) => `${larger} y ${smaller}`,
    about: (duration, isSingle) =>
      isSingle ? `más o menos ${duration}` : `${/^\d+ (minutos|días)/.test(duration) ? 'unos' : 'unas'} ${duration}`,
  },
})

/** Said of the run, “el trabajo”. */
export const statuses = {
  active: 'en marcha',
  paused: 'en pausa',
  completed: 'terminado',
  failed: 'fallido',
  cancelled: 'cancelado',
  timeout: 'fuera de tiempo',
}

export const stepStatuses = {
  pending: 'por llegar',
  ready: 'listo para empezar',
  active: 'en marcha',
  completed: 'hecho',
  skipped: 'saltado',
  failed: 'fallido',
  dead: 'fuera de tu camino',
}

/** “falta una hora”, “faltan 20 minutos”: what is still missing of a time. */
export function missing(minutes: number): string {
  const time = words.duration(minutes)
  return `${/^(?:una?|media|menos) /.test(time) ? 'falta' : 'faltan'} ${time}`
}
