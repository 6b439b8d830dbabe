import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { remainingOf, stateOf } from './timer.ts'
import { useRinging, useTimers } from './use-timers.ts'

/** What stands before the page's title: the running timer that ends first, or that one has ended. */
export function useTimerTitle(): string {
  const t = useTranslations('timer')
  const timers = useTimers()
  const now = useNow(timers.length > 0 ? 1000 : null)
  const ringing = useRinging(timers, now)
  if (ringing.length > 0) return Math.floor(now / 1000) % 2 === 0 ? `(${t('title_done')}) ` : '(00:00) '
  const running = timers.filter(timer => stateOf(timer, now) === 'running')
  if (running.length === 0) return ''
  return `(${clockText(Math.min(...running.map(timer => remainingOf(timer, now))))}) `
}
