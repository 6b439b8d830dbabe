import { BellRing } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Milestones } from './Milestones.tsx'
import styles from './timers.module.css'
import { startTone, stopTone, unlockToneOnFirstTouch } from './tone.ts'
import { useAlarmNotices } from './use-alarm-notices.ts'
import { useRinging, useTimerCommands, useTimers } from './use-timers.ts'

/** Names every timer that has ended, in the order in which they did, sounds, and stops when somebody says that they heard it. */
export function TimerAlarm() {
  const t = useTranslations('timer')
  const all = useTimers()
  const { stop, addMinutes } = useTimerCommands()
  const now = useNow(all.length > 0 ? 500 : null)
  const ringing = useRinging(all, now).toSorted((a, b) => a.end_at - b.end_at)
  useEffect(unlockToneOnFirstTouch, [])
  useAlarmNotices(ringing)
  const isSounding = ringing.length > 0
  useEffect(() => {
    if (!isSounding) return
    startTone()
    return stopTone
  }, [isSounding])
  return (
    <>
      <div role="alert" className={styles['alarms']}>
        {ringing.map(timer => (
          <Banner
            key={timer.id}
            tone="warning"
            icon={<BellRing aria-hidden />}
            actions={
              <>
                {timer.timer_id === null ? null : (
                  <Button
                    aria-label={t('add', { minutes: 5, label: timer.label })}
                    onPress={() => addMinutes(timer, 5)}
                  >
                    {t('add_short', { minutes: 5 })}
                  </Button>
                )}
                <Button
                  variant="primary"
                  aria-label={t('stop_one', { label: timer.label })}
                  onPress={() => stop(timer)}
                >
                  {t('stop')}
                </Button>
              </>
            }
          >
            <strong>{t('done', { label: timer.label })}</strong>
          </Banner>
        ))}
        {ringing.length > 1 ? (
          <Button variant="primary" size="large" onPress={() => ringing.forEach(stop)}>
            {t('stop_all', { count: ringing.length })}
          </Button>
        ) : null}
      </div>
      <Milestones all={all} now={now} />
    </>
  )
}
