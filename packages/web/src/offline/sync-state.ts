import { useMemo, useSyncExternalStore } from 'react'
import { useApi } from '../app/api.ts'
import type { Attention } from './attention.ts'
import type { ConnectionState } from './connection.ts'
import type { PackedRun } from './packed-run.ts'
import type { Sending } from './sender.ts'

/** Where what was done on this device stands, in one word. */
export type SyncState =
  | { readonly type: 'saved' }
  /** On this device, so many to send. */
  | { readonly type: 'waiting'; readonly count: number }
  | { readonly type: 'sending'; readonly at: number; readonly total: number }
  | { readonly type: 'attention'; readonly count: number }
  | { readonly type: 'offline'; readonly since: number }

interface Facts {
  readonly packed: readonly Pick<PackedRun, 'play' | 'problem'>[]
  readonly attention: readonly Attention[]
  readonly sending: Sending | null
  readonly connection: ConnectionState
}

/** What a person has to decide comes before what goes on by itself. */
export function syncState({ packed, attention, sending, connection }: Facts): SyncState {
  const problems = packed.filter(({ problem, play }) => problem !== null && play.queue.length > 0).length
  if (attention.length + problems > 0) return { type: 'attention', count: attention.length + problems }
  const count = packed.reduce((sum, { play }) => sum + play.queue.length, 0)
  if (sending !== null && connection.isOnline && count > 0) return { type: 'sending', ...sending }
  if (count > 0) return { type: 'waiting', count }
  return connection.isOnline ? { type: 'saved' } : { type: 'offline', since: connection.since }
}

export function useSyncState(): SyncState {
  const { runs, connection } = useApi()
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  const attention = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const sending = useSyncExternalStore(runs.sending.subscribe, runs.sending.get)
  const status = useSyncExternalStore(connection.status.subscribe, connection.status.get)
  return useMemo(
    () => syncState({ packed, attention, sending, connection: status }),
    [packed, attention, sending, status],
  )
}
