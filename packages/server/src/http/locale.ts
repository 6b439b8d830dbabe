import { isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import './http-runtime.ts'

/** The language that an Accept-Language header likes best; null where it names none. */
export function preferredLanguage(header: string): string | null {
  let best: { readonly tag: string; readonly weight: number } | null = null
  for (const range of header.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/)
    const stated = parameters.find(parameter => parameter.startsWith('q='))
    const weight = stated === undefined ? 1 : Number(stated.slice(2))
    if (isLocale(tag) && weight > 0 && weight > (best?.weight ?? 0)) best = { tag: normalLocale(tag), weight }
  }
  return best?.tag ?? null
}

const asked = (query: unknown): unknown =>
  typeof query === 'object' && query !== null && 'locale' in query ? query.locale : undefined

/** A language that is none is refused before anything is done. */
export function refuseBadLocale({ query }: FastifyRequest): void {
  const locale = asked(query)
  if (locale === undefined || (typeof locale === 'string' && isLocale(locale))) return
  const message = '“locale” has to be a language code such as “en” or “de-CH”.'
  throw new AppError('request.invalid', message, { errors: [{ path: 'locale', message }] })
}

/** `?locale=` wins over Accept-Language, that over the caller's own language. */
export function localeOf(request: FastifyRequest): string {
  const locale = asked(request.query)
  if (typeof locale === 'string') return normalLocale(locale)
  const header = request.headers['accept-language']
  return (header === undefined ? null : preferredLanguage(header)) ?? request.identity?.locale ?? 'en'
}
