import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { markPassed, remainingOf, stateOf, type Timer } from './timer.ts'

const minute = 60_000
/** A clock that is younger than this when it is first seen has just been started; milliseconds. */
const young = 3_000

/**
 * Speaks a step's clock that starts by itself, half-time, five minutes and one minute: enough to plan by, too little to disturb. That a timer
 * which somebody starts has started is said where they started it.
 */
export function Milestones({ all, now }: { readonly all: readonly Timer[]; readonly now: number }) {
  const t = useTranslations('timer')
  const [spoken, setSpoken] = useState('')
  const before = useRef({ now, ids: new Set<string>() })
  useEffect(() => {
    const last = before.current
    before.current = { now, ids: new Set(all.map(({ id }) => id)) }
    for (const timer of all) {
      const { label, duration_ms } = timer
      const mark = markPassed(timer, last.now, now)
      if (mark !== null) setSpoken(t('milestone', { label, minutes: Math.round(mark / minute) }))
      const isNew = !last.ids.has(timer.id) && duration_ms - remainingOf(timer, now) < young
      if (isNew && timer.timer_id === null && stateOf(timer, now) === 'running')
        setSpoken(t('started', { label, minutes: Math.round(duration_ms / minute) }))
    }
  }, [all, now, t])
  return <output className="visually-hidden">{spoken}</output>
}
