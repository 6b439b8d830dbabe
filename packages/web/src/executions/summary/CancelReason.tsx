import { cancelReason } from '@hidesync/domain/executions/cancel-reason'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useApi } from '../../app/api.ts'
import type { Execution } from '../execution.ts'
import styles from '../summary.module.css'

/** Among so many of the last things that were done is that the run was cancelled. */
const few = 20

/** Why somebody cancelled the run; the history alone keeps it. */
export function CancelReason({ run: { id, state } }: { readonly run: Execution }) {
  const { client, runs } = useApi()
  const store = runs.view(id)
  // What was done on this device reaches the server a moment later.
  const sequence = useSyncExternalStore(store.subscribe, store.get)?.play.authority.state.sequence ?? state.sequence
  const { data } = useQuery({
    queryKey: ['execution', id, 'last', sequence],
    queryFn: () => client.executions.history({ params: { id }, query: { limit: few } }),
  })
  const reason = cancelReason(data ?? [])
  return reason === null ? null : (
    <p className={styles['reason']}>
      <bdi>{reason}</bdi>
    </p>
  )
}
