import type { CompiledStep } from '../../workflows/compiled.ts'
import { live } from './marks.ts'
import type { Log, Terms } from './terms.ts'

/** A moment, minutes from now, and the visit that had to be waited for until then; -1: none. */
export interface Moment {
  readonly time: number
  readonly cause: number
}

/** When a step has what it awaits. */
export interface Arrival {
  /** When the last of its ways was resolved. */
  readonly arrived: Moment
  /** When it may begin: a lag may lie between. */
  readonly start: Moment
}

interface Arrived {
  readonly ways: Uint8Array
  readonly time: Float64Array
  readonly log: Log | null
}

/** What a step all of whose ways are resolved had to wait for. Notes which connections were awaited. */
export function arrival({ ways, time, log }: Arrived, { plan, awaited, settling }: Terms, step: CompiledStep): Arrival {
  const { connections } = plan.workflow
  let [arrived, arrivedBy, start, startBy] = [0, -1, 0, -1]
  for (const way of step.incoming) {
    const connection = connections[way]
    if (connection === undefined) continue
    const cause = log?.cause[connection.source] ?? -1
    const since = time[connection.source] ?? 0
    const isLive = ways[way] === live
    if (isLive) awaited[way] = settling
    const until = isLive ? since + connection.min_lag / 60_000 : since
    if (since > arrived || (since === arrived && arrivedBy === -1)) [arrived, arrivedBy] = [since, cause]
    if (until > start || (until === start && startBy === -1)) [start, startBy] = [until, cause]
  }
  return { arrived: { time: arrived, cause: arrivedBy }, start: { time: start, cause: startBy } }
}
