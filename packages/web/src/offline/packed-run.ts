import type { Pack } from '@hidesync/contract/executions/offline.schemas'
import type { DeviceRun } from '@hidesync/domain/executions/offline/device-run'
import type { Execution } from '../executions/execution.ts'
import type { Timer } from '../executions/timers/timer.ts'

/** Why the server takes nothing of a run any more: what is queued stays until somebody has looked at it. */
export interface Problem {
  readonly status: number
  readonly message: string
}

/** A run as this device keeps it for a person. Plain JSON. */
export interface PackedRun {
  readonly owner: number
  readonly id: number
  /** Of the revision that it follows; the definition is kept beside it. */
  readonly content_hash: string
  /** The languages that its texts were asked for in, as the header names them; what an older app kept does not tell. */
  readonly language?: string
  /** What the server said last. */
  readonly answer: Execution
  readonly play: DeviceRun
  readonly timers: readonly Timer[]
  /** Of the steps that the queue speaks of, by id: what waits can be told without the definition. */
  readonly names: Readonly<Record<string, string>>
  readonly problem: Problem | null
  /** How often in a row it was sent in vain. */
  readonly attempts: number
}

/** Nothing of it is to be done any more. */
export const hasEnded = ({ status }: Pick<Execution, 'status'>): boolean =>
  ['completed', 'failed', 'cancelled'].includes(status)

export const isWaiting = ({ play }: Pick<PackedRun, 'play'>): boolean => play.queue.length > 0

/** The revision of a packed run, in its language. */
export interface PackedDefinition {
  readonly owner: number
  readonly id: number
  readonly content_hash: string
  readonly definition: Pack['definition']
}
