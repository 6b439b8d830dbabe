import { verifyFeed } from '@hidesync/contract/presets/verify-feed'
import type { FeedItem } from '@hidesync/contract/presets/feed.schemas'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { feedError, fetchPage, largestFeed } from './fetch-page.ts'

/** One preset that a feed offers. */
export interface FeedEntry {
  /** The same for every version of it. */
  readonly key: string
  readonly title: string
  readonly author: string
  /** When it was published so, RFC 3339. */
  readonly modified: string
  readonly preset: JsonObject
}

export interface Feed {
  /** Thumbprint of the key that signed all of it. */
  readonly kid: string
  /** The last changed first. */
  readonly entries: readonly FeedEntry[]
}

const version = 'https://jsonfeed.org/version/1.1'
const mostPages = 200
/** As large as a server takes. */
const largestPreset = 5 * 1024 * 1024

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const invalid = (url: string, what: string) => feedError('invalid', `The feed at ${url} was refused: ${what}`, 5)

function entryOf(url: string, item: FeedItem, index: number): FeedEntry {
  const { title, date_modified, authors, _hidesync } = item as Partial<FeedItem>
  const { workflow_id, preset } = _hidesync ?? {}
  const whole =
    typeof title === 'string' &&
    Number.isSafeInteger(workflow_id) &&
    isObject(preset) &&
    !Number.isNaN(Date.parse(date_modified ?? ''))
  if (!whole) throw invalid(url, `preset ${index + 1} lacks its title, number, date or content.`)
  const size = Buffer.byteLength(JSON.stringify(preset))
  if (size > largestPreset)
    throw invalid(url, `“${title}” has ${Math.ceil(size / 1024 / 1024)} MB; 5 MB are taken at most.`)
  const [author] = Array.isArray(authors) ? authors : []
  return {
    key: String(workflow_id),
    title,
    author: typeof author?.name === 'string' ? author.name : '',
    modified: new Date(date_modified ?? '').toISOString(),
    preset,
  }
}

/** The page behind, at the address that was subscribed to, whatever address the installation believes to have. */
function addressOfNext(url: string, next: unknown): string | null {
  if (typeof next !== 'string' || !URL.canParse(next, url)) return null
  const { pathname, search } = new URL(next, url)
  return new URL(`${pathname}${search}`, url).href
}

/** The key that was accepted, and under what name the subscription stands. */
export interface Pinned {
  readonly name: string
  readonly kid: string
}

function refuseKey(url: string, kid: string, pinned: Pinned | undefined): never {
  if (pinned === undefined) throw invalid(url, 'its pages are signed with different keys.')
  throw feedError(
    'key_changed',
    `“${pinned.name}” is signed with another key than when you subscribed: nothing of it was taken. Ask its people whether the key is theirs. If so: hidesync presets unsubscribe "${pinned.name}", then: hidesync presets subscribe ${url}\n  then  ${pinned.kid}\n  now   ${kid}`,
    5,
  )
}

async function verified(url: string, value: unknown) {
  const stated = isObject(value) ? value['version'] : undefined
  if (typeof stated === 'string' && stated !== version)
    throw invalid(url, `it is of version ${stated.slice(0, 80)}; this hidesync reads ${version}.`)
  const verdict = await verifyFeed(value)
  if (!verdict.ok) throw invalid(url, verdict.reason)
  return verdict
}

/**
 * All that a feed offers, every page and every preset proven to be signed with one key; with `pinned` with that key. Throws a
 * sentence for a person; then nothing of it is to be trusted.
 */
export async function readFeed(url: string, pinned?: Pinned): Promise<Feed> {
  const entries = new Map<string, FeedEntry>()
  const seen = new Set<string>()
  let kid = pinned?.kid
  let room = largestFeed
  for (let next: string | null = url; next !== null;) {
    if (seen.size === mostPages) throw invalid(url, `it has more than ${mostPages} pages.`)
    if (seen.has(next)) throw invalid(url, 'its pages go round in circles.')
    seen.add(next)
    const { value, size } = await fetchPage(next, room)
    const verdict = await verified(url, value)
    if (kid !== undefined && kid !== verdict.kid) refuseKey(url, verdict.kid, pinned)
    ;({ kid } = verdict)
    room -= size
    for (const [index, item] of verdict.feed.items.entries()) {
      const entry = entryOf(url, item, index)
      if (!entries.has(entry.key)) entries.set(entry.key, entry)
    }
    next = addressOfNext(next, verdict.feed.next_url)
  }
  return { kid: kid ?? '', entries: [...entries.values()] }
}
