import { Pause, Play, Plus, Timer as TimerIcon, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PopoverButton } from '../../ui/PopoverButton.tsx'
import { extend, pause, remainingOf, resume, stateOf, type Timer } from './timer.ts'
import { timers, useTimers } from './timer-store.ts'
import styles from './timers.module.css'

/** All timers of this device, in the bar of every room. */
export function TimersTray() {
  const t = useTranslations('timer')
  const all = useTimers()
  const now = useNow(all.length > 0 ? 500 : null)
  const sorted = all.toSorted((a, b) => remainingOf(a, now) - remainingOf(b, now))
  const first = sorted.find(timer => !timer.is_acknowledged)
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
