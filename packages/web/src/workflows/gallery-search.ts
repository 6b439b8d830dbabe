import { difficultyLevels, type DifficultyLevel } from '@hidesync/domain/workflows/definition'

/** How the gallery can be sorted, and how the server is asked for it. */
const sorts = {
  changed: { order_by: 'updated_at', order_dir: 'desc' },
  name: { order_by: 'name', order_dir: 'asc' },
  shortest: { order_by: 'estimated_duration', order_dir: 'asc' },
  easiest: { order_by: 'difficulty_level', order_dir: 'asc' },
  best_rated: { order_by: 'rating', order_dir: 'desc' },
  most_made: { order_by: 'executions', order_dir: 'desc' },
} as const
export type GallerySort = keyof typeof sorts
export const gallerySorts = Object.keys(sorts) as readonly GallerySort[]

/** What the gallery shows, as the address says it. */
export interface GallerySearch {
  readonly search?: string
  readonly category?: string
  readonly difficulty?: DifficultyLevel
  /** Minutes from and to, such as `60-240`; `1440-` is open above. */
  readonly duration?: string
  readonly language?: string
  readonly tag?: string
  readonly sort?: GallerySort
}

export const facetKeys = ['category', 'difficulty', 'duration', 'language', 'tag'] as const
export type FacetKey = (typeof facetKeys)[number]

const text = (value: unknown, most: number): string | undefined => {
  const plain = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return typeof plain === 'string' && plain.trim() !== '' ? plain.slice(0, most) : undefined
}
const matching = (value: unknown, form: RegExp) => {
  const plain = text(value, 40)
  return plain !== undefined && form.test(plain) ? plain : undefined
}

/** What an address says after `?`, where it makes sense; the rest is left out. */
export function readGallerySearch(search: Record<string, unknown>): GallerySearch {
  const values = {
    search: text(search['search'], 200),
    category: text(search['category'], 100),
    difficulty: difficultyLevels.find(known => known === search['difficulty']),
    duration: matching(search['duration'], /^\d{1,5}-\d{0,5}$/),
    language: matching(search['language'], /^[a-z]{2,3}$/),
    tag: text(search['tag'], 50),
    sort: gallerySorts.find(known => known === search['sort']),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

export function rangeOf(duration: string): { readonly min: number; readonly max: number | null } {
  const [min = '0', max = ''] = duration.split('-')
  return { min: Number(min), max: max === '' ? null : Number(max) }
}

export const durationOf = (min: number, max: number | null): string => `${min}-${max ?? ''}`

/** The same for the server, without the order. */
export function filtersOf({ search, category, difficulty, duration, language, tag }: GallerySearch) {
  const range = duration === undefined ? null : rangeOf(duration)
  return {
    ...(search === undefined ? {} : { search }),
    ...(category === undefined ? {} : { category }),
    ...(difficulty === undefined ? {} : { difficulty_level: difficulty }),
    ...(range === null ? {} : { duration_min: range.min }),
    ...(range === null || range.max === null ? {} : { duration_max: range.max }),
    ...(language === undefined ? {} : { language }),
    ...(tag === undefined ? {} : { tag }),
  }
}

/** Unless stated, the server puts first what fits the search best, or what was changed last. */
export const orderOf = ({ sort }: GallerySearch) => (sort === undefined ? {} : sorts[sort])

/** The search without one of its parts. */
export const without = (search: GallerySearch, ...keys: readonly (keyof GallerySearch)[]): GallerySearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => !keys.includes(key as keyof GallerySearch)))
