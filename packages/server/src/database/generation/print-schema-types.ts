import type { Catalogue, CatalogueColumn } from './catalogue.ts'

const types: Record<string, string> = {
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  text: 'string',
  uuid: 'string',
  // 64 bits without sign: compared by the database, carried as text.
  xid8: 'string',
  tsvector: 'string',
  jsonb: 'Json',
  'timestamp with time zone': 'Timestamp',
}

const heading = `/* oxlint-disable max-lines -- one file for one schema, written by a program */
// Generated from migrations/ by \`npm run generate\`; do not edit.
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import type { ColumnType } from 'kysely'

/** Read parsed; written as text: always \`JSON.stringify\` what goes into one. */
export type Json = ColumnType<JsonValue, string, string>
type NullableJson = ColumnType<JsonValue | null, string | null, string | null>

export type Timestamp = ColumnType<Date, Date | string, Date | string>
type NullableTimestamp = ColumnType<Date | null, Date | string | null, Date | string | null>

/** The database has a value for it: an insert may leave it out. */
export type Generated<T> =
  [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

/** Computed by the database: never written. */
type Computed<T> = ColumnType<T, never, never>
`

const pascal = (name: string) =>
  name
    .split('_')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The words of a constraint such as `CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text])))`, by its column. */
function readUnion(definition: string): { readonly column: string; readonly type: string } | null {
  const [, column, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/s.exec(definition) ?? []
  if (column === undefined || list === undefined) return null
  const words = [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word]) => `'${word}'`)
  return { column, type: words.join(' | ') }
}

function scalar(column: CatalogueColumn): string {
  const type = types[column.type]
  if (type === undefined)
    throw new Error(
      `Column ${column.table}.${column.name} is of type ${column.type}: add it to generation/print-schema-types.ts.`,
    )
  return type
}

function printType(column: CatalogueColumn, unions: ReadonlyMap<string, string>): string {
  const isArray = column.type.endsWith('[]')
  const base = isArray
    ? `${scalar({ ...column, type: column.type.slice(0, -2) })}[]`
    : (unions.get(`${column.table}.${column.name}`) ?? scalar(column))
  const nullable = base === 'Json' || base === 'Timestamp' ? `Nullable${base}` : `${base} | null`
  const type = column.not_null ? base : nullable
  if (column.generated) return `Computed<${type}>`
  return column.identity || column.expression !== null ? `Generated<${type}>` : type
}

/** The schema as Kysely wants to know it. */
export function printSchemaTypes(catalogue: Catalogue): string {
  const unions = new Map(
    catalogue.constraints.flatMap(({ table, definition }) => {
      const union = readUnion(definition)
      return union === null ? [] : [[`${table}.${union.column}`, union.type] as const]
    }),
  )
  const tables = [...new Set(catalogue.columns.map(column => column.table))]
  const interfaces = tables.map(table => {
    const fields = catalogue.columns
      .filter(column => column.table === table)
      .map(column => `  ${column.name}: ${printType(column, unions)}\n`)
    return `\nexport interface ${pascal(table)}Table {\n${fields.join('')}}\n`
  })
  const schema = tables.map(table => `  ${table}: ${pascal(table)}Table\n`).join('')
  return `${heading}${interfaces.join('')}\nexport interface Schema {\n${schema}}\n`
}
