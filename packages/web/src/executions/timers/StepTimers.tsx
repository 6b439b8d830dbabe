import { useNow } from '../../app/use-now.ts'
import { AlarmLine } from './AlarmLine.tsx'
import styles from './timer-card.module.css'
import { soonestFirst, stateOf } from './timer.ts'
import { TimerCard } from './TimerCard.tsx'
import { useTimers } from './use-timers.ts'

/** All that counts down for a step: the clock of a time step, and the timers that were started on it. */
export function StepTimers({ executionId, stepId }: { readonly executionId: number; readonly stepId: number }) {
  const own = useTimers().filter(timer => timer.execution_id === executionId && timer.step_id === stepId)
  const now = useNow(own.length > 0 ? 500 : null)
  if (own.length === 0) return null
  return (
    <div className={styles['cards']}>
      {soonestFirst(own, now).map(timer => (
        <TimerCard key={timer.id} timer={timer} now={now} isNamed={timer.timer_id === null} />
      ))}
      {own.some(timer => stateOf(timer, now) !== 'done') ? (
        <output>
          <AlarmLine />
        </output>
      ) : null}
    </div>
  )
}
