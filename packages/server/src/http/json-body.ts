import type { FastifyInstance } from 'fastify'
import { AppError } from './app-error.ts'
import { fieldName } from './field-name.ts'
import { deepestNesting, scanJson } from './json-scan.ts'
import { jsonFaults } from './json-values.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const decoded = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new AppError('request.malformed', 'The body is not UTF-8 text. Send JSON in UTF-8.')
  }
}

/** Where the parser stopped, as line and column; its own words tell more than it knows. */
const placeOf = (text: string, error: unknown): string => {
  const position = /position (\d+)/.exec(String(error))?.[1]
  if (position === undefined) return 'it ends too early, or something in it is not JSON'
  const before = text.slice(0, Number(position)).split('\n')
  return `see line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('request.malformed', `The body is not valid JSON: ${placeOf(text, error)}.`)
  }
}

/** Reads a body as JSON that means one thing and can be stored as it is, or throws saying where it does not. */
export function readJson(bytes: Buffer): unknown {
  const text = decoded(bytes)
  if (text.trim() === '') return undefined
  const { tooDeep, duplicate } = scanJson(text)
  if (tooDeep)
    throw new AppError(
      'request.too_deep',
      `The body is nested too deeply: at most ${deepestNesting} levels of objects and lists are taken.`,
    )
  const body = parsed(text)
  if (duplicate !== null) {
    const message = `${fieldName(duplicate)} is there twice, so it is not clear which one counts.`
    throw new AppError('request.invalid', message, { errors: [{ path: duplicate, message }] })
  }
  const [first, ...rest] = jsonFaults(body)
  if (first === undefined) return body
  const detail = rest.length === 0 ? first.message : `${rest.length + 1} fields cannot be taken. ${first.message}`
  throw new AppError('request.invalid', detail, { errors: [first, ...rest] })
}

/** JSON is the only thing that the API reads; an empty body counts as none. */
export function registerJsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/([\w.-]+\+)?json(;|$)/, { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, readJson(bytes as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}
