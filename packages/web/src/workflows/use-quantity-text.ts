import type { Tolerance } from '@hidesync/domain/step-types/criteria'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { fractionText } from './fraction-text.ts'
import { useShownIn } from './use-shown-in.ts'

/** The name of a unit beside so much of it: "sq ft", "pieces"; nothing where there is none. */
export function useUnitText(): (unit: string | null, quantity: number) => string {
  const t = useTranslations('unit')
  return useCallback(
    (unit, quantity) => {
      if (unit === null) return ''
      const key = unit as Parameters<typeof t>[0]
      return t.has(key) ? t(key, { count: quantity }) : unit
    },
    [t],
  )
}

/**
 * A quantity with its unit: "2.5 sq ft", "4 pieces"; nothing where none is stated, or for a single piece. Who reads in other units
 * than the author's sees those first: "0.232 m² (2.5 sq ft)".
 */
export function useQuantityText(): (quantity: number | null, unit: string | null) => string {
  const t = useTranslations('quantity')
  const format = useFormatter()
  const unitText = useUnitText()
  const shownIn = useShownIn()
  return useCallback(
    (quantity, unit) => {
      if (quantity === null) return ''
      // One of a thing goes without saying.
      if (quantity === 1 && (unit === null || unit === 'piece')) return ''
      const number = format.number(quantity, { maximumFractionDigits: 3 })
      if (unit === null) return `${number} ×`
      const written = `${number} ${unitText(unit, quantity)}`
      const shown = shownIn(quantity, unit)
      if (shown === null) return written
      const rounded = (value: number) => format.number(value, { maximumSignificantDigits: 6 })
      const amount = shown.isFraction ? fractionText(shown.quantity, rounded) : rounded(shown.quantity)
      return t('converted', { shown: `${amount} ${unitText(shown.unit, shown.quantity)}`, written })
    },
    [t, format, unitText, shownIn],
  )
}

/** The bounds of a measured value in words: “1 to 2 mm”, “at most 0.5 mm”. */
export function useToleranceText(): (tolerance: Tolerance) => string {
  const t = useTranslations('quantity')
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
