import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useApi } from '../app/api.ts'
import styles from './outbox.module.css'

const AttentionCard = lazy(async () => ({ default: (await import('./AttentionCard.tsx')).AttentionCard }))
const DiscardAll = lazy(async () => ({ default: (await import('./DiscardAll.tsx')).DiscardAll }))
const PhotoCard = lazy(async () => ({ default: (await import('./PhotoCard.tsx')).PhotoCard }))

/** What needs attention in one run, on the run's own pages. */
export function AttentionCards({ runId }: { readonly runId: number }) {
  const { runs, photos } = useApi()
  const all = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const taken = useSyncExternalStore(photos.waiting.subscribe, photos.waiting.get)
  const own = all.filter(({ execution_id }) => execution_id === runId)
  const refused = taken.filter(({ execution_id, problem }) => execution_id === runId && problem !== null)
  return (
    <div role="alert" className={styles['cards']}>
      <Suspense>
        {own.length > 1 ? <DiscardAll entries={own} /> : null}
        {own.map(entry => (
          <AttentionCard key={entry.key} entry={entry} />
        ))}
        {refused.map(photo => (
          <PhotoCard key={photo.id} photo={photo} />
        ))}
      </Suspense>
    </div>
  )
}
