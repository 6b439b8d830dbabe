import { useMemo } from 'react'
import { createTranslator, useLocale } from 'use-intl'
import { chooseLocale } from './i18n.ts'
import { textsAtHand, type Messages, type RefusalTexts } from './texts.ts'

/** Says a text of the part by its key; null where the part, or the text, is not there. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string | null

function sayIn(locale: string, messages: Messages, namespace: keyof RefusalTexts): Say {
  const t = createTranslator({ locale, messages, namespace })
  return (key, values) => {
    const known = key as Parameters<typeof t.has>[0]
    return t.has(known) ? t(known, values) : null
  }
}

const sayNothing: Say = () => null

/**
 * What the server refuses and finds wrong, in the language of the page. The part comes with the first refusal (see `createApi`), not with
 * a page: nobody waits for it here.
 */
export function useRefusalTexts(namespace: keyof RefusalTexts): Say {
  const locale = useLocale()
  const messages = textsAtHand('refusals', chooseLocale([locale]).catalogue)
  return useMemo(
    () => (messages === undefined ? sayNothing : sayIn(locale, messages, namespace)),
    [locale, messages, namespace],
  )
}
