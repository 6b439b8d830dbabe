import { useLocale } from 'use-intl'
import { usePreferences } from '../app/preferences.ts'

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag

interface Written {
  readonly default_locale: string
  readonly locale?: string
}

/** In which language a workflow is shown, and whether that is another one than the person reads best. */
export function useContentLanguage(): (workflow: Written) => { readonly lang: string; readonly isForeign: boolean } {
  const { content } = usePreferences('language')
  const locale = useLocale()
  const [best = locale] = navigator.languages
  const read = content === null ? [base(locale), base(best)] : [base(content)]
  return ({ default_locale, locale: shown = default_locale }) => ({
    lang: shown,
    isForeign: !read.includes(base(shown)),
  })
}
