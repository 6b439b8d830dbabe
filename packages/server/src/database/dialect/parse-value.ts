import { parseArray, type ParsedArray } from './parse-array.ts'

type Parse = (text: string) => unknown

/** An int8 that a JavaScript number would round is an error, not a wrong id. */
const parseInteger = (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database answered the integer ${text}, which a JavaScript number does not hold exactly.`)
  return value
}

const parseTimestamp = (text: string) => {
  const value = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(value.getTime()))
    throw new RangeError(`The database answered the time ${text}, which a JavaScript Date does not hold.`)
  return value
}

const parseArrayOf = (parse: Parse): Parse => {
  const parseAll = (list: ParsedArray): unknown[] =>
    list.map(element => (Array.isArray(element) ? parseAll(element) : element === null ? null : parse(element)))
  return text => parseAll(parseArray(text))
}

const parseBytes: Parse = text => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
const asText: Parse = text => text

// Type numbers of PostgreSQL (pg_type.oid): [element, array, parser]. Whatever is not listed stays text.
const types: readonly (readonly [number, number, Parse])[] = [
  [16, 1000, text => text === 't'],
  [17, 1001, parseBytes],
  [20, 1016, parseInteger],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, asText],
  [26, 1028, Number],
  [114, 199, text => JSON.parse(text) as unknown],
  [700, 1021, Number],
  [701, 1022, Number],
  [1043, 1015, asText],
  [1082, 1182, asText],
  [1184, 1185, parseTimestamp],
  [1700, 1231, asText],
  [2950, 2951, asText],
  [3802, 3807, text => JSON.parse(text) as unknown],
]
const parsers = new Map<number, Parse>(
  types.flatMap(([element, array, parse]) => [
    [element, parse],
    [array, parseArrayOf(parse)],
  ]),
)

/** How a value of a type, named by its oid, is read from its text; the same for both engines. */
export const parserOf = (oid: number): Parse => parsers.get(oid) ?? asText
