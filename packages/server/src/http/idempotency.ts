import { RawBody } from '@hidesync/contract/http/raw-body'
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from './app-error.ts'
import { JsonText } from './json-text.ts'

/** What makes a repeated request the same: who, where, which key; the fingerprint tells whether it also says the same. */
export interface IdempotencyRequest {
  readonly user_id: number
  /** Method and pattern, such as `POST /workflows/:id/start`. */
  readonly route: string
  readonly key: string
  readonly fingerprint: string
}

/** How long a second request with the same key waits for the first. */
const patience = '10s'

const lockNotAvailable = '55P03'
const sqlState = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** What a request says, as a hash that tells nothing to whoever reads the table: bodies may hold passwords. */
export const fingerprintOf = (key: Uint8Array, url: string, body: unknown): string =>
  createHmac('sha256', key)
    .update(`${url}\n`)
    .update(body instanceof RawBody ? body.bytes : (JSON.stringify(body) ?? ''))
    .digest('base64url')

/** Refuses a key that no client makes on purpose. */
export function checkedKey(header: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header
  const message = 'An Idempotency-Key has 1 to 255 visible ASCII characters without spaces; a UUID is a good one.'
  throw new AppError('request.invalid', message, { errors: [{ path: 'Idempotency-Key', message }] })
}

export function refuseMismatch(request: IdempotencyRequest, stored: { readonly fingerprint: string }): void {
  if (stored.fingerprint !== request.fingerprint)
    throw new AppError(
      'request.idempotency_mismatch',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    )
}

/** A result as it is kept; `undefined` and ready JSON text have to come back as what they were. */
const encode = (result: unknown): string =>
  result instanceof JsonText ? JSON.stringify({ text: result.text }) : JSON.stringify({ value: result })
const decode = (stored: string): unknown => {
  const { text, value } = JSON.parse(stored) as { readonly text?: string; readonly value?: unknown }
  return text === undefined ? value : new JsonText(text)
}

const storedAnswer = (db: Database | Transaction, { user_id, route, key }: IdempotencyRequest) =>
  db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'body'])
    .where('user_id', '=', user_id)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst()

/** One request with a key at a time, whichever process it reached; the lock goes with the transaction. */
async function lockKey(tx: Transaction, { user_id, route, key }: IdempotencyRequest): Promise<void> {
  try {
    await sql`select set_config('lock_timeout', ${patience}, true)`.execute(tx)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${user_id} ${route} ${key}`}, 0))`.execute(tx)
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error
    throw new AppError(
      'request.idempotency_in_progress',
      'The first request with this Idempotency-Key is still under way. Try again in a moment.',
      { headers: { 'retry-after': '1' } },
    )
  }
}

/**
 * Runs the work in a transaction, once for a key: its result is stored with the effect, and what comes later with the same key
 * gets that. A work that refuses or fails leaves nothing, so the key may be tried again.
 */
export async function runOnce<T>(
  db: Database,
  answer: { readonly request: IdempotencyRequest | null; readonly status: number },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { request, status } = answer
  return db.transaction().execute(async tx => {
    if (request === null) return work(tx)
    await lockKey(tx, request)
    const stored = await storedAnswer(tx, request)
    if (stored !== undefined) {
      refuseMismatch(request, stored)
      return decode(stored.body) as T
    }
    const body = encode(await work(tx))
    await tx
      .insertInto('idempotency_keys')
      .values({ ...request, status, body })
      .execute()
    return decode(body) as T
  })
}

/**
 * For a POST without any effect, after it ran: keeps its answer, or gives back the one that an earlier request with the key got.
 */
export async function rememberAnswer(
  db: Database,
  answer: { readonly request: IdempotencyRequest; readonly status: number },
  text: string,
): Promise<string> {
  const { request, status } = answer
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_keys')
    .values({ ...request, status, body: text })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return text
  const stored = await storedAnswer(db, request)
  if (stored === undefined) return text
  refuseMismatch(request, stored)
  return stored.body
}
