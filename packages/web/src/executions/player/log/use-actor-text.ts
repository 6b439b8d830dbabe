import { useTranslations } from 'use-intl'
import type { LogEntry } from './entries.ts'

/** Who did it, in words. */
export function useActorText(): (entry: LogEntry) => string {
  const t = useTranslations('log')
  return ({ actor, isMine }) => (isMine ? t('me') : (actor ?? t('system')))
}
