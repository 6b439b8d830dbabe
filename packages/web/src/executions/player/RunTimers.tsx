import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { TimerList } from '../timers/TimerList.tsx'
import { useTimers } from '../timers/use-timers.ts'
import styles from './player.module.css'

interface RunTimersProps {
  readonly executionId: number
  /** Says nothing where there are none. */
  readonly isQuiet?: boolean
}

/** The timers of this run, beside the step. */
export function RunTimers({ executionId, isQuiet = false }: RunTimersProps) {
  const t = useTranslations('timer')
  const own = useTimers().filter(timer => timer.execution_id === executionId)
  const now = useNow(own.length > 0 ? 500 : null)
  if (own.length === 0 && isQuiet) return null
  return own.length === 0 ? <p className={styles['empty']}>{t('none')}</p> : <TimerList timers={own} now={now} />
}
