import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { digitsOf, soonestFirst, stateOf } from './timer.ts'
import { useRinging, useTimers } from './use-timers.ts'

/** What stands before the page's title: the running timer that ends first, or that one has ended. */
export function useTimerTitle(): string {
  const t = useTranslations('timer')
  const timers = useTimers()
  const now = useNow(timers.length > 0 ? 1000 : null)
  const ringing = useRinging(timers, now)
  const [rung] = soonestFirst(ringing, now)
  if (rung !== undefined) return `(${Math.floor(now / 1000) % 2 === 0 ? t('title_done') : digitsOf(rung, now)}) `
  const next = soonestFirst(timers, now).find(timer => stateOf(timer, now) === 'running')
  return next === undefined ? '' : `(${digitsOf(next, now)}) `
}
