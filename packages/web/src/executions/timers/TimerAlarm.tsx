import { BellRing } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { remainingOf, stateOf, type Timer } from './timer.ts'
import styles from './timers.module.css'
import { startTone, stopTone, unlockToneOnFirstTouch } from './tone.ts'
import { useRinging, useTimerCommands, useTimers } from './use-timers.ts'

const minute = 60_000

/** Names every timer that has ended, sounds, and stops when somebody says that they heard it. */
export function TimerAlarm() {
  const t = useTranslations('timer')
  const all = useTimers()
  const { stop } = useTimerCommands()
  const now = useNow(all.length > 0 ? 500 : null)
  const ringing = useRinging(all, now)
  useEffect(unlockToneOnFirstTouch, [])
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
              <Button variant="primary" onPress={() => stop(timer)}>
                {t('stop')}
              </Button>
            }
          >
            <strong>{t('done', { label: timer.label })}</strong>
          </Banner>
        ))}
      </div>
      <Milestones all={all} now={now} />
    </>
  )
}

/** Speaks half-time, five minutes and one minute: enough to plan by, too little to disturb. */
function Milestones({ all, now }: { readonly all: readonly Timer[]; readonly now: number }) {
  const t = useTranslations('timer')
  const [spoken, setSpoken] = useState('')
  const before = useRef(now)
  useEffect(() => {
    const since = before.current
    before.current = now
    for (const timer of all) {
      if (stateOf(timer, now) !== 'running') continue
      const [was, is] = [remainingOf(timer, since), remainingOf(timer, now)]
      const passed = [timer.duration_ms / 2, 5 * minute, minute].find(
        mark => mark < timer.duration_ms && mark >= minute && was > mark && is <= mark,
      )
      if (passed !== undefined) setSpoken(t('milestone', { label: timer.label, minutes: Math.round(passed / minute) }))
    }
  }, [all, now, t])
  return <output className="visually-hidden">{spoken}</output>
}
