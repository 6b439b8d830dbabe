import type { CompiledStep } from '../../workflows/compiled.ts'
import { live } from './marks.ts'
import type { Log, Terms } from './terms.ts'

/** When a step has what it awaits; minutes from now. */
export interface Arrival {
  /** When the last of its ways was resolved. */
  readonly arrived: number
  /** When it may begin: a lag may lie between. */
  readonly start: number
  /** The visit that it had to wait for; -1: none. */
  readonly cause: number
}

interface Arrived {
  readonly ways: Uint8Array
  readonly time: Float64Array
  readonly log: Log | null
}

/** What a step all of whose ways are resolved had to wait for. Notes which connections were awaited. */
export function arrival({ ways, time, log }: Arrived, { plan, awaited, settling }: Terms, step: CompiledStep): Arrival {
  const { connections } = plan.workflow
  let arrived = 0
  let start = 0
  let cause = -1
  for (const way of step.incoming) {
    const connection = connections[way]
    if (connection === undefined) continue
    const since = time[connection.source] ?? 0
    const isLive = ways[way] === live
    if (isLive) awaited[way] = settling
    if (since > arrived) arrived = since
    const until = isLive ? since + connection.min_lag / 60_000 : since
    if (until < start || (until === start && cause !== -1)) continue
    start = until
    cause = log?.cause[connection.source] ?? -1
  }
  return { arrived, start, cause }
}
