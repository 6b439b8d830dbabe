import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { meantBy, wordsOf } from './search-words.ts'
import type { WorkflowFilter } from './workflow-filter-sql.ts'
import type { Selection } from './workflow-list-sql.ts'
import { sharedExtent, type SharedExtent } from './workflow-sources-sql.ts'

export interface WorkflowListRequest {
  readonly filter: WorkflowFilter
  readonly search: string
  /** Those of whoever searches. */
  readonly languages: readonly string[]
}

/** The words with what each may have been meant to be; null where none looks like a slip. */
async function correctedWords(db: Database, words: readonly string[]): Promise<readonly string[] | null> {
  const { rows } = await sql<{ alike: string[] }>`
    select array(select similar_words(fold_text(word))) as alike
    from unnest(${[...words]}::text[]) with ordinality as w(word, place) order by place`.execute(db)
  const corrected = words.map((word, index) => [word, ...meantBy(word, rows[index]?.alike ?? [])].join('|'))
  return corrected.some(word => word.includes('|')) ? corrected : null
}

/** What search_query makes of the words, and how much was shared with the caller. */
async function prepared(db: Database, caller: Caller, words: readonly string[], languages: readonly string[]) {
  const { rows } = await sql<{ query: string | null; shared: SharedExtent }>`
    select search_query(${[...words]}::text[], ${[...new Set([...languages.slice(0, 5), 'en'])]}::text[])::text as query,
      ${sharedExtent(caller)} as shared`.execute(db)
  return rows[0] ?? { query: null, shared: 'unknown' as const }
}

/**
 * Reads something about the workflows that are asked for; a search that finds none is tried again allowing for slips.
 * `none` is what there is to say of no workflow.
 */
export async function readSelected<T extends { readonly total: number }>(
  db: Database,
  caller: Caller,
  { filter, search, languages }: WorkflowListRequest,
  { read, none }: { readonly read: (selection: Selection) => Promise<T>; readonly none: T },
): Promise<T> {
  const searches = search.trim() !== ''
  const words = wordsOf(search)
  const { query, shared } = await prepared(db, caller, words, languages)
  if (!searches) return read({ filter, terms: null, shared })
  // Nothing but signs: no workflow has that for a word.
  if (query === null) return none
  const exact = await read({ filter, terms: { text: search, query }, shared })
  if (exact.total > 0) return exact
  const corrected = await correctedWords(db, words)
  const corrections = corrected === null ? null : (await prepared(db, caller, corrected, languages)).query
  return corrections === null ? exact : read({ filter, terms: { text: search, query: corrections }, shared })
}
