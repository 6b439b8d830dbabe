import { useNow } from '../../app/use-now.ts'
import { digitsOf, soonestFirst } from '../timers/timer.ts'
import { useTimers } from '../timers/use-timers.ts'
import styles from './player.module.css'

/** The timer of a lane that ends next, so that one sees it from the other lane. */
export function LaneClock({ executionId, stepId }: { readonly executionId: number; readonly stepId: number }) {
  const own = useTimers().filter(timer => timer.execution_id === executionId && timer.step_id === stepId)
  const now = useNow(own.length > 0 ? 1000 : null)
  const [next] = soonestFirst(own, now)
  return next === undefined ? null : <span className={styles['laneClock']}>{digitsOf(next, now)}</span>
}
