import { DatabaseError } from 'pg'

/** The connection to the database, or the embedded engine itself, is gone; whether an open transaction was committed is not known. */
export class DatabaseLostError extends Error {
  override readonly name = 'DatabaseLostError'
}

/** The error of a statement that the database refused, from the fields of its message. The same class for both engines. */
export function databaseError(fields: Readonly<Record<string, string | undefined>>): DatabaseError {
  const message = fields['message'] ?? 'The database refused the statement without saying why.'
  return Object.assign(new DatabaseError(message, message.length, 'error'), fields)
}
