import type { Understanding } from '../intent.ts'

/** `intent slot=value …` of each reading, joined by ` + `; a question mark before it if it is asked back. */
export function told(understood: Understanding): string {
  if (understood.kind === 'unknown') return 'unknown'
  const readings = understood.readings.map(({ intent, slots }) =>
    [intent, ...Object.entries(slots).map(([name, value]) => `${name}=${value}`)].join(' '),
  )
  return understood.kind === 'unclear' ? `? ${readings[0]}` : readings.join(' + ')
}
