import type { Home } from '@hidesync/contract/executions/home.routes'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useRinging, useTimers } from '../timers/use-timers.ts'
import { useBench } from './use-bench.ts'

/** Something that will not go on without the person. */
export interface Need {
  readonly id: string
  readonly kind: 'timer' | 'attention' | Home['needs_you'][number]['reason']
  readonly execution_id: number
  readonly text: string
}

/**
 * What needs the person, the most urgent first: timers that ring, then what was done without a connection and found no place, then
 * what waits in runs.
 */
export function useNeeds(): readonly Need[] {
  const t = useTranslations('home')
  const { runs } = useApi()
  const timers = useTimers()
  const now = useNow(timers.length > 0 ? 1000 : null)
  const attention = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const bench = useBench()
  const ringing = useRinging(timers, now).map(({ id, execution_id, label }): Need => ({
    id,
    kind: 'timer',
    execution_id,
    text: t('need_timer', { label }),
  }))
  const unplaced = [...new Set(attention.map(({ execution_id }) => execution_id))].map((execution_id): Need => {
    const own = attention.filter(entry => entry.execution_id === execution_id)
    return {
      id: `${execution_id}:attention`,
      kind: 'attention',
      execution_id,
      text: t('need_attention', { name: own[0]?.workflow_name ?? '', count: own.length }),
    }
  })
  const waiting = (bench.data?.needs_you ?? []).map(
    ({ execution_id, step_id, step_name, reason, workflow_name: name }): Need => ({
      id: `${execution_id}:${step_id}:${reason}`,
      kind: reason,
      execution_id,
      text: t(`need_${reason}`, { name, step: step_name ?? '' }),
    }),
  )
  return [...ringing, ...unplaced, ...waiting]
}
