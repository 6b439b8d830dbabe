import { makeWords } from '../words.ts'

export const words = makeWords({
  language: 'es',
  quotes: ['«', '»'],
  more: count => `${count} más`,
  time: {
    underMinute: 'menos de un minuto',
    justNow: 'hace un momento',
    second: ['un segundo', 'segundos'],
    minute: ['un minuto', 'minutos'],
    halfHour: 'media hora',
    hour: ['una hora', 'horas'],
    andHalf: hours => (hours === 1 ? 'una hora y media' : `${hours} horas y media`),
    day: ['un día', 'días'],
    joined: (larger, smaller) => `${larger} y ${smaller}`,
    about: duration => {
      if (!/^\d/.test(duration)) return `más o menos ${duration}`
      return `${/^\d+ (?:minutos|días)/.test(duration) ? 'unos' : 'unas'} ${duration}`
    },
  },
})

/** Said of the run, “el trabajo”. */
export const statuses = {
  active: 'en marcha',
  paused: 'en pausa',
  completed: 'terminado',
  failed: 'en un callejón sin salida',
  cancelled: 'cancelado',
  timeout: 'fuera de plazo',
}

export const stepStatuses = {
  pending: 'pendiente',
  ready: 'listo para empezar',
  active: 'en marcha',
  completed: 'hecho',
  skipped: 'saltado',
  failed: 'marcado como fallido',
  dead: 'fuera de tu camino',
}

/** Whether a verb stands in the plural with a time: “quedan 20 minutos”, but “queda una hora”. */
const isPlural = (time: string): boolean => /^(?:un[oa]s |\d)/.test(time)

/** “falta una hora”, “faltan 20 minutos”: what is still missing of a time. */
export function missing(minutes: number): string {
  const time = words.duration(minutes)
  return `${isPlural(time) ? 'faltan' : 'falta'} ${time}`
}

/** “queda una hora”, “quedan unos 20 minutos”: what is left, of a time in words. */
export const left = (time: string): string => `${isPlural(time) ? 'quedan' : 'queda'} ${time}`
