import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { TimerList } from '../timers/TimerList.tsx'
import { useTimers } from '../timers/timer-store.ts'
import styles from './player.module.css'

/** The timers of this run, beside the step. */
export function RunTimers({ executionId }: { readonly executionId: number }) {
  const t = useTranslations('timer')
  const own = useTimers().filter(timer => timer.execution_id === executionId)
  const now = useNow(own.length > 0 ? 500 : null)
  return own.length === 0 ? <p className={styles['empty']}>{t('none')}</p> : <TimerList timers={own} now={now} />
}
