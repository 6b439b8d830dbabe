import { folded } from '../text/folded.ts'
import type { ResourceType } from '../workflows/definition.ts'
import { convert } from './units.ts'

/** One thing that steps need. */
export interface Need {
  readonly resource_type: ResourceType
  readonly name: string
  readonly unit: string | null
}

/** One thing that a workshop has. */
export interface StockItem {
  readonly resource_type: ResourceType
  readonly id: number
  readonly name: string
  /** Only materials are counted in one. */
  readonly unit: string | null
}

/** What a workshop has for a need: this very thing, only similar ones, or nothing of the kind. */
export interface ResourceMatch extends Need {
  readonly match: 'matched' | 'similar' | 'new'
  /** Of the thing itself. */
  readonly id?: number
  /** Similar ones, the most similar first, for a person to choose from. */
  readonly candidates: readonly { readonly id: number; readonly name: string; readonly unit: string | null }[]
}

/** Without case, accents and signs: how names are compared. */
const comparable = (name: string): string =>
  folded(name.slice(0, 200))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function trigramsOf(text: string): ReadonlySet<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** What two names have in common, as a part of what they have at all: 0 to 1, as PostgreSQL's `similarity`. */
const similarity = (shared: number, a: number, b: number): number => shared / (a + b - shared)

const similarFrom = 0.3
const mostCandidates = 3

const fits = (need: Need, item: StockItem): boolean =>
  need.resource_type !== 'material' ||
  need.unit === null ||
  item.unit === null ||
  convert(1, need.unit, item.unit) !== null

interface Known {
  readonly item: StockItem
  readonly size: number
}

/** The things of one kind, found by name and by parts of names. */
class Stock {
  readonly #byName = new Map<string, StockItem[]>()
  readonly #byTrigram = new Map<string, Known[]>()

  constructor(items: readonly StockItem[]) {
    for (const item of items) {
      const name = comparable(item.name)
      const same = this.#byName.get(name)
      if (same === undefined) this.#byName.set(name, [item])
      else same.push(item)
      const trigrams = trigramsOf(name)
      const known = { item, size: trigrams.size }
      for (const trigram of trigrams) {
        const list = this.#byTrigram.get(trigram)
        if (list === undefined) this.#byTrigram.set(trigram, [known])
        else list.push(known)
      }
    }
  }

  match(need: Need): ResourceMatch {
    const name = comparable(need.name)
    const exact = (this.#byName.get(name) ?? []).find(item => fits(need, item))
    if (exact !== undefined) return { ...need, match: 'matched', id: exact.id, candidates: [] }
    const candidates = this.#similarTo(name).map(({ id, name: called, unit }) => ({ id, name: called, unit }))
    return { ...need, match: candidates.length > 0 ? 'similar' : 'new', candidates }
  }

  #similarTo(name: string): readonly StockItem[] {
    const trigrams = trigramsOf(name)
    const shared = new Map<Known, number>()
    for (const trigram of trigrams)
      for (const known of this.#byTrigram.get(trigram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1)
    return [...shared]
      .map(([{ item, size }, count]) => ({ item, score: similarity(count, trigrams.size, size) }))
      .filter(({ score }) => score >= similarFrom)
      .toSorted((a, b) => b.score - a.score || a.item.id - b.item.id)
      .slice(0, mostCandidates)
      .map(({ item }) => item)
  }
}

/**
 * What a workshop has of what is needed. The same name (whatever its case, accents and signs) in a unit that converts is the thing
 * itself; names that resemble each other, and the same name in a unit that does not convert, are for a person to decide.
 */
export function matchResources(needs: readonly Need[], stock: readonly StockItem[]): readonly ResourceMatch[] {
  const byType = new Map<ResourceType, Stock>()
  const of = (type: ResourceType): Stock => {
    const known = byType.get(type) ?? new Stock(stock.filter(item => item.resource_type === type))
    byType.set(type, known)
    return known
  }
  return needs.map(need => of(need.resource_type).match(need))
}
