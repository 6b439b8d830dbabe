import { cx } from '../../ui/cx.ts'
import styles from './timer-card.module.css'
import { phaseOf, remainingOf, type Timer } from './timer.ts'
import { TimerButtons } from './TimerButtons.tsx'
import { TimerDigits, TimerPhaseChip } from './TimerFace.tsx'

interface TimerCardProps {
  readonly timer: Timer
  readonly now: number
  /** What is above it says already whose clock this is. */
  readonly isNamed: boolean
}

/** A timer in digits that one can read from the other end of the bench. */
export function TimerCard({ timer, now, isNamed }: TimerCardProps) {
  const share = Math.min(1, Math.max(0, 1 - remainingOf(timer, now) / timer.duration_ms))
  return (
    <div className={cx(styles['card'], styles[phaseOf(timer, now)])}>
      {isNamed ? null : <span className={styles['label']}>{timer.label}</span>}
      <TimerDigits timer={timer} now={now} className={styles['digits']} />
      <TimerPhaseChip timer={timer} now={now} />
      <span aria-hidden className={styles['track']}>
        <span className={styles['fill']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <TimerButtons timer={timer} now={now} />
    </div>
  )
}
