import { Pause, Play, Plus, Timer as TimerIcon, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PopoverButton } from '../../ui/PopoverButton.tsx'
import { remainingOf, stateOf, type Timer } from './timer.ts'
import styles from './timers.module.css'
import { useRinging, useTimerCommands, useTimers } from './use-timers.ts'

/** All timers of the person's runs, in the bar of every room. */
export function TimersTray() {
  const t = useTranslations('timer')
  const all = useTimers()
  const now = useNow(all.length > 0 ? 500 : null)
  const sorted = all.toSorted((a, b) => remainingOf(a, now) - remainingOf(b, now))
  const ringing = useRinging(sorted, now)
  const first = ringing[0] ?? sorted.find(timer => stateOf(timer, now) !== 'done')
  return (
    <PopoverButton
      label={t('tray')}
      trigger={
        <Button data-timers variant="quiet" aria-label={t('open_tray', { count: all.length })}>
          <TimerIcon aria-hidden size={22} />
          {first ? <span className={styles['chip']}>{clockText(remainingOf(first, now))}</span> : null}
          {all.length > 1 ? <span className={styles['chip']}>·&nbsp;{all.length}</span> : null}
        </Button>
      }
    >
      <h2 className={styles['heading']}>{t('tray')}</h2>
      {sorted.length === 0 ? <p className={styles['empty']}>{t('none')}</p> : null}
      <ul className={styles['list']}>
        {sorted.map(timer => (
          <TimerRow key={timer.id} timer={timer} now={now} />
        ))}
      </ul>
    </PopoverButton>
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
