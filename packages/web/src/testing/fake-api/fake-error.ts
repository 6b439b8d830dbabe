import { errorStatus, type ErrorCode } from '@hidesync/contract/http/errors'

/** A refusal of the fake, in the form of the real ones. */
export class FakeError extends Error {
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    detail: string,
  ) {
    super(detail)
    this.status = errorStatus[code]
  }
}
