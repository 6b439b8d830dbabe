import { RawBody } from '@hidesync/contract/http/raw-body'
import { deepestNesting, scanJson } from '@hidesync/domain/workflows/json-scan'
import type { FastifyInstance } from 'fastify'
import { AppError } from './app-error.ts'
import { fieldName } from '@hidesync/contract/http/field-name'
import { whereJsonEnds } from './json-place.ts'
import { jsonFaults } from './json-values.ts'
import { typeOf } from './raw-body.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const decoded = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new AppError('request.malformed', 'The body is not UTF-8 text. Send JSON in UTF-8.', { reason: 'no_text' })
  }
}

/** Where the text stops being JSON, for somebody who has to mend it. */
const placeOf = (text: string): string => {
  const place = whereJsonEnds(text)
  if (place === null) return ''
  if (place.isShort) return ': it ends too early'
  return `: see line ${place.line}, column ${place.column}`
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('request.malformed', `This is not valid JSON${placeOf(text)}.`, { reason: 'no_json' })
  }
}

/** Refuses values that could be written as JSON and yet not be stored or told apart, saying where they stand. */
export function refuseBadValues(body: unknown): void {
  const [first, ...rest] = jsonFaults(body)
  if (first === undefined) return
  const detail = rest.length === 0 ? first.message : `${rest.length + 1} fields cannot be taken. ${first.message}`
  throw new AppError('request.invalid', detail, { errors: [first, ...rest] })
}

/** Reads a body as JSON that means one thing and can be stored as it is, or throws saying where it does not. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes)
  if (text.trim() === '') return undefined
  const { tooDeep, duplicate } = scanJson(text)
  if (tooDeep !== null) {
    const message = `The body is nested too deeply: at most ${deepestNesting} levels of objects and lists are taken.`
    throw new AppError('request.too_deep', message, { errors: [{ path: tooDeep, message }] })
  }
  const body = parsed(text)
  if (duplicate !== null) {
    const message = `${fieldName(duplicate)} is there twice, so it is not clear which one counts.`
    throw new AppError('request.invalid', message, { errors: [{ path: duplicate, message }] })
  }
  refuseBadValues(body)
  return body
}

/** JSON is what the API reads, but for the routes that say otherwise; an empty body counts as none. */
export function registerJsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/([\w.-]+\+)?json(;|$)/, { parseAs: 'buffer' }, (request, bytes, done) => {
    const type = typeOf(request)
    // A route that takes JSON as it came reads it elsewhere than here, where everybody waits for it.
    if (request.routeOptions.config.consumes?.includes('application/json'))
      return done(null, new RawBody(type, bytes as Buffer))
    try {
      done(null, readJson(bytes as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}
