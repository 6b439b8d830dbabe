import type { MeaningKey, SlotKind } from './meaning.ts'
import type { Template } from './template.ts'

/**
 * Where reading a sentence may stand: what may come next, and what is meant if nothing does. All templates of a language are one
 * automaton that shares its beginning; reading it is one pass over the words with a set of states, never a trial and error.
 */
export interface State<Meaning = MeaningKey> {
  readonly words: ReadonlyMap<string, readonly State<Meaning>[]>
  readonly slots: readonly { readonly slot: SlotKind; readonly to: State<Meaning> }[]
  readonly meaning: Meaning | null
}

export interface Automaton<Meaning = MeaningKey> {
  readonly start: State<Meaning>
  /** Every word that stands in a template. */
  readonly words: ReadonlySet<string>
}

function together<Meaning>(states: readonly State<Meaning>[]): State<Meaning> {
  const [only] = states
  if (only !== undefined && states.length === 1) return only
  const words = new Map<string, Set<State<Meaning>>>()
  const slots: State<Meaning>['slots'][number][] = []
  let meaning: Meaning | null = null
  for (const state of new Set(states)) {
    for (const [word, to] of state.words) {
      const known = words.get(word)
      if (known === undefined) words.set(word, new Set(to))
      else for (const each of to) known.add(each)
    }
    slots.push(...state.slots)
    meaning ??= state.meaning
  }
  return { words: new Map([...words].map(([word, to]) => [word, [...to]])), slots, meaning }
}

/** What has to be read for the template and then what follows it: built from the end, so that nothing is ever copied. */
function before<Meaning>(template: Template, next: State<Meaning>): State<Meaning> {
  switch (template.kind) {
    case 'word':
      return { words: new Map([[template.word, [next]]]), slots: [], meaning: null }
    case 'slot':
      return { words: new Map(), slots: [{ slot: template.slot, to: next }], meaning: null }
    case 'sequence':
      return template.parts.reduceRight((following, part) => before(part, following), next)
    case 'choice':
      return together(template.parts.map(part => before(part, next)))
  }
}

const wordsIn = (template: Template): readonly string[] =>
  template.kind === 'word' ? [template.word] : template.kind === 'slot' ? [] : template.parts.flatMap(wordsIn)

/** Makes one automaton of all templates. Throws for a template that says nothing. */
export function compile<Meaning>(
  templates: readonly { readonly key: Meaning; readonly template: Template }[],
): Automaton<Meaning> {
  const ends = new Map<Meaning, State<Meaning>>()
  const starts = templates.map(({ key, template }) => {
    const end = ends.get(key) ?? { words: new Map(), slots: [], meaning: key }
    ends.set(key, end)
    const start = before(template, end)
    if (start.meaning !== null) throw new Error(`A template of “${String(key)}” says nothing.`)
    return start
  })
  return { start: together(starts), words: new Set(templates.flatMap(({ template }) => wordsIn(template))) }
}
