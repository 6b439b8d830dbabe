import { constraintViolation } from '../database/constraint-error.ts'

/** Whether the database refused a row because of this constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean =>
  constraintViolation(error)?.constraint === constraint
