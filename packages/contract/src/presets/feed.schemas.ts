import { Type, type Static } from '@sinclair/typebox'
import { Id, JsonObjectSchema, Nullable, Timestamp } from '../http/schemas.ts'

/** A public key as a JSON Web Key; `kid` is its thumbprint (RFC 7638), by which subscribers pin it. */
export const FeedKey = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String(),
  kid: Type.String(),
})
export type FeedKey = Static<typeof FeedKey>

const signature = (what: string) =>
  Type.String({ description: `Detached JWS (RFC 7515, Ed25519) over ${what} as canonical JSON (RFC 8785).` })

export const FeedItem = Type.Object({
  id: Type.String({ description: 'The same for every version of the workflow.' }),
  title: Type.String(),
  content_text: Type.String(),
  date_published: Timestamp,
  date_modified: Timestamp,
  language: Type.String(),
  tags: Type.Array(Type.String()),
  authors: Type.Array(Type.Object({ name: Type.String() })),
  _hidesync: Type.Object({
    workflow_id: Id,
    revision: Nullable(Type.Integer()),
    preset: JsonObjectSchema,
    signature: signature('the preset'),
  }),
})
export type FeedItem = Static<typeof FeedItem>

/** JSON Feed 1.1 with the presets in it. */
export const LibraryFeed = Type.Object({
  version: Type.Literal('https://jsonfeed.org/version/1.1'),
  title: Type.String(),
  description: Type.String(),
  home_page_url: Type.Optional(Type.String()),
  feed_url: Type.Optional(Type.String()),
  next_url: Type.Optional(Type.String({ description: 'The next page; absent on the last.' })),
  items: Type.Array(FeedItem),
  _hidesync: Type.Object({ key: FeedKey, signature: signature('the whole feed without this field') }),
})
export type LibraryFeed = Static<typeof LibraryFeed>
