import type { TranslatedText } from '@hidesync/domain/translations/completeness'
import type { Languages } from '@hidesync/domain/translations/merge-translations'

/** Language -> place -> text, and the hash of its source. */
type Stored = Readonly<Record<string, Readonly<Record<string, readonly [string, string | null]>>>>

/** Translations as one JSON text, where those of a certain time are kept. */
export const storedLanguages = (languages: Languages): string => {
  const stored: Stored = Object.fromEntries(
    [...languages].map(([locale, translation]) => {
      const texts = [...translation].map(([key, { text, source_hash }]) => [key, [text, source_hash]] as const)
      return [locale, Object.fromEntries(texts)]
    }),
  )
  return JSON.stringify(stored)
}

/** The same, read back. */
export const languagesFrom = (stored: unknown): Languages =>
  new Map(
    Object.entries(stored as Stored).map(([locale, texts]) => [
      locale,
      new Map(
        Object.entries(texts).map(([key, [text, source_hash]]): [string, TranslatedText] => [
          key,
          { text, source_hash },
        ]),
      ),
    ]),
  )
