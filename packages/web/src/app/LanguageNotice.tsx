import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useToast } from '../ui/Toasts.tsx'
import { missingLanguage, ownName } from './language.ts'

/** Tells why the page is not in the language that was chosen. */
export function LanguageNotice() {
  const t = useTranslations('account')
  const toast = useToast()
  const missing = useSyncExternalStore(missingLanguage.subscribe, missingLanguage.get)
  useEffect(() => {
    if (missing !== null) toast({ text: t('language_missing', { name: ownName(missing) }) })
  }, [missing, toast, t])
  return null
}
