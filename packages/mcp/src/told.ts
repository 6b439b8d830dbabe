import { ApiError } from '@hidesync/contract/client'
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'

/** Where the protocol has no result that says what went wrong: the API's sentence as the protocol's error. */
export async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { detail, code, request_id } = error.body
    throw new McpError(error.status >= 500 ? ErrorCode.InternalError : ErrorCode.InvalidParams, detail, {
      code,
      request_id,
    })
  }
}
