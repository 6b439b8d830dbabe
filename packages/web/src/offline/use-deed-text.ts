import type { OfflineRequest } from '@hidesync/domain/executions/offline/queued-command'
import { useTranslations } from 'use-intl'

/** What was done, as one would tell it: "Completed “Glue”". `step` is the name of its step, where it has one. */
export function useDeedText(): (request: OfflineRequest, step: string | null) => string {
  const t = useTranslations('offline')
  return (request, step) => t('did', { type: request.type, step: step ?? '' })
}
