import { broader, chosenLocales } from '@hidesync/domain/translations/locale'
import { useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { ContentLanguageState } from '../ui/ContentLanguage.tsx'
import { contentLanguages } from './language.ts'
import { preferences } from './preferences.ts'

interface Offer {
  readonly default_locale: string
  /** Those that there are translations into. */
  readonly locales: readonly string[]
}

/** The language that the server shows something in to who reads these. */
export const shownLanguage = (languages: readonly string[], offer: Offer): string =>
  chosenLocales(languages, offer)[0] ?? offer.default_locale

/** Whether somebody who wants the one is served with the other: `de-AT` is with `de`. */
export const suits = (wanted: string, shown: string): boolean => broader(wanted).at(-1) === broader(shown).at(-1)

/** What is named in the reader's own language: `English`. The tag itself, where there is no name. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale()
  return tag => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    } catch {
      return tag
    }
  }
}

/** In which language a workflow is shown, by the same rule as the server's, and what to say if it is not the wanted one. */
export function useContentLanguage(offer: Offer): ContentLanguageState {
  const t = useTranslations('content_language')
  const name = useLanguageName()
  useSyncExternalStore(preferences.subscribe, preferences.all)
  const languages = contentLanguages()
  const lang = shownLanguage(languages, offer)
  const wanted = languages[0] ?? 'en'
  return { lang, note: suits(wanted, lang) ? null : t('shown_in', { language: name(lang) }) }
}
