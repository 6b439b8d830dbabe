import type { ErrorBody } from '@hidesync/contract/http/schemas'
import type { ExitCode } from './exit-codes.ts'

/** A refusal of the terminal client itself, in the same form as the server's: a stable code and a sentence to act on. */
export class CliError extends Error {
  override readonly name = 'CliError'
  constructor(
    readonly code: `cli.${string}`,
    detail: string,
    readonly exitCode: ExitCode,
    readonly errors?: ErrorBody['errors'],
  ) {
    super(detail)
  }
}

export const usageError = (detail: string): CliError => new CliError('cli.usage', detail, 2)
export const notFound = (detail: string): CliError => new CliError('cli.not_found', detail, 4)
export const notSignedIn = (detail: string): CliError => new CliError('cli.not_signed_in', detail, 3)
export const interrupted = (detail: string): CliError => new CliError('cli.interrupted', detail, 130)
