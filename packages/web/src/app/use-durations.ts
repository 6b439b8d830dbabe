import { useMemo } from 'react'
import { useTranslations } from 'use-intl'

export interface Durations {
  /** Minutes as people say them: "4 h 10 min", "45 s". */
  readonly minutes: (minutes: number) => string
  /** The same where only the size matters: "3 h", "25 min". */
  readonly about: (minutes: number) => string
}

/** Durations in words of the language in use. */
export function useDurations(): Durations {
  const t = useTranslations('duration')
  return useMemo(() => {
    const minutes = (value: number): string => {
      if (value > 0 && value < 1) return t('seconds', { count: Math.max(1, Math.round(value * 60)) })
      const whole = Math.round(value)
      const hours = Math.floor(whole / 60)
      const rest = whole % 60
      // Nobody counts hours beyond two days.
      if (hours >= 48) {
        const days = Math.floor(hours / 24)
        return hours % 24 === 0 ? t('days', { count: days }) : t('days_hours', { days, hours: hours % 24 })
      }
      if (hours === 0) return t('minutes', { count: rest })
      return rest === 0 ? t('hours', { count: hours }) : t('hours_minutes', { hours, minutes: rest })
    }
    const about = (value: number): string => {
      if (value >= 120) return minutes(Math.round(value / 30) * 30)
      return minutes(value >= 20 ? Math.round(value / 5) * 5 : Math.max(1, value))
    }
    return { minutes, about }
  }, [t])
}

/** A clock that counts down: "10:00", "1:05:09". */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
