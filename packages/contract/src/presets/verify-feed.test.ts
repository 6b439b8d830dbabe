import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { feedKeyId, signedTypes, verifyFeed } from './verify-feed.ts'

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A feed as an installation signs it, with a key of its own. */
async function signedFeed() {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  const kid = await feedKeyId({ x })
  const sign = async (typ: string, value: unknown) => {
    const head = base64url(new TextEncoder().encode(JSON.stringify({ alg: 'EdDSA', kid, typ })))
    const input = `${head}.${base64url(new TextEncoder().encode(canonicalJson(value)))}`
    const signature = await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(input))
    return `${head}..${base64url(new Uint8Array(signature))}`
  }
  const preset = { preset_info: { name: 'Étui “A”', tags: ['b', 'a'] }, n: 1.5 }
  const item = { title: 'Étui', _hidesync: { preset, signature: await sign(signedTypes.preset, preset) } }
  const key = { kty: 'OKP', crv: 'Ed25519', x, kid }
  const unsigned = { version: 'https://jsonfeed.org/version/1.1', items: [item], _hidesync: { key } }
  const signature = await sign(signedTypes.feed, unsigned)
  return { kid, sign, feed: { ...unsigned, _hidesync: { key, signature } }, item }
}

describe('canonicalJson', () => {
  it('writes equal values alike, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":"é","d":null}]}')
    expect(canonicalJson({ a: undefined, b: true })).toBe('{"b":true}')
  })
})

describe('verifyFeed', () => {
  it('accepts what was signed, in whatever order its fields arrive', async () => {
    const { feed, kid } = await signedFeed()
    expect(await verifyFeed(feed)).toMatchObject({ ok: true, kid })
    const reordered: unknown = JSON.parse(
      JSON.stringify({ _hidesync: feed._hidesync, items: feed.items, version: feed.version }),
    )
    expect(await verifyFeed(reordered, kid)).toMatchObject({ ok: true })
  })

  it('refuses a feed in which anything was changed', async () => {
    const { feed, item } = await signedFeed()
    const changed = [
      { ...feed, title: 'Other' },
      { ...feed, items: [] },
      { ...feed, items: [{ ...item, title: 'Other' }] },
      {
        ...feed,
        _hidesync: {
          ...feed._hidesync,
          signature: feed._hidesync.signature.replace(/.$/, l => (l === 'A' ? 'Q' : 'A')),
        },
      },
      { ...feed, _hidesync: { ...feed._hidesync, signature: 'x.y.z' } },
      { ...feed, _hidesync: { ...feed._hidesync, signature: 7 } },
    ]
    for (const one of changed) expect(await verifyFeed(one)).toMatchObject({ ok: false })
  })

  it('refuses a preset that was signed as something else, or by somebody else', async () => {
    const { feed, sign, item } = await signedFeed()
    const other = await signedFeed()
    for (const signature of [
      await sign(signedTypes.feed, item._hidesync.preset),
      await other.sign(signedTypes.preset, item._hidesync.preset),
    ]) {
      const items = [{ ...item, _hidesync: { ...item._hidesync, signature } }]
      const unsigned = { ...feed, items, _hidesync: { key: feed._hidesync.key } }
      const whole = {
        ...unsigned,
        _hidesync: { ...unsigned._hidesync, signature: await sign(signedTypes.feed, unsigned) },
      }
      expect(await verifyFeed(whole)).toEqual({ ok: false, reason: 'The signature of preset 1 does not fit.' })
    }
  })

  it('refuses another key than the one that was pinned', async () => {
    const [one, other] = [await signedFeed(), await signedFeed()]
    const verdict = await verifyFeed(other.feed, one.kid)
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining('another key than before') })
  })

  it('says so of what is no feed', async () => {
    const { feed } = await signedFeed()
    const noKey = { ...feed, _hidesync: { ...feed._hidesync, key: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } } }
    for (const value of [null, [], {}, { items: [] }, { items: {}, _hidesync: {} }, noKey])
      expect(await verifyFeed(value)).toMatchObject({ ok: false })
  })
})
