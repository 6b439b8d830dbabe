import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { actionDataOf } from '@hidesync/domain/executions/action-data'
import type { CommandRecord, ExecutionEvent } from '@hidesync/domain/executions/event'
import { passedOver } from '@hidesync/domain/executions/passed-over'
import type { DeviceRun } from '@hidesync/domain/executions/offline/device-run'

export type HistoryEntry = RouteOutput<Routes['executions']['history']>[number]

/** An entry of the history to come; its own id will be above zero. */
const entryOf = (
  { sequence, type, step_id, events }: CommandRecord,
  at: number,
  { action_data, actor_id }: Pick<HistoryEntry, 'action_data' | 'actor_id'>,
): HistoryEntry => ({
  id: -sequence,
  sequence,
  step_id,
  step_name: null,
  action_type: type,
  action_data,
  passed_over: [...passedOver(type, events)],
  actor_id,
  actor_name: null,
  timestamp: new Date(at).toISOString(),
})

/** What was done on this device, the oldest first: what the server took of it last, then what waits. */
function doneHere({ taken = [], queue, records, skew }: DeviceRun, actor_id: number | null): HistoryEntry[] {
  const waiting = records.flatMap((record, index) => {
    const queued = queue[index]
    return queued === undefined ? [] : [{ queued, record }]
  })
  return [...taken, ...waiting].map(({ queued: { at, request }, record }) =>
    entryOf(record, at - skew, { action_data: actionDataOf(request), actor_id }),
  )
}

/** When an event says that it happened; null: it does not say. */
function timeOf(event: ExecutionEvent): number | null {
  if (event.type === 'started' || event.type === 'status_changed') return event.at
  if (event.type !== 'step_changed') return null
  const { completed_at, started_at, ready_at } = event.to
  return completed_at ?? started_at ?? ready_at ?? null
}

/** What a step keeps of how it was settled. */
const dataOf = ({ events, step_id }: CommandRecord): HistoryEntry['action_data'] =>
  events.flatMap(event =>
    event.type === 'step_changed' && event.step_id === step_id ? [event.to.data ?? {}] : [],
  )[0] ?? {}

/** What undo could take back when the device last heard from the server: it was taken along. Only what says when it happened. */
const takenAlong = ({ authority, skew }: DeviceRun): HistoryEntry[] =>
  authority.undo_chain.flatMap(record => {
    const times = record.events.map(timeOf).filter(at => at !== null)
    if (times.length === 0) return []
    return [entryOf(record, Math.max(...times) - skew, { action_data: dataOf(record), actor_id: null })]
  })

/** What the server told of a run, and what the device knows beside that, the newest first. */
export function withDevice(
  told: readonly HistoryEntry[],
  play: DeviceRun,
  actor_id: number | null,
): readonly HistoryEntry[] {
  // What is older than all that was told is left out there on purpose.
  const least = told.at(-1)?.sequence ?? 0
  const own = [...takenAlong(play), ...doneHere(play, actor_id)].filter(({ sequence }) => sequence > least)
  // Each is told once, by whoever knows it best.
  const entries = new Map([...own, ...told].map(entry => [entry.sequence, entry]))
  return [...entries.values()].toSorted((one, other) => other.sequence - one.sequence)
}
