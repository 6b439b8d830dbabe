import { DatabaseError } from 'pg'

const kinds = {
  '23502': 'not_null',
  '23503': 'foreign_key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
} as const

/** Which rule of the schema a statement broke. */
export interface ConstraintViolation {
  readonly kind: (typeof kinds)[keyof typeof kinds]
  /** Name of the constraint or unique index, such as `workflows_owner_name_key`; of the column for `not_null`. */
  readonly constraint: string
  readonly table: string
}

/** Reads what a repository has to know of an error; null when it is not about a constraint, and should be thrown on. */
export function constraintViolation(error: unknown): ConstraintViolation | null {
  if (!(error instanceof DatabaseError) || error.code === undefined || !(error.code in kinds)) return null
  const kind = kinds[error.code as keyof typeof kinds]
  return { kind, constraint: error.constraint ?? error.column ?? '', table: error.table ?? '' }
}

/** Whether the database refused a row because of this constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean =>
  constraintViolation(error)?.constraint === constraint
