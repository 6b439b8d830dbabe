import { useMemo, useSyncExternalStore } from 'react'
import { useApi } from '../app/api.ts'
import type { Attention } from './attention.ts'
import type { ConnectionState } from './connection.ts'
import type { PackedRun } from './packed-run.ts'
import type { WaitingPhoto } from './photo-box.ts'
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
  readonly photos: readonly Pick<WaitingPhoto, 'problem'>[]
  readonly sending: Sending | null
  readonly connection: ConnectionState
}

/** How many deeds and photos the server does not have yet. */
export const waitingCount = ({ packed, photos }: Pick<Facts, 'packed' | 'photos'>): number =>
  packed.reduce((sum, { play }) => sum + play.queue.length, photos.length)

/** What a person has to decide comes before what goes on by itself. */
export function syncState({ packed, attention, photos, sending, connection }: Facts): SyncState {
  const problems = packed.filter(({ problem, play }) => problem !== null && play.queue.length > 0).length
  const refused = photos.filter(({ problem }) => problem !== null).length
  const toDecide = attention.length + problems + refused
  if (toDecide > 0) return { type: 'attention', count: toDecide }
  const count = waitingCount({ packed, photos })
  if (sending !== null && connection.isOnline && count > 0) return { type: 'sending', ...sending }
  if (count > 0) return { type: 'waiting', count }
  return connection.isOnline ? { type: 'saved' } : { type: 'offline', since: connection.since }
}

export function useSyncState(): SyncState {
  const { runs, photos, connection } = useApi()
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  const attention = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const taken = useSyncExternalStore(photos.waiting.subscribe, photos.waiting.get)
  const sendingRuns = useSyncExternalStore(runs.sending.subscribe, runs.sending.get)
  const sendingPhotos = useSyncExternalStore(photos.sending.subscribe, photos.sending.get)
  const sending = sendingRuns ?? sendingPhotos
  const status = useSyncExternalStore(connection.status.subscribe, connection.status.get)
  return useMemo(
    () => syncState({ packed, attention, photos: taken, sending, connection: status }),
    [packed, attention, taken, sending, status],
  )
}
