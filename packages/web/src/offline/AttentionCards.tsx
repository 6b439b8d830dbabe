import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useApi } from '../app/api.ts'
import styles from './outbox.module.css'

const AttentionCard = lazy(async () => ({ default: (await import('./AttentionCard.tsx')).AttentionCard }))

/** What needs attention in one run, on the run's own pages. */
export function AttentionCards({ runId }: { readonly runId: number }) {
  const { runs } = useApi()
  const all = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const own = all.filter(({ execution_id }) => execution_id === runId)
  return (
    <div role="alert" className={styles['cards']}>
      <Suspense>
        {own.map(entry => (
          <AttentionCard key={entry.key} entry={entry} />
        ))}
      </Suspense>
    </div>
  )
}
