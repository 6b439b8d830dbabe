import { errorStatus, type ErrorCode, type ErrorReason } from '@hidesync/contract/http/errors'

/** One fault of the input: `path` is a JSON pointer into the body, or the name of a parameter or header. */
export interface FieldError {
  readonly path: string
  readonly message: string
  readonly code?: string
}

export interface AppErrorExtra {
  /** Finer than the code, for those who say it in another language. */
  readonly reason?: ErrorReason | undefined
  readonly errors?: readonly FieldError[]
  /** Sent with the answer, such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * An expected refusal on its way to the client. The code decides the status; `detail` is one sentence that a person can act on.
 * Whatever else is thrown is a fault of ours and answers 500.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly status: number
  readonly reason: ErrorReason | undefined
  readonly errors: readonly FieldError[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    extra: AppErrorExtra = {},
  ) {
    super(detail)
    this.status = errorStatus[code]
    this.reason = extra.reason
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
  }
}
