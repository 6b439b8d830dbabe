import { useFormatter, useTranslations } from 'use-intl'
import type { SyncState } from './sync-state.ts'

/** The state in words, as the chip shows it. */
export function useSyncText(state: SyncState): string {
  const t = useTranslations('offline')
  const format = useFormatter()
  switch (state.type) {
    case 'saved':
      return t('saved')
    case 'waiting':
      return t('waiting', { count: state.count })
    case 'sending':
      return t('sending', { at: state.at, total: state.total })
    case 'attention':
      return t('attention', { count: state.count })
    case 'offline':
      return t('offline_since', { time: format.dateTime(state.since, { timeStyle: 'short' }) })
  }
}
