import type { ExecutionState } from '@hidesync/domain/executions/state'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import styles from './step-timer.module.css'
import { timeLeft } from './time-left.ts'

const minute = 60_000

interface StepTimerProps {
  readonly state: ExecutionState
  readonly stepId: number
  readonly name: string
  readonly minutes: number
}

/** The main thing on a time step: how long still, in digits that one can read from the other end of the bench. */
export function StepTimer({ state, stepId, name, minutes }: StepTimerProps) {
  const t = useTranslations('player')
  const now = useNow(500)
  const left = timeLeft(state, stepId, minutes, now)
  const share = Math.min(1, Math.max(0, 1 - left / (minutes * minute)))
  return (
    <div className={styles['timer']}>
      <span role="timer" aria-label={name} className={styles['digits']}>
        {left >= 0 ? clockText(left) : `+${clockText(-left)}`}
      </span>
      <span className={styles['state']}>{left > 0 ? t('time_running') : t('time_over')}</span>
      <span aria-hidden className={styles['track']}>
        <span className={styles['fill']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  )
}
