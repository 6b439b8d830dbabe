import { Timer as TimerIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { PopoverButton } from '../../ui/PopoverButton.tsx'
import { AlarmLine } from './AlarmLine.tsx'
import { digitsOf, soonestFirst, stateOf } from './timer.ts'
import { TimerList } from './TimerList.tsx'
import styles from './timers.module.css'
import { useRinging, useTimers } from './use-timers.ts'

/** All timers of the person's runs, in the bar of every room. */
export function TimersTray() {
  const t = useTranslations('timer')
  const all = useTimers()
  const now = useNow(all.length > 0 ? 500 : null)
  const sorted = soonestFirst(all, now)
  const ringing = useRinging(sorted, now)
  const first = ringing[0] ?? sorted.find(timer => stateOf(timer, now) !== 'done')
  return (
    <PopoverButton
      label={t('tray')}
      trigger={
        <Button data-timers variant="quiet">
          <TimerIcon aria-hidden size={22} />
          {/* Told by itself, a clock would speak each second. */}
          <span className="visually-hidden">{t('open_tray', { count: all.length })}</span>
          {first ? (
            <span aria-hidden className={styles['soonest']}>
              {digitsOf(first, now)}
            </span>
          ) : null}
          {all.length > 1 ? (
            <span aria-hidden className={styles['count']}>
              ·&nbsp;{all.length}
            </span>
          ) : null}
        </Button>
      }
    >
      <h2 className={styles['heading']}>{t('tray')}</h2>
      {all.length === 0 ? <p className={styles['empty']}>{t('none')}</p> : <TimerList timers={all} now={now} />}
      {all.some(timer => stateOf(timer, now) === 'running') ? <AlarmLine /> : null}
    </PopoverButton>
  )
}
