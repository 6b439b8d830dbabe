import { use, useMemo, type ReactNode } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { chooseLocale } from './i18n.ts'
import { fetchTexts, textsAtHand, type TextPart } from './texts.ts'

interface TextsProps {
  readonly of: TextPart
  readonly children: ReactNode
}

/** Lays the texts of a part beside those that are there. What is within waits for them, in the language that the page is in. */
export function Texts({ of: part, children }: TextsProps) {
  const locale = useLocale()
  const { catalogue } = chooseLocale([locale])
  const own = textsAtHand(part, catalogue) ?? use(fetchTexts(part, catalogue))
  const around = useMessages()
  const messages = useMemo(() => ({ ...around, ...own }), [around, own])
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  )
}
