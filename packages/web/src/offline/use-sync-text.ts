import { useSyncExternalStore } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { deviceForgets } from './device-database.ts'
import type { SyncState } from './sync-state.ts'

/** The state in words, as the chip shows it. */
export function useSyncText(state: SyncState): string {
  const t = useTranslations('offline')
  const format = useFormatter()
  const forgets = useSyncExternalStore(deviceForgets.subscribe, deviceForgets.get)
  switch (state.type) {
    case 'saved':
      return t('saved')
    case 'waiting':
      return t(forgets ? 'waiting_here' : 'waiting', { count: state.count })
    case 'sending':
      return t('sending', { at: state.at, total: state.total })
    case 'attention':
      return t('attention', { count: state.count })
    case 'offline':
      return t('offline_since', { time: format.dateTime(state.since, { timeStyle: 'short' }) })
  }
}
