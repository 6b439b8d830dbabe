import { canonicalJson } from './canonical-json.ts'
import type { FeedKey, LibraryFeed } from './feed.schemas.ts'

/** What a signature is over: one made for the one can not be shown for the other. */
export const signedTypes = { preset: 'hidesync-preset+jws', feed: 'hidesync-feed+jws' } as const
export type SignedType = (typeof signedTypes)[keyof typeof signedTypes]

export type FeedVerdict =
  | { readonly ok: true; readonly feed: LibraryFeed; readonly kid: string }
  /** `reason`: one sentence for a person. */
  | { readonly ok: false; readonly reason: string }

const encoder = new TextEncoder()

const base64url = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Null: not base64url. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (!/^[\w-]+$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
  } catch {
    return null
  }
}

/** The thumbprint of a public key (RFC 7638), base64url: what subscribers compare. */
export async function feedKeyId({ x }: Pick<FeedKey, 'x'>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`))
  return base64url(new Uint8Array(digest))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function headerOf(part: string): Record<string, unknown> | null {
  const bytes = bytesOf(part)
  if (bytes === null) return null
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(header) ? header : null
  } catch {
    return null
  }
}

/** What signatures are checked with. */
interface Verifier {
  readonly key: CryptoKey
  readonly kid: string
}

async function isSigned(verifier: Verifier, typ: SignedType, value: unknown, jws: unknown): Promise<boolean> {
  const parts = typeof jws === 'string' ? jws.split('.') : []
  const [head = '', payload, signed = ''] = parts
  const header = headerOf(head)
  const signature = bytesOf(signed)
  if (parts.length !== 3 || payload !== '' || header === null || signature === null) return false
  const { alg, kid } = header
  if (alg !== 'EdDSA' || kid !== verifier.kid || header['typ'] !== typ || header['crit'] !== undefined) return false
  const input = encoder.encode(`${head}.${base64url(encoder.encode(canonicalJson(value)))}`)
  return crypto.subtle.verify('Ed25519', verifier.key, signature, input)
}

async function verifierOf(key: unknown): Promise<Verifier | null> {
  if (!isObject(key) || key['kty'] !== 'OKP' || key['crv'] !== 'Ed25519' || typeof key['x'] !== 'string') return null
  const { x } = key
  if (bytesOf(x)?.length !== 32) return null
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  return { key: await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']), kid: await feedKeyId({ x }) }
}

const refused = (reason: string): FeedVerdict => ({ ok: false, reason })

/**
 * Whether a feed is what its installation signed, each preset and the whole. `pinned`: the key's thumbprint that the subscriber
 * remembers from the first time; a feed under another key is refused. Whether a preset is a good one is for the import to say.
 */
export async function verifyFeed(value: unknown, pinned?: string): Promise<FeedVerdict> {
  if (!isObject(value) || !isObject(value['_hidesync']) || !Array.isArray(value['items']))
    return refused('This is no feed of a HideSync library.')
  const { signature, ...about } = value['_hidesync']
  const verifier = await verifierOf(about['key'])
  if (verifier === null) return refused('The feed names no Ed25519 key.')
  if (pinned !== undefined && verifier.kid !== pinned)
    return refused(`The feed is signed with another key than before (${verifier.kid} instead of ${pinned}).`)
  if (!(await isSigned(verifier, signedTypes.feed, { ...value, _hidesync: about }, signature)))
    return refused('The signature of the feed does not fit: it was changed on its way.')
  for (const [index, item] of value['items'].entries()) {
    const own: unknown = isObject(item) ? item['_hidesync'] : null
    const sound = isObject(own) && (await isSigned(verifier, signedTypes.preset, own['preset'], own['signature']))
    if (!sound) return refused(`The signature of preset ${index + 1} does not fit.`)
  }
  return { ok: true, feed: value as unknown as LibraryFeed, kid: verifier.kid }
}
