import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from './device-storage.ts'
import { createStore } from './store.ts'

/** Whether the browser may listen: also where its maker hears it (`true`), or only where nothing leaves the device. */
export type Consent = boolean | 'on_device'

/** How this person likes the app, a section for each page of the settings. All of it has an effect somewhere: nothing is only kept. */
export interface Preferences {
  readonly appearance: {
    /** `contrast`: as light or dark as the system, and nothing pale. */
    readonly theme: 'system' | 'light' | 'dark' | 'contrast'
    readonly text_percent: number
    readonly density: 'comfortable' | 'compact'
    readonly font: 'hyperlegible' | 'system'
    readonly spacing: 'normal' | 'wide'
    readonly motion: 'system' | 'reduced'
    /** The list of rooms on wide screens: with words, or icons alone. */
    readonly rail: 'wide' | 'narrow'
  }
  readonly language: {
    /** Of buttons and menus; null: as the browser says. */
    readonly interface: string | null
    /** Of workflows and their steps; null: as the interface. */
    readonly content: string | null
    readonly units: 'as_written' | 'metric' | 'imperial'
  }
  readonly player: {
    readonly view: 'focus' | 'story'
    readonly bench: boolean
    /** A tap on an option chooses it; it can be undone. */
    readonly one_tap: boolean
    readonly hold_ms: number
    /** `steps`: right is next, as the gesture endpoint has it; `pages`: left turns on, as in a book. */
    readonly swipe: 'steps' | 'pages' | 'off'
    readonly usage: 'off' | 'optional' | 'required'
    readonly seen_hints: readonly string[]
  }
  readonly voice: {
    readonly mode: 'off' | 'hold' | 'toggle' | 'hands_free'
    readonly read_aloud: boolean
    /** Null: not asked yet. */
    readonly consent: Consent | null
  }
  readonly timers: { readonly sound: boolean; readonly volume: number }
  readonly shortcuts: {
    readonly single_keys: boolean
    /** Keys that were changed, by the name of what they do. */
    readonly keys: Readonly<Record<string, string>>
  }
}

export const defaultPreferences: Preferences = {
  appearance: {
    theme: 'system',
    text_percent: 100,
    density: 'comfortable',
    font: 'hyperlegible',
    spacing: 'normal',
    motion: 'system',
    rail: 'wide',
  },
  language: { interface: null, content: null, units: 'as_written' },
  player: {
    view: 'focus',
    bench: false,
    one_tap: false,
    hold_ms: 600,
    swipe: 'steps',
    usage: 'optional',
    seen_hints: [],
  },
  voice: { mode: 'off', read_aloud: false, consent: null },
  timers: { sound: true, volume: 0.8 },
  shortcuts: { single_keys: true, keys: {} },
}

type Section = keyof Preferences

type Check<T> = (value: unknown) => value is T

const oneOf =
  <T extends string>(...allowed: readonly T[]): Check<T> =>
  (value): value is T =>
    allowed.some(known => known === value)
const between =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= least && value <= most
const isBoolean: Check<boolean> = value => typeof value === 'boolean'
const isConsent: Check<Consent> = (value): value is Consent => isBoolean(value) || value === 'on_device'
const isText: Check<string> = value => typeof value === 'string'
const isTexts: Check<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every(isText)
const isTextByName: Check<Readonly<Record<string, string>>> = (value): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)
const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value)

/** What each field may hold: a device or an account may keep what an older or newer app wrote. */
const checks: { readonly [S in Section]: { readonly [F in keyof Preferences[S]]: Check<Preferences[S][F]> } } = {
  appearance: {
    theme: oneOf('system', 'light', 'dark', 'contrast'),
    text_percent: between(100, 200),
    density: oneOf('comfortable', 'compact'),
    font: oneOf('hyperlegible', 'system'),
    spacing: oneOf('normal', 'wide'),
    motion: oneOf('system', 'reduced'),
    rail: oneOf('wide', 'narrow'),
  },
  language: {
    interface: orNull(isText),
    content: orNull(isText),
    units: oneOf('as_written', 'metric', 'imperial'),
  },
  player: {
    view: oneOf('focus', 'story'),
    bench: isBoolean,
    one_tap: isBoolean,
    hold_ms: between(100, 5000),
    swipe: oneOf('steps', 'pages', 'off'),
    usage: oneOf('off', 'optional', 'required'),
    seen_hints: isTexts,
  },
  voice: { mode: oneOf('off', 'hold', 'toggle', 'hands_free'), read_aloud: isBoolean, consent: orNull(isConsent) },
  timers: { sound: isBoolean, volume: between(0, 1) },
  shortcuts: { single_keys: isBoolean, keys: isTextByName },
}

/** What was kept, as far as it still makes sense; the standard for the rest. */
export function readPreferences(kept: unknown): Preferences {
  const section = (name: Section) => {
    const own: unknown = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>)[name] : null
    const values = typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : {}
    const fields: Readonly<Record<string, Check<unknown>>> = checks[name]
    return Object.fromEntries(
      Object.entries(defaultPreferences[name]).map(([field, standard]: [string, unknown]) => [
        field,
        fields[field]?.(values[field]) === true ? values[field] : standard,
      ]),
    )
  }
  const sections = Object.keys(defaultPreferences) as Section[]
  return Object.fromEntries(sections.map(name => [name, section(name)])) as unknown as Preferences
}

const key = 'preferences'
const store = createStore<Preferences>(readPreferences(readDevice(key)))

let isElsewhere = false
// Another tab of the same device changed something.
window.addEventListener('storage', event => {
  if (event.key !== `hidesync.${key}`) return
  isElsewhere = true
  store.set(readPreferences(readDevice(key)))
  isElsewhere = false
})

export const preferences = {
  all: store.get,
  subscribe: store.subscribe,
  /** Whether what is told just now was changed in another tab. */
  isFromElsewhere: () => isElsewhere,
  /** Takes over all of it, as when somebody else signs in on the device. */
  replace(next: Preferences): void {
    writeDevice(key, next)
    store.set(next)
  },
  change<S extends Section>(section: S, values: Partial<Preferences[S]>): void {
    preferences.replace({ ...store.get(), [section]: { ...store.get()[section], ...values } })
  },
}

export function usePreferences<S extends Section>(section: S): Preferences[S] {
  return useSyncExternalStore(store.subscribe, () => store.get()[section])
}
