/** Everything in the player that has a key. */
export const keyActions = [
  'complete',
  'options',
  'confirm',
  'next',
  'previous',
  'return',
  'command',
  'undo',
  'note',
  'timer',
  'tray',
  'resources',
  'log',
  'story',
  'map',
  'read_aloud',
  'talk',
  'bench',
  'problem',
  'lanes',
  'help',
] as const
export type KeyAction = (typeof keyActions)[number]

/**
 * The keys of the player: names as `useShortcuts` has them. The first of an action is the one that a person may change; several
 * numbers (`1`–`9`) and what browsers and screen readers use stay as they are.
 */
export const defaultKeys: Readonly<Record<KeyAction, readonly string[]>> = {
  complete: ['Ctrl+Enter'],
  options: ['1', '9'],
  confirm: ['Enter'],
  next: ['n', 'ArrowRight'],
  previous: ['p', 'ArrowLeft'],
  return: ['Escape'],
  command: ['/', ':'],
  undo: ['u', 'Ctrl+z'],
  note: ['i'],
  timer: ['t'],
  tray: ['Shift+t'],
  resources: ['r'],
  log: ['l'],
  story: ['y'],
  map: ['m'],
  read_aloud: ['s'],
  talk: ['v'],
  bench: ['f'],
  problem: ['x'],
  lanes: ['Alt+1', 'Alt+9'],
  help: ['?'],
}

/** Actions whose two keys are the ends of a row. */
export const isRange = (action: KeyAction): boolean => action === 'options' || action === 'lanes'

const fixed: ReadonlySet<KeyAction> = new Set(['complete', 'options', 'confirm', 'return', 'lanes'])

/** What a person may give another key. */
export const changeableKeys: readonly KeyAction[] = keyActions.filter(action => !fixed.has(action))

/** A single letter or sign without Ctrl or Alt: what speech input types by accident, and what can be switched off (WCAG 2.1.4). */
export const isSingle = (key: string): boolean => !/^(Ctrl|Alt)\+/.test(key) && key.replace('Shift+', '').length === 1

export interface KeyChoices {
  readonly single_keys: boolean
  /** By the name of an action: the key that a person gave it. */
  readonly keys: Readonly<Record<string, string>>
}

/** The keys as a person has them: with their own in place of the first, and without single keys where those are off. */
export function keysOf(action: KeyAction, { single_keys, keys }: KeyChoices): readonly string[] {
  const own = keys[action]
  const [first = '', ...others] = defaultKeys[action]
  const all = own === undefined || fixed.has(action) ? [first, ...others] : [own, ...others]
  return single_keys ? all : all.filter(key => !isSingle(key))
}

/** Which action has a key already, other than the one that wants it; null: it is free. */
export function ownerOf(key: string, wanting: KeyAction, choices: KeyChoices): KeyAction | null {
  const all = { ...choices, single_keys: true }
  const isTaken = (action: KeyAction) =>
    keysOf(action, all).includes(key) || (action === 'options' && /^[1-9]$/.test(key))
  return keyActions.find(action => action !== wanting && isTaken(action)) ?? null
}
