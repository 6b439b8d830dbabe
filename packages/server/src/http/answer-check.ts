import type { Route } from '@hidesync/contract/http/route'
import type { TSchema } from '@sinclair/typebox'
import { SchemaCheck } from '@hidesync/contract/http/schema-check'

const checks = new WeakMap<TSchema, SchemaCheck>()

/** Throws, and so answers 500, where an answer is not what the contract promises: a fault of ours that a test has to see. */
export function checkAnswer(route: Route, status: number, text: string): void {
  const schema = route.otherwise?.status === status ? route.otherwise.response : route.response
  if (schema === undefined) return
  const check = checks.get(schema) ?? new SchemaCheck(schema)
  checks.set(schema, check)
  const answer: unknown = JSON.parse(text)
  if (check.fits(answer)) return
  const faults = check.faults(answer, path => path || 'The answer').map(fault => fault.message)
  throw new Error(`${route.method} ${route.path} answers with what the contract does not promise: ${faults.join(' ')}`)
}
