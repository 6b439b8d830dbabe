import { ApiError } from '@hidesync/contract/client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from './api.ts'

/**
 * The one place that turns an error into a sentence: ours where the catalogue has the code, else the server's own, which is
 * written for people. What is no answer of the server at all is our mistake, and says so; without a connection it is a part of the app
 * that could not be fetched.
 */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('error.code')
  const unexpected = useTranslations('error')('unexpected')
  const { connection } = useApi()
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return connection.status.get().isOnline ? unexpected : t('network_unreachable')
      const code = error.code.replace('.', '_') as Parameters<typeof t>[0]
      return t.has(code) ? t(code) : error.message
    },
    [t, unexpected, connection],
  )
}
