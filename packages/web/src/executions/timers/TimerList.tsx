import { soonestFirst, type Timer } from './timer.ts'
import { TimerButtons } from './TimerButtons.tsx'
import { TimerDigits, TimerPhaseChip } from './TimerFace.tsx'
import styles from './timers.module.css'

/** Timers with what can be done about each, the next to end first. */
export function TimerList({ timers: all, now }: { readonly timers: readonly Timer[]; readonly now: number }) {
  return (
    <ul className={styles['list']}>
      {soonestFirst(all, now).map(timer => (
        <li key={timer.id} className={styles['row']}>
          <span className={styles['name']}>
            <span>{timer.label}</span>
            <span>
              <TimerPhaseChip timer={timer} now={now} />
            </span>
          </span>
          <TimerDigits timer={timer} now={now} className={styles['digits']} />
          <TimerButtons timer={timer} now={now} />
        </li>
      ))}
    </ul>
  )
}
