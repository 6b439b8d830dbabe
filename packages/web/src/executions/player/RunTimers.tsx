import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { TimerList } from '../timers/TimerList.tsx'
import { useTimers } from '../timers/use-timers.ts'
import styles from './player.module.css'

interface RunTimersProps {
  readonly executionId: number
  /** Leaves out those of the step in view, which stand on it, and says nothing where there are no others. */
  readonly besides?: number | null
}

/** The timers of this run, beside the step. */
export function RunTimers({ executionId, besides }: RunTimersProps) {
  const t = useTranslations('timer')
  const own = useTimers().filter(
    timer => timer.execution_id === executionId && (timer.step_id === null || timer.step_id !== besides),
  )
  const now = useNow(own.length > 0 ? 500 : null)
  if (own.length === 0 && besides !== undefined) return null
  return own.length === 0 ? <p className={styles['empty']}>{t('none')}</p> : <TimerList timers={own} now={now} />
}
