import { difficultyLevels } from '@hidesync/domain/workflows/definition'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguageName } from '../app/content-language.ts'
import { useDurations } from '../app/use-durations.ts'
import { rangeOf, type FacetKey } from './gallery-search.ts'
import { useCraftText } from './use-craft-text.ts'

/** What a value of a filter is called. */
export function useFacetLabel(): (key: FacetKey, value: string) => string {
  const t = useTranslations('gallery')
  const level = useTranslations('difficulty')
  const languageName = useLanguageName()
  const craftText = useCraftText()
  const { minutes } = useDurations()
  return useCallback(
    (key, value) => {
      if (key === 'difficulty') return level(difficultyLevels.find(known => known === value) ?? 'beginner')
      if (key === 'language') return languageName(value)
      if (key === 'category') return craftText(value)
      if (key === 'tag') return value
      const { min, max } = rangeOf(value)
      if (max === null) return t('duration_over', { min: minutes(min) })
      if (min === 0) return t('duration_up_to', { max: minutes(max) })
      return t('duration_between', { min: minutes(min), max: minutes(max) })
    },
    [t, level, languageName, craftText, minutes],
  )
}
