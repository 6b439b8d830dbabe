import type app from '../locales/app.en.json'
import type bench from '../locales/bench.en.json'
import type refusals from '../locales/refusals.en.json'
import type settings from '../locales/settings.en.json'
import type workflows from '../locales/workflows.en.json'
import { pseudoLocales } from './pseudo-locales.ts'

/** A catalogue comes in parts: what any page may say, and what is said in some rooms alone and fetched with them. */
interface Parts {
  readonly app: typeof app
  readonly bench: typeof bench
  readonly refusals: typeof refusals
  readonly settings: typeof settings
  readonly workflows: typeof workflows
}
export type TextPart = keyof Parts
export type AppTexts = Parts['app']
export type RefusalTexts = Parts['refusals']

/** All texts. Those of a part are there within its `<Texts>` alone. */
export type Messages = AppTexts & Parts['bench'] & RefusalTexts & Parts['settings'] & Parts['workflows']

declare module 'use-intl' {
  interface AppConfig {
    /** With its region, as `en-GB`: dates and numbers follow it. */
    Locale: string
    Messages: Messages
  }
}

/** To add a language is to lay its files beside the English ones; `locales.test.ts` says what they lack. */
const files = import.meta.glob<Messages>('../locales/*.json', { import: 'default' })
const addressOf = (part: TextPart, catalogue: string) => `../locales/${part}.${catalogue}.json`

/** The languages that there are texts in: `de`. */
export const catalogues: readonly string[] = Object.keys(files).flatMap(
  path => /\/app\.([\w-]+)\.json$/.exec(path)?.[1] ?? [],
)

async function load(part: TextPart, catalogue: string): Promise<Messages> {
  const pseudo = pseudoLocales.find(one => one === catalogue)
  if (pseudo !== undefined) {
    const [{ pseudoMessages }, english] = await Promise.all([import('./pseudo-locale.ts'), fetchTexts(part, 'en')])
    return pseudoMessages(english, pseudo)
  }
  const texts = files[addressOf(part, catalogue)]
  if (texts === undefined) throw new Error(`There is no part “${part}” of the catalogue “${catalogue}”.`)
  return await texts()
}

const parts = new Set<TextPart>()
const onTheWay = new Map<string, Promise<Messages>>()
const arrived = new Map<string, Messages>()

/** Which parts somebody has asked for so far. */
export const usedParts = (): readonly TextPart[] => [...parts]

/** The texts of a part where they have come; asking draws nothing. */
export const textsAtHand = (part: TextPart, catalogue: string): Messages | undefined =>
  arrived.get(addressOf(part, catalogue))

/** The texts of a part: always the same promise, but for one that failed, which may be asked for again. */
export function fetchTexts(part: TextPart, catalogue: string): Promise<Messages> {
  parts.add(part)
  const address = addressOf(part, catalogue)
  const known = onTheWay.get(address)
  if (known !== undefined) return known
  const coming = load(part, catalogue)
  onTheWay.set(address, coming)
  coming.then(
    texts => arrived.set(address, texts),
    () => onTheWay.delete(address),
  )
  return coming
}
