import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { useRinging, useTimers } from '../timers/use-timers.ts'
import { useBench } from './use-bench.ts'

/** Something that will not go on without the person. */
export interface Need {
  readonly id: string
  readonly kind: 'timer' | 'timeout'
  readonly execution_id: number
  readonly text: string
}

/** What needs the person, the most urgent first: timers that ring, then runs whose time ran out. */
export function useNeeds(): readonly Need[] {
  const t = useTranslations('home')
  const timers = useTimers()
  const now = useNow(timers.length > 0 ? 1000 : null)
  const bench = useBench()
  const ringing = useRinging(timers, now).map(({ id, execution_id, label }): Need => ({
    id,
    kind: 'timer',
    execution_id,
    text: t('need_timer', { label }),
  }))
  const timedOut = (bench.data?.timedOut ?? []).map(({ id, workflow_name }): Need => ({
    id: `timeout:${id}`,
    kind: 'timeout',
    execution_id: id,
    text: t('need_timeout', { name: workflow_name }),
  }))
  return [...ringing, ...timedOut]
}
