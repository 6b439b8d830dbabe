import { ApiError } from '@hidesync/contract/client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/**
 * The one place that turns an error into a sentence: ours where the catalogue has the code, else the server's own, which is
 * written for people. What is no answer of the server at all is our mistake, and says so.
 */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('error.code')
  const unexpected = useTranslations('error')('unexpected')
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return unexpected
      const code = error.code.replace('.', '_') as Parameters<typeof t>[0]
      return t.has(code) ? t(code) : error.message
    },
    [t, unexpected],
  )
}
