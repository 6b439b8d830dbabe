import { decide } from '@hidesync/domain/executions/decide'
import type { Intent, Slots } from '@hidesync/domain/navigation/language/intent'
import { navigationOptions, type NavigationOption } from '@hidesync/domain/navigation/options'
import { nameOf, numberOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { vocabularyOf } from '@hidesync/domain/navigation/converse/vocabulary'
import { suggestion } from '@hidesync/domain/navigation/suggestion'
import { folded } from '@hidesync/domain/text/folded'
import type { KeyAction } from '../keys/key-map.ts'
import type { Saying } from './exchange.ts'

/** What a suggestion is about, which its icon shows. */
export type SuggestionKind = 'do' | 'choose' | 'go' | 'look' | 'ask' | 'resource' | 'help'

/** What comes of it: in words, or by how many steps a jump passes over. */
export type Effect =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'jump'; readonly number: number; readonly skipped: number }
  | { readonly type: 'look'; readonly number: number }
  | { readonly type: 'need' }

export interface Suggestion {
  readonly id: string
  readonly kind: SuggestionKind
  readonly label: string
  readonly effect: Effect | null
  readonly shortcut: KeyAction | null
  readonly saying: Saying
}

const words = (text: string): Effect => ({ type: 'words', text })

const shortcuts: Partial<Record<NavigationOption['action'], KeyAction>> = { complete_step: 'complete', undo: 'undo' }

/** An option as something that could have been said. */
function meaningOf({ action, step_id, option_id, verdict }: NavigationOption): { intent: Intent; slots: Slots } {
  const step = step_id === undefined ? {} : { step_id }
  switch (action) {
    case 'complete_step':
      return { intent: 'complete', slots: { ...step, ...(verdict === undefined ? {} : { verdict }) } }
    case 'make_decision':
      return { intent: 'decide', slots: option_id === undefined ? {} : { option_id } }
    case 'navigate_to_step':
      return { intent: 'goto', slots: step }
    case 'skip_step':
      return { intent: 'skip', slots: step }
    default:
      return { intent: action, slots: {} }
  }
}

/** What the engine takes now. */
function options(run: Run): Suggestion[] {
  return navigationOptions(run).map(option => {
    const { action, label, description, step_id = 0, option_id = 0, verdict = '' } = option
    const { intent, slots } = meaningOf(option)
    const isLook = action === 'navigate_to_step'
    return {
      id: `option-${action}-${step_id}-${option_id}-${verdict}`,
      kind: action === 'make_decision' ? 'choose' : isLook ? 'look' : 'do',
      label,
      effect: words(description),
      shortcut: step_id === 0 || step_id === run.state.current_step_id ? (shortcuts[action] ?? null) : null,
      saying: { type: 'meant', text: label, intent, slots },
    }
  })
}

/** What can be said, from the list that help shows; the first of it is help itself. */
function phrases(run: Run): Suggestion[] {
  return textsFor(run).answers.helpLines.map(([text, does], index) => ({
    id: `phrase-${index}`,
    kind: index === 0 ? 'help' : 'ask',
    label: text,
    effect: words(does),
    shortcut: null,
    // What ends in dots is to be completed first.
    saying: { type: 'words', text },
  }))
}

/** What going to a step would do, by the engine's word; null: it cannot be gone to. */
function effectOfGoing(run: Run, step_id: number): Effect | null {
  const given = { type: 'navigate', step_id, at: run.at, actor_id: null } as const
  const plain = decide(run.workflow, run.state, given)
  if (plain.ok) return { type: 'look', number: numberOf(run, step_id) }
  const jump = decide(run.workflow, run.state, { ...given, skip: true })
  return jump.ok ? { type: 'jump', number: numberOf(run, step_id), skipped: jump.skipped_steps.length } : null
}

function stepsNamed(run: Run, query: readonly string[]): Suggestion[] {
  const found = run.workflow.steps.filter(
    ({ id }) => id !== run.state.current_step_id && matches(`${numberOf(run, id)} ${nameOf(run, id)}`, query),
  )
  return found.slice(0, mostSteps).flatMap(({ id }) => {
    const effect = effectOfGoing(run, id)
    const label = textsFor(run).readings.goto(nameOf(run, id), null)?.[0]
    if (effect === null || label === undefined) return []
    const saying: Saying = { type: 'meant', text: label, intent: 'goto', slots: { step_id: id } }
    return [{ id: `step-${id}`, kind: 'go', label, effect, shortcut: null, saying }]
  })
}

function resourcesNamed(run: Run, query: readonly string[]): Suggestion[] {
  const found = vocabularyOf(run).resources.filter(({ name }) => matches(name, query))
  return found.slice(0, mostResources).map(({ id, name }) => ({
    id: `resource-${id}`,
    kind: 'resource',
    label: name,
    effect: { type: 'need' },
    shortcut: null,
    saying: { type: 'meant', text: name, intent: 'list_resources', slots: { resource_id: id } },
  }))
}

const mostSteps = 4
const mostResources = 3
const mostShown = 9

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether each word that was typed begins one of the text. */
function matches(text: string, query: readonly string[]): boolean {
  const known = wordsOf(text)
  return query.every(word => known.some(one => one.startsWith(word)))
}

/** What an empty command bar offers: what comes next with its reason, and what is asked most. */
export function firstSuggestions(
  run: Run,
  asks: readonly { text: string; intent: Intent; slots: Slots }[],
): Suggestion[] {
  const { message, reason, action } = suggestion(run)
  const [first] = options(run)
  const next: Suggestion | null =
    action === 'none' || action === 'wait' || first === undefined
      ? null
      : { ...first, effect: words(reason || message) }
  return [
    ...(next === null ? [] : [next]),
    ...asks.map(({ text, intent, slots }): Suggestion => ({
      id: `ask-${intent}`,
      kind: 'ask',
      label: text,
      effect: null,
      shortcut: null,
      saying: { type: 'meant', text, intent, slots },
    })),
  ]
}

/** What may be meant by what is being typed, the likeliest first. */
export function suggestionsFor(run: Run, text: string): Suggestion[] {
  const query = wordsOf(text)
  if (query.length === 0) return []
  const [help, ...said] = phrases(run)
  const ranked = [
    ...options(run).filter(({ label }) => matches(label, query)),
    ...said.filter(({ label, effect }) => matches(`${label} ${effect?.type === 'words' ? effect.text : ''}`, query)),
    ...stepsNamed(run, query),
    ...resourcesNamed(run, query),
    ...(help !== undefined && matches(help.label, query) ? [help] : []),
  ]
  return ranked.slice(0, mostShown)
}
