import { ApiError } from '@hidesync/contract/client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from './api.ts'
import { useRefusalTexts } from './use-refusal-texts.ts'

const keyOf = (code: string): string => code.replace('.', '_')

/**
 * The one place that turns an error into a sentence: ours where there is one for the reason or the code, else the server's own, which is
 * written for people. What is no answer of the server at all is our mistake, and says so; without a connection it is a part of the app
 * that could not be fetched.
 */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('error.code')
  const refusal = useRefusalTexts('refusal')
  const unexpected = useTranslations('error')('unexpected')
  const { connection } = useApi()
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return connection.status.get().isOnline ? unexpected : t('network_unreachable')
      const code = keyOf(error.code) as Parameters<typeof t>[0]
      if (t.has(code)) return t(code)
      const { reason } = error.body
      return (
        (reason === undefined ? null : refusal(`reason.${reason}`)) ??
        refusal(`code.${code}`, { seconds: error.retryAfter ?? 0 }) ??
        error.message
      )
    },
    [t, refusal, unexpected, connection],
  )
}
