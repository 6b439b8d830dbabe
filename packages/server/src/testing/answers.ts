import type { ErrorBody } from '@hidesync/contract/http/schemas'
import { expect } from 'vitest'
import type { TestApp } from './test-app.ts'

export interface Told extends ErrorBody {
  readonly status: number
  readonly headers: Headers
}

/** The refusal that the answer holds, after a look at its form. */
export async function refusalOf(response: Response): Promise<Told> {
  const body = (await response.json()) as ErrorBody
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(body).toMatchObject({ detail: expect.any(String), code: expect.any(String), request_id: expect.any(String) })
  expect(body.detail).toMatch(/[.!?]$/)
  return { ...body, status: response.status, headers: response.headers }
}

export interface Sent {
  readonly method?: string
  /** As it is, if it is text; else written as JSON. */
  readonly body?: unknown
  readonly token?: string | null
  readonly headers?: Record<string, string>
}

/** Sends raw text or a value to a path below `/api/v1`, as the administrator unless stated. */
export function send(app: TestApp, path: string, { method = 'POST', body, token, headers }: Sent = {}) {
  const shown = token === undefined ? app.admin.token : token
  return app.request(`/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(shown === null ? {} : { authorization: `Bearer ${shown}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}
