import { Pause, Play, Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { remainingOf, soonestFirst, stateOf, type Timer } from './timer.ts'
import styles from './timers.module.css'
import { useTimerCommands } from './use-timers.ts'

/** Timers with what can be done about each, the next to end first. */
export function TimerList({ timers: all, now }: { readonly timers: readonly Timer[]; readonly now: number }) {
  return (
    <ul className={styles['list']}>
      {soonestFirst(all, now).map(timer => (
        <TimerRow key={timer.id} timer={timer} now={now} />
      ))}
    </ul>
  )
}

function TimerRow({ timer, now }: { readonly timer: Timer; readonly now: number }) {
  const t = useTranslations('timer')
  const { label } = timer
  const state = stateOf(timer, now)
  const { pause, resume, addMinutes, stop } = useTimerCommands()
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        <span>{label}</span>
        <span className={styles['state']}>{t(`state_${state}`)}</span>
      </span>
      <span role="timer" aria-label={label} className={styles['digits']}>
        {clockText(remainingOf(timer, now))}
      </span>
      {timer.timer_id !== null ? (
        <span className={styles['buttons']}>
          {state === 'running' ? (
            <IconButton label={t('pause', { label })} onPress={() => pause(timer)}>
              <Pause aria-hidden size={18} />
            </IconButton>
          ) : null}
          {state === 'paused' ? (
            <IconButton label={t('resume', { label })} onPress={() => resume(timer)}>
              <Play aria-hidden size={18} />
            </IconButton>
          ) : null}
          <IconButton label={t('add_minute', { label })} onPress={() => addMinutes(timer, 1)}>
            <Plus aria-hidden size={18} />
          </IconButton>
          <IconButton label={t('remove', { label })} onPress={() => stop(timer)}>
            <X aria-hidden size={18} />
          </IconButton>
        </span>
      ) : null}
    </li>
  )
}
