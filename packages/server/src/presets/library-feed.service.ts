import type { FeedItem, LibraryFeed } from '@hidesync/contract/presets/feed.schemas'
import { signedTypes } from '@hidesync/contract/presets/verify-feed'
import { apiPrefix } from '@hidesync/contract/routes'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { createHash } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { Document } from '../http/document.ts'
import { anonymous, type RequestContext } from '../http/request-context.ts'
import { wrongField } from '../identity/identity-answers.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { readTexts } from '../workflows/workflow.reader.ts'
import { FeedSigner } from './feed-key.ts'
import { readPublished, type FeedPosition, type PublishedRow } from './library-feed.reader.ts'
import { readExportable } from './exportable.reader.ts'
import { presetOf } from './workflow-preset.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  /** Null: this installation offers none. */
  readonly feed: { readonly publicUrl: string | null } | null
}

interface FeedQuery {
  readonly workshop_id?: number | undefined
  readonly cursor?: string | undefined
}

const itemsOnPage = 20
/** Characters of content on one page; a larger workflow is passed on as a file. */
const sizeOfPage = 4_000_000
/** Pages kept for whoever asks next, while nothing in them has changed. */
const pagesKept = 16

const cursorOf = ({ position, id }: FeedPosition): string => Buffer.from(`${position} ${id}`).toString('base64url')

function positionOf(cursor: string | undefined): FeedPosition | null {
  if (cursor === undefined) return null
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) ([1-9]\d{0,15})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (found === null || Number.isNaN(Date.parse(found[1] ?? '')))
    throw wrongField('cursor', 'This cursor is none of ours: follow the “next_url” of a page.')
  return { position: found[1] ?? '', id: Number(found[2]) }
}

/** As many as fit on a page; where the next one begins. */
function fitting(rows: readonly PublishedRow[]): {
  readonly shown: readonly PublishedRow[]
  readonly next: FeedPosition | null
} {
  const shown: PublishedRow[] = []
  let size = 0
  let last: PublishedRow | undefined
  for (const row of rows) {
    if (shown.length === itemsOnPage || (shown.length > 0 && size + row.size > sizeOfPage && row.size <= sizeOfPage))
      return { shown, next: last ?? null }
    last = row
    if (row.size > sizeOfPage) continue
    shown.push(row)
    size += row.size
  }
  return { shown, next: rows.length > itemsOnPage ? (last ?? null) : null }
}

/** The library for other installations: published templates as a signed feed. */
export class LibraryFeedService {
  readonly #deps: Deps
  readonly #pages = new Map<string, Promise<string>>()
  #signer: Promise<FeedSigner> | undefined

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async page({ workshop_id, cursor }: FeedQuery, context: RequestContext): Promise<Document> {
    const { db, feed } = this.#deps
    if (feed === null) throw new AppError('request.not_found', 'This installation offers no feed of its library.')
    const after = positionOf(cursor)
    const rows = await readPublished(db, { workshop_id: workshop_id ?? null, after, limit: itemsOnPage + 1 })
    const { shown, next } = fitting(rows)
    const seen = shown.map(({ id, version, revision, author }) => [id, version, revision, author])
    const tag = createHash('sha256')
      .update(JSON.stringify([workshop_id ?? null, cursor ?? null, next, seen]))
      .digest('base64url')
    context.setETag(`"${tag}"`)
    const newest = shown[0]?.updated_at
    if (newest !== undefined) context.setHeader('last-modified', newest.toUTCString())
    return new Document(
      'application/feed+json; charset=utf-8',
      await this.#kept(tag, () => this.#feed(shown, next, { workshop_id, cursor })),
    )
  }

  #kept(tag: string, make: () => Promise<string>): Promise<string> {
    const known = this.#pages.get(tag)
    if (known !== undefined) return known
    const made = make()
    this.#pages.set(tag, made)
    made.catch(() => this.#pages.delete(tag))
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= pagesKept) break
      this.#pages.delete(oldest)
    }
    return made
  }

  async #feed(rows: readonly PublishedRow[], next: FeedPosition | null, query: FeedQuery): Promise<string> {
    const { db, feed } = this.#deps
    const signer = await (this.#signer ??= FeedSigner.load(db))
    const items: FeedItem[] = []
    for (const row of rows) {
      const item = await this.#item(row, signer)
      if (item !== null) items.push(item)
    }
    const origin = feed?.publicUrl ?? null
    const address = (cursor: string | undefined) => {
      const search = new URLSearchParams()
      if (query.workshop_id !== undefined) search.set('workshop_id', String(query.workshop_id))
      if (cursor !== undefined) search.set('cursor', cursor)
      return `${origin ?? ''}${apiPrefix}/library/feed${search.size === 0 ? '' : `?${search.toString()}`}`
    }
    const unsigned = {
      version: 'https://jsonfeed.org/version/1.1' as const,
      title: 'HideSync library',
      description: 'Craft processes as workflows, with the presets to import them.',
      ...(origin === null ? {} : { home_page_url: `${origin}/`, feed_url: address(query.cursor) }),
      ...(next === null ? {} : { next_url: address(cursorOf(next)) }),
      items,
      _hidesync: { key: signer.key },
    }
    const signature = await signer.sign(signedTypes.feed, unsigned)
    const signed: LibraryFeed = { ...unsigned, _hidesync: { ...unsigned._hidesync, signature } }
    return JSON.stringify(signed)
  }

  /** Null: it was taken back meanwhile. */
  async #item(row: PublishedRow, signer: FeedSigner): Promise<FeedItem | null> {
    const { db, revisions } = this.#deps
    const workflow = await readTexts(db, anonymous, row.id)
    if (workflow === null) return null
    const revision = await revisions.get(row.content_hash)
    const date_modified = row.updated_at.toISOString()
    const exportable = await readExportable(db, { workflow, revision }, { exportedAt: date_modified })
    const preset = JSON.parse(JSON.stringify(presetOf(exportable))) as JsonObject
    return {
      id: `urn:hidesync:${signer.key.kid}:workflow:${row.id}`,
      title: workflow.name,
      content_text: workflow.description ?? workflow.name,
      date_published: row.created_at.toISOString(),
      date_modified,
      language: workflow.default_locale,
      tags: [...workflow.tags],
      authors: [{ name: row.author }],
      _hidesync: {
        workflow_id: row.id,
        revision: row.revision,
        preset,
        signature: await signer.sign(signedTypes.preset, preset),
      },
    }
  }
}
