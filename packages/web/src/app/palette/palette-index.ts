import { folded } from '@hidesync/domain/text/folded'
import MiniSearch from 'minisearch'

/** What the palette can find: a place to go to or a thing to do. */
export interface Entry {
  readonly id: string
  readonly name: string
  /** Words by which it is found, too. */
  readonly words: string
  readonly kind: 'run' | 'room' | 'template' | 'workflow' | 'setting' | 'action'
}

/** What is meant more often by the same words stands before. */
const weight: Readonly<Record<Entry['kind'], number>> = {
  template: 1.5,
  run: 1.2,
  workflow: 1.2,
  room: 1.4,
  setting: 1,
  action: 1,
}

/** An index over entries, to which more may be added; asked while somebody types. */
export function paletteIndex() {
  const entries = new Map<string, Entry>()
  const known = new Map<string, { readonly name: string; readonly words: string }>()
  const index = new MiniSearch<Entry>({
    fields: ['name', 'words'],
    processTerm: folded,
    searchOptions: {
      prefix: true,
      fuzzy: term => (term.length > 3 ? 0.2 : false),
      boost: { name: 3 },
      combineWith: 'AND',
      boostDocument: id => weight[entries.get(String(id))?.kind ?? 'action'],
    },
  })
  return {
    /** Takes the entries in; one that is known is replaced where it has changed. */
    add(more: readonly Entry[]): void {
      for (const entry of more) {
        const before = entries.get(entry.id)
        if (before?.name === entry.name && before.words === entry.words) continue
        entries.set(entry.id, entry)
        known.set(entry.id, { name: folded(entry.name), words: folded(entry.words) })
        if (before === undefined) index.add(entry)
        else index.replace(entry)
      }
    },
    get: (id: string): Entry | undefined => entries.get(id),
    /** The ids that fit, the best first: what is called so, be it inside a word, before what has it in other words or resembles it. */
    find(text: string, most: number): readonly string[] {
      const terms = folded(text).split(/\s+/)
      const holds = (where: string) => terms.every(term => where.includes(term))
      const called = new Set([...known].flatMap(([id, { name }]) => (holds(name) ? [id] : [])))
      const ranked = index.search(text).map(({ id }) => String(id))
      const saying = ranked.filter(id => holds(`${known.get(id)?.name} ${known.get(id)?.words}`))
      const first = ranked.filter(id => called.has(id))
      return [...new Set([...first, ...called, ...saying, ...ranked])].slice(0, most)
    },
  }
}
