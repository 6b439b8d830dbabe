import { ApiError } from '@hidesync/contract/client'
import { expect } from 'vitest'

/** The refusal that the attempt ends with; fails where it succeeds. */
export async function refusal(attempt: Promise<unknown>): Promise<ApiError> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}
