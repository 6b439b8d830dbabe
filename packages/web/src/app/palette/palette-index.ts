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
        const known = entries.get(entry.id)
        if (known?.name === entry.name && known.words === entry.words) continue
        entries.set(entry.id, entry)
        if (known === undefined) index.add(entry)
        else index.replace(entry)
      }
    },
    get: (id: string): Entry | undefined => entries.get(id),
    /** The ids that fit, the best first. */
    find: (text: string, most: number): readonly string[] =>
      index
        .search(text)
        .slice(0, most)
        .map(({ id }) => String(id)),
  }
}
