const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined

/** Whether the database refused a row because of this constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean => field(error, 'constraint') === constraint

/** Whether the database refused because something else still refers to the row. */
export const isReferred = (error: unknown): boolean => field(error, 'code') === '23503'
