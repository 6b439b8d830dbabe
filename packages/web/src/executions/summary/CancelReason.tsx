import { useSyncExternalStore } from 'react'
import { useApi } from '../../app/api.ts'
import type { Execution } from '../execution.ts'
import { withDevice } from '../player/log/device-entries.ts'
import { useHistory } from '../player/log/use-history.ts'
import styles from '../summary.module.css'

/** Why somebody cancelled the run; the history alone keeps it. */
export function CancelReason({ run }: { readonly run: Execution }) {
  const { runs } = useApi()
  const store = runs.view(run.id)
  const play = useSyncExternalStore(store.subscribe, store.get)?.play
  const told = useHistory(run).data?.pages.flat() ?? []
  const entries = play === undefined ? told : withDevice(told, play, null)
  const reason = entries.find(({ action_type }) => action_type === 'cancel')?.action_data['reason']
  return typeof reason === 'string' && reason !== '' ? (
    <p className={styles['reason']}>
      <bdi>{reason}</bdi>
    </p>
  ) : null
}
