import MiniSearch from 'minisearch'

export interface Findable {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly category: string | null
  readonly tags: readonly string[]
}

/** What of the given things fits the words best, best first: their beginnings and small slips count, too. */
export function rank<T extends Findable>(items: readonly T[], words: string): readonly T[] {
  const index = new MiniSearch({ fields: ['name', 'description', 'category', 'tags'] })
  index.addAll(items.map(item => ({ ...item, tags: item.tags.join(' ') })))
  const byId = new Map(items.map(item => [item.id, item]))
  return index
    .search(words, { prefix: true, fuzzy: 0.2, boost: { name: 3, tags: 2 }, combineWith: 'AND' })
    .flatMap(({ id }) => byId.get(Number(id)) ?? [])
}
