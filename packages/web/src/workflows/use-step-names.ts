import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

interface Numbered {
  readonly number: number
  readonly name: string
}

/** Steps as a list in words: "9 Cut the joints and 12 Sand the faces". */
export function useStepNames(): (steps: readonly Numbered[]) => string {
  const t = useTranslations('common')
  const format = useFormatter()
  return useCallback(
    steps => format.list(steps.map(({ number, name }) => t('step_named', { number, name }))),
    [t, format],
  )
}
