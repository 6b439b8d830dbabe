import type { CommandRequest } from '../command.ts'
import type { RefusalDetail } from '../refusal-detail.ts'

/** What a device may do on its own: all but starting, which makes the execution, and timing out, which is the clock's. */
export type OfflineRequest =
  | Exclude<CommandRequest, { readonly type: 'start' | 'time_out' | 'undo' }>
  | {
      readonly type: 'undo'
      /** What it takes back, so that it never takes back what somebody else did meanwhile. */
      readonly takes_back: TakesBack
    }

/** A command of the same queue by its key, or one that the device took along by its number. */
export type TakesBack = { readonly key: string } | { readonly sequence: number }

/** A command that was given on a device and waits for the server. */
export interface QueuedCommand {
  /** Made by the device, unique: the same key is never applied twice. */
  readonly key: string
  /** When it was given: epoch milliseconds by the server's clock, as well as the device knows it. */
  readonly at: number
  readonly request: OfflineRequest
}

/** What became of a queued command, once and for all. */
export type Verdict =
  | { readonly key: string; readonly status: 'applied'; readonly sequence: number }
  | { readonly key: string; readonly status: 'refused'; readonly refusal: VerdictRefusal }

export interface VerdictRefusal {
  readonly code: string
  /** One sentence that a person can act on. */
  readonly message: string
  readonly step_id?: number
  /** The same in ids; what a step's own type asks for in vain has none. */
  readonly detail?: RefusalDetail
}
