import { isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import './http-runtime.ts'

/** The languages of an Accept-Language header, the best liked first. */
export function acceptedLanguages(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(',')
    .flatMap(range => {
      const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/)
      const stated = parameters.find(parameter => parameter.startsWith('q='))
      const weight = stated === undefined ? 1 : Number(stated.slice(2))
      return isLocale(tag) && weight > 0 ? [{ tag: normalLocale(tag), weight }] : []
    })
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
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

/**
 * What texts are read in, the best first: `?locale=` alone where it is stated, else the languages of Accept-Language and then the
 * caller's own.
 */
export function languagesOf(request: FastifyRequest): readonly string[] {
  const locale = asked(request.query)
  if (typeof locale === 'string') return [normalLocale(locale)]
  const header = request.headers['accept-language']
  const own = request.identity?.locale
  return [...(header === undefined ? [] : acceptedLanguages(header)), ...(own === undefined ? [] : [own])]
}

/** `?locale=` wins over Accept-Language, that over the caller's own language. */
export const localeOf = (request: FastifyRequest): string => languagesOf(request)[0] ?? 'en'
