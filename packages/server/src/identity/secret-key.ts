import { createHmac, randomBytes } from 'node:crypto'
import type { Database } from '../database/database.ts'

/** Keys for each purpose, all from the one secret of the installation. */
export interface SecretKeys {
  readonly accessTokens: Uint8Array
  readonly refreshTokens: Uint8Array
  readonly fingerprints: Uint8Array
  /** Of addresses that need no token. */
  readonly links: Uint8Array
}

const derived = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(createHmac('sha256', secret).update(`hidesync ${purpose}`).digest())

/** The secret that was configured, else the one that the first start made and the database keeps. */
export async function loadSecretKeys(db: Database, configured: string | null): Promise<SecretKeys> {
  const secret = configured ?? (await keptSecret(db))
  return {
    accessTokens: derived(secret, 'access tokens'),
    refreshTokens: derived(secret, 'refresh tokens'),
    fingerprints: derived(secret, 'fingerprints'),
    links: derived(secret, 'links'),
  }
}

async function keptSecret(db: Database): Promise<string> {
  const kept = async (): Promise<string | undefined> => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', 'secret_key').executeTakeFirst()
    if (row === undefined) return undefined
    if (typeof row.value === 'string') return row.value
    throw new Error('The setting secret_key is not text.')
  }
  const found = await kept()
  if (found !== undefined) return found
  // Two processes may start at once on an empty database: the first one's key stays.
  await db
    .insertInto('settings')
    .values({ key: 'secret_key', value: JSON.stringify(randomBytes(32).toString('base64url')) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const secret = await kept()
  if (secret === undefined) throw new Error('The secret key of the installation could not be kept.')
  return secret
}
