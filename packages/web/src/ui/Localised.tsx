import { useLayoutEffect, type ReactNode } from 'react'
import { I18nProvider, useLocale } from 'react-aria-components'

/** The page says its language and direction, so that browsers hyphenate, mirror and read it out rightly. */
function DocumentLanguage() {
  const { locale, direction } = useLocale()
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = direction
  }, [locale, direction])
  return null
}

interface LocalisedProps {
  /** A tag such as `de-AT`. */
  readonly locale: string
  readonly children: ReactNode
}

/** What is in it speaks, counts and is laid out in this language, and so does the document. */
export function Localised({ locale, children }: LocalisedProps) {
  return (
    <I18nProvider locale={locale}>
      <DocumentLanguage />
      {children}
    </I18nProvider>
  )
}
