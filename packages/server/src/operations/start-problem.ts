import type { Config } from '../config.ts'

const code = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Errors whose message already is the sentence for the person who starts the program. */
const speaking = new Set([
  'ConfigError',
  'DataFolderError',
  'DataFolderInUseError',
  'NewerSchemaError',
  'ChangedMigrationError',
  'StepTypeModuleError',
])

const databaseProblem = (error: unknown): string | null => {
  switch (code(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return 'The database server that DATABASE_URL names does not answer. Check the address, and that it runs.'
    case '28P01':
    case '28000':
      return 'The database server refuses the user or password of DATABASE_URL.'
    case '3D000':
      return 'The database that DATABASE_URL names does not exist. Create it first.'
    case '42501':
    case '0A000':
    case '58P01':
      return /\bextension\b/.test(String(error))
        ? `The database lacks the extension pg_trgm, and the server would not let it be made (${error instanceof Error ? error.message : String(error)}). It comes with PostgreSQL (in some systems as a package postgresql-contrib): have an administrator run “create extension pg_trgm” in the database that DATABASE_URL names, or let its user own the database.`
        : null
    default:
      return null
  }
}

/** What kept the server from starting, as one sentence; only what nobody expected comes with its stack. */
export function startProblem(error: unknown, config: Config | null): string {
  if (error instanceof Error && speaking.has(error.name)) return error.message
  const port = config?.port ?? 0
  const host = config?.host ?? ''
  switch (code(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port with PORT.`
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one from 1024 with PORT.`
    default:
      break
  }
  const database = config?.databaseUrl === null ? null : databaseProblem(error)
  return (
    database ?? `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  )
}
