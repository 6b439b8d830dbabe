import { parseCondition, type Condition, type Ignored } from './condition.ts'
import type { JsonSource } from './definition.ts'

/** A condition that never holds: what a malformed one is taken for, where validation was not asked. */
const never: Condition = { kind: 'any', of: [] }

/** The parsed condition of a validated source. */
export function conditionOf(source: JsonSource, ignored?: Ignored): Condition {
  const parsed = parseCondition(source, ignored)
  return parsed.ok ? parsed.condition : never
}
