import { Pause, Play, RotateCcw, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { stateOf, type Timer } from './timer.ts'
import styles from './timers.module.css'
import { useTimerCommands } from './use-timers.ts'

/** What one can do with a timer. The clock of a time step follows its step: it is heard, and nothing else. */
export function TimerButtons({ timer, now }: { readonly timer: Timer; readonly now: number }) {
  const t = useTranslations('timer')
  const { pause, resume, addMinutes, again, stop } = useTimerCommands()
  if (timer.timer_id === null) return null
  const { label } = timer
  const state = stateOf(timer, now)
  return (
    <span className={styles['buttons']}>
      {state === 'running' ? (
        <Button aria-label={t('pause', { label })} onPress={() => pause(timer)}>
          <Pause aria-hidden size={18} />
          {t('pause_short')}
        </Button>
      ) : null}
      {state === 'paused' ? (
        <Button aria-label={t('resume', { label })} onPress={() => resume(timer)}>
          <Play aria-hidden size={18} />
          {t('resume_short')}
        </Button>
      ) : null}
      {[1, 5].map(minutes => (
        <Button key={minutes} aria-label={t('add', { minutes, label })} onPress={() => addMinutes(timer, minutes)}>
          {t('add_short', { minutes })}
        </Button>
      ))}
      <Button variant="quiet" aria-label={t('again', { label })} onPress={() => again(timer)}>
        <RotateCcw aria-hidden size={18} />
        {t('again_short')}
      </Button>
      <Button variant="quiet" aria-label={t('remove', { label })} onPress={() => stop(timer)}>
        <X aria-hidden size={18} />
        {t('remove_short')}
      </Button>
    </span>
  )
}
