import { canonicalJson } from '@hidesync/contract/presets/canonical-json'
import type { FeedKey } from '@hidesync/contract/presets/feed.schemas'
import { feedKeyId, type SignedType } from '@hidesync/contract/presets/verify-feed'
import { CompactSign, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { Database } from '../database/database.ts'

const setting = 'library_key'

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return exportJWK(privateKey)
}

const kept = async (db: Database): Promise<JWK | undefined> => {
  const row = await db.selectFrom('settings').select('value').where('key', '=', setting).executeTakeFirst()
  return row === undefined ? undefined : (row.value as JWK)
}

/** Signs what leaves the library; the key stays the same for the life of the installation, so that subscribers can pin it. */
export class FeedSigner {
  readonly key: FeedKey
  readonly #secret: CryptoKey

  private constructor(key: FeedKey, secret: CryptoKey) {
    this.key = key
    this.#secret = secret
  }

  /** The key that the database keeps, made when it is first needed. */
  static async load(db: Database): Promise<FeedSigner> {
    if ((await kept(db)) === undefined)
      // Two processes may need it at once: the first one's key stays.
      await db
        .insertInto('settings')
        .values({ key: setting, value: JSON.stringify(await newKey()) })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    const jwk = await kept(db)
    const { x } = jwk ?? {}
    if (jwk === undefined || x === undefined) throw new Error(`The setting ${setting} is not a key.`)
    const secret = await importJWK(jwk, 'EdDSA')
    if (secret instanceof Uint8Array) throw new Error(`The setting ${setting} is not an Ed25519 key.`)
    return new FeedSigner({ kty: 'OKP', crv: 'Ed25519', x, kid: await feedKeyId({ x }) }, secret)
  }

  /** A detached JWS over the value's canonical JSON. */
  async sign(typ: SignedType, value: unknown): Promise<string> {
    const payload = new TextEncoder().encode(canonicalJson(value))
    const header = { alg: 'EdDSA', kid: this.key.kid, typ }
    const whole = await new CompactSign(payload).setProtectedHeader(header).sign(this.#secret)
    const [head = '', , signature = ''] = whole.split('.')
    return `${head}..${signature}`
  }
}
