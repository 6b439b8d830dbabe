import { foldName, matchesOf } from '../../command-line/pick-by-name.ts'
import { nearest, type Suggestion } from './nearest.ts'
import { plainWords, type Verb, verbOf, vocabulary } from './vocabulary.ts'

/** What can be named in a phrase right now. */
export interface Nameable {
  /** The numbered list: what each entry does, as its index. */
  readonly actions: readonly { readonly label: string; readonly say: string }[]
  /** Options of the decision in view, in order. */
  readonly options: readonly { readonly id: number; readonly name: string }[]
  /** All steps, in order. */
  readonly steps: readonly { readonly id: number; readonly name: string }[]
}

/** What a person meant. What is unclear is an intent as well: it changes nothing and says what might be meant. */
export type Intent =
  | { readonly kind: 'action'; readonly index: number }
  | { readonly kind: 'verb'; readonly verb: Exclude<Verb, 'note' | 'skip' | 'fail'> }
  | { readonly kind: 'skip' | 'fail' | 'note'; readonly text: string | null }
  | { readonly kind: 'choose'; readonly option_id: number }
  | { readonly kind: 'goto'; readonly step_id: number }
  | { readonly kind: 'unclear'; readonly message: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'nothing' }

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `3`, `three`, `third`, `#3` and `number 3` as 3. */
function numberIn(text: string): number | null {
  const word = text.replace(/^(?:#|number |no |the )/, '').replace(/ one$/, '')
  if (/^\d{1,6}$/.test(word)) return Number(word)
  const index = Math.max(numbers.indexOf(word), ordinals.indexOf(word))
  return index < 0 ? null : index + 1
}

type Listed = { readonly id: number; readonly name: string }

/** One of a list, by its number or by its name; or why it is not clear which. */
function pick(text: string, things: readonly Listed[], kind: string): Listed | Extract<Intent, { kind: 'unclear' }> {
  const number = numberIn(text)
  const counted = number === null ? undefined : things[number - 1]
  if (counted !== undefined) return counted
  const found = number === null ? matchesOf(text, things) : []
  if (found.length === 1 && found[0] !== undefined) return found[0]
  const count = things.length
  if (count === 0) return { kind: 'unclear', message: `There is no ${kind} to name here.`, suggestions: [] }
  const message =
    number !== null
      ? `There is no ${kind} ${number}: they go from 1 to ${count}.`
      : found.length > 1
        ? `“${text}” fits several.`
        : `There is no ${kind} “${text}”.`
  const names = found.length > 1 ? found : things
  const phrases = names.map(({ name }) => ({ say: name, phrases: [foldName(name)] }))
  const prefix = kind === 'step' ? 'goto ' : 'choose '
  return { kind: 'unclear', message, suggestions: nearest(foldName(text), phrases).map(name => prefix + name) }
}

const isUnclear = (found: Listed | Intent): found is Extract<Intent, { kind: 'unclear' }> => 'kind' in found

const goesTo = /^(?:goto|go to|jump to|skip to|switch to|move to|open|start) (?:the )?(?:step )?(.+)$/
const chooses =
  /^(?:choose|pick|take|select|decide|decide for|i choose|i take|let's take|option|the option) (?:the )?(?:option )?(.+)$/
const withText = /^(note|add note|add a note|make a note|remember|skip because|skip|fail because|fail)\b:?\s+(.+)$/is

function withWords(text: string, nameable: Nameable): Intent | null {
  const words = plainWords(text)
  const target = goesTo.exec(words)?.[1]
  if (target !== undefined) {
    const found = pick(target, nameable.steps, 'step')
    return isUnclear(found) ? found : { kind: 'goto', step_id: found.id }
  }
  const spoken = withText.exec(text.trim())
  if (spoken !== null) {
    const [, opening = '', rest = ''] = spoken
    const verb = opening.toLowerCase()
    const kind = verb.startsWith('skip') ? 'skip' : verb.startsWith('fail') ? 'fail' : 'note'
    return { kind, text: rest.trim() }
  }
  const option = chooses.exec(words)?.[1]
  if (option !== undefined) {
    const found = pick(option, nameable.options, 'option')
    return isUnclear(found) ? found : { kind: 'choose', option_id: found.id }
  }
  return null
}

const saidAloud: readonly Verb[] = [
  'look',
  'more',
  'tips',
  'needs',
  'time',
  'progress',
  'history',
  'where',
  'steps',
  'help',
  'quit',
]

function unknown(text: string, nameable: Nameable): Intent {
  const verbs = new Set<string>(saidAloud)
  const suggestions: Suggestion[] = [
    ...nameable.actions.map(({ label, say }) => ({
      say,
      phrases: [say, foldName(label), ...(vocabulary[say as Verb] ?? [])],
    })),
    ...[...verbs].map(verb => ({ say: vocabulary[verb as Verb][0], phrases: vocabulary[verb as Verb] })),
    ...nameable.steps.map(({ name }) => ({ say: `goto ${name}`, phrases: [`goto ${foldName(name)}`] })),
  ]
  const message = `I do not understand “${text.slice(0, 60)}”. Nothing was changed.`
  return { kind: 'unclear', message, suggestions: nearest(plainWords(text), suggestions) }
}

/**
 * Understands one line of a person: a number of the list, a few plain words, or the words of an option or a step.
 * A number alone means the list; an option's own words choose it; everything else that is not known is `unclear`.
 */
export function parsePhrase(text: string, nameable: Nameable): Intent {
  const words = plainWords(text)
  if (words === '' && /^\s*\?+\s*$/.test(text)) return { kind: 'verb', verb: 'help' }
  if (words === '') return { kind: 'nothing' }
  if (/^#?\d+$/.test(words)) {
    const number = Number(words.replace('#', ''))
    if (number >= 1 && number <= nameable.actions.length) return { kind: 'action', index: number - 1 }
    const count = nameable.actions.length
    const message = count === 0 ? 'There is nothing to choose from.' : `The list goes from 1 to ${count}.`
    return { kind: 'unclear', message, suggestions: [] }
  }
  const exact = matchesOf(words, nameable.options)
  if (exact.length === 1 && exact[0] && foldName(exact[0].name) === foldName(words))
    return { kind: 'choose', option_id: exact[0].id }
  const verb = verbOf(words)
  if (verb === 'note' || verb === 'skip' || verb === 'fail') return { kind: verb, text: null }
  if (verb !== null) return { kind: 'verb', verb }
  const understood = withWords(text, nameable)
  if (understood !== null) return understood
  if (exact.length === 1 && exact[0] && words.length >= 3) return { kind: 'choose', option_id: exact[0].id }
  return unknown(text, nameable)
}
