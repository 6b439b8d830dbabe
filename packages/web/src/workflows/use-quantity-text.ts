import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

/** A quantity with its unit: "2.5 sq ft", "4 pieces"; nothing where none is stated, or for a single piece. */
export function useQuantityText(): (quantity: number | null, unit: string | null) => string {
  const format = useFormatter()
  const t = useTranslations('unit')
  return useCallback(
    (quantity, unit) => {
      if (quantity === null) return ''
      // One of a thing goes without saying.
      if (quantity === 1 && (unit === null || unit === 'piece')) return ''
      const number = format.number(quantity, { maximumFractionDigits: 3 })
      if (unit === null) return `${number} ×`
      const key = unit as Parameters<typeof t>[0]
      return `${number} ${t.has(key) ? t(key, { count: quantity }) : unit}`
    },
    [format, t],
  )
}
