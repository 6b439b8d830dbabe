import { ApiError } from '@hidesync/contract/client'
import { CommanderError } from 'commander'
import { CliError } from './cli-error.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

const byStatus: Readonly<Record<number, ExitCode>> = {
  0: exitCodes.unreachable,
  400: exitCodes.refused,
  401: exitCodes.notSignedIn,
  404: exitCodes.notFound,
  409: exitCodes.refused,
  412: exitCodes.refused,
  413: exitCodes.usage,
  422: exitCodes.usage,
  502: exitCodes.unreachable,
  503: exitCodes.unreachable,
  504: exitCodes.unreachable,
}

/** The exit code of a command that ended with this error. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.exitCode
  if (error instanceof ApiError) return byStatus[error.status] ?? exitCodes.failure
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  return exitCodes.failure
}
