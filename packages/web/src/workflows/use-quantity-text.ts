import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

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

/** A quantity with its unit: "2.5 sq ft", "4 pieces"; nothing where none is stated, or for a single piece. */
export function useQuantityText(): (quantity: number | null, unit: string | null) => string {
  const format = useFormatter()
  const unitText = useUnitText()
  return useCallback(
    (quantity, unit) => {
      if (quantity === null) return ''
      // One of a thing goes without saying.
      if (quantity === 1 && (unit === null || unit === 'piece')) return ''
      const number = format.number(quantity, { maximumFractionDigits: 3 })
      return unit === null ? `${number} ×` : `${number} ${unitText(unit, quantity)}`
    },
    [format, unitText],
  )
}
