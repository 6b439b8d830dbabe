import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Chip } from '../ui/Chip.tsx'
import { languageName } from './language-name.ts'

/** Says that something is not in the reader's language but in this one. */
export function LanguageBadge({ language }: { readonly language: string }) {
  const t = useTranslations('workflow')
  return (
    <Chip tone="info">
      <Languages aria-hidden size={16} />
      {t('shown_in', { language: languageName(language, useLocale()) })}
    </Chip>
  )
}
