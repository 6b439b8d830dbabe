import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { valueText } from './value-text.ts'

/** A variable of the run with its value, as one says it: “method is power”, “varnished is not set”. */
export function useVariableText(): (name: string, value: JsonValue | undefined) => string {
  const t = useTranslations('player_why')
  return useCallback(
    (name, value) => {
      const said = name.replaceAll('_', ' ')
      if (value === undefined || value === null) return t('unset', { name: said })
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no', { name: said })
      return t('equals', { name: said, value: valueText(value).replaceAll('_', ' ') })
    },
    [t],
  )
}
