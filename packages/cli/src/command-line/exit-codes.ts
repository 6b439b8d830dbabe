import { ApiError } from '@hidesync/contract/client'
import { CommanderError } from 'commander'
import { CliError } from './cli-error.ts'

/** What the exit code of every command means. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  notSignedIn: 3,
  notFound: 4,
  refused: 5,
  unreachable: 6,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeHelp = `Exit codes:
  0    done
  1    something failed
  2    wrong usage: an unknown option, an unclear name, a value out of range
  3    not signed in, or the session has ended
  4    there is no such thing, or you may not see it
  5    refused, because of how things stand now
  6    the server could not be reached
  130  interrupted with Ctrl-C`

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

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.exitCode
  if (error instanceof ApiError) return byStatus[error.status] ?? exitCodes.failure
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  return exitCodes.failure
}
