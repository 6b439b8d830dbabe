import { Pause, Play, Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { extend, pause, remainingOf, resume, soonestFirst, stateOf, type Timer } from './timer.ts'
import { timers } from './timer-store.ts'
import styles from './timers.module.css'

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

/** Step timers are the engine's: they end when their step does, so here they are only read. */
const isOwn = (timer: Timer) => !timer.id.startsWith('step:')

function TimerRow({ timer, now }: { readonly timer: Timer; readonly now: number }) {
  const t = useTranslations('timer')
  const { label } = timer
  const state = stateOf(timer, now)
  const change = (next: (timer: Timer, now: number) => Timer) => timers.change(timer.id, old => next(old, Date.now()))
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        <span>{label}</span>
        <span className={styles['state']}>{t(`state_${state}`)}</span>
      </span>
      <span role="timer" aria-label={label} className={styles['digits']}>
        {clockText(remainingOf(timer, now))}
      </span>
      {isOwn(timer) ? (
        <span className={styles['buttons']}>
          {state === 'running' ? (
            <IconButton label={t('pause', { label })} onPress={() => change(pause)}>
              <Pause aria-hidden size={18} />
            </IconButton>
          ) : null}
          {state === 'paused' ? (
            <IconButton label={t('resume', { label })} onPress={() => change(resume)}>
              <Play aria-hidden size={18} />
            </IconButton>
          ) : null}
          <IconButton label={t('add_minute', { label })} onPress={() => change((old, at) => extend(old, 60_000, at))}>
            <Plus aria-hidden size={18} />
          </IconButton>
          <IconButton label={t('remove', { label })} onPress={() => timers.remove(timer.id)}>
            <X aria-hidden size={18} />
          </IconButton>
        </span>
      ) : null}
    </li>
  )
}
