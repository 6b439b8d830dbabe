import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

const known = ['leatherworking', 'woodworking', 'fiber_arts', 'metalworking', 'general_crafting'] as const

/** What a category is called: one that comes with the app in the reader's language, any other as its author wrote it. */
export function useCraftText(): (category: string) => string {
  const t = useTranslations('craft')
  return useCallback(
    category => {
      const written = category.trim().toLowerCase().replaceAll(' ', '_')
      const craft = known.find(name => name === written)
      return craft === undefined ? category : t(craft)
    },
    [t],
  )
}
