import type { Tolerance } from '@hidesync/domain/step-types/criteria'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useUnitText } from '../../../workflows/use-quantity-text.ts'

/** The bounds of a measured value in words: “1 to 2 mm”, “at most 0.5 mm”. */
export function useToleranceText(): (tolerance: Tolerance) => string {
  const t = useTranslations('player_forms')
  const format = useFormatter()
  const unitText = useUnitText()
  return useCallback(
    ({ min, max, unit }) => {
      const amount = (value: number) => {
        const number = format.number(value, { maximumFractionDigits: 6 })
        return unit === null ? number : t('amount', { number, unit: unitText(unit, value) })
      }
      if (min !== null && max !== null) return t('between', { min: amount(min), max: amount(max) })
      return min === null ? t('at_most', { max: amount(max ?? 0) }) : t('at_least', { min: amount(min) })
    },
    [t, format, unitText],
  )
}
