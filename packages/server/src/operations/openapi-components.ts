import * as executions from '@hidesync/contract/executions/execution.schemas'
import * as identity from '@hidesync/contract/identity/identity.schemas'
import * as workflows from '@hidesync/contract/workflows/workflow.schemas'
import { KindGuard, type TSchema } from '@sinclair/typebox'

type Json = Record<string, unknown>

/** Every schema that the contract exports under a name is a component of that name. */
const named: readonly (readonly [string, TSchema])[] = Object.entries<unknown>({
  ...identity,
  ...workflows,
  ...executions,
})
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .filter((entry): entry is [string, TSchema] => KindGuard.IsSchema(entry[1]))
  .filter(
    ([name, schema], index, all) => all.findIndex(([, other]) => other === schema) === index && name !== 'Password',
  )

const nameOf = new Map(named.map(([name, schema]) => [schema as object, name]))

const visit = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(visit)
  if (typeof value !== 'object' || value === null) return value
  const name = nameOf.get(value)
  return name === undefined ? contents(value) : { $ref: `#/components/schemas/${name}` }
}

const contents = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, visit(value)]))

/** The schema as plain JSON Schema in which others that have a name are referred to. */
export const withReferences = (schema: TSchema): Json => visit(schema) as Json

/** All schemas that have a name, by name. */
export const components = (): Record<string, Json> =>
  Object.fromEntries(named.map(([name, schema]) => [name, contents(schema)]))
