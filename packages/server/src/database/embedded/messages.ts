/** What passes between the server's thread and the one in which the embedded engine runs. */
export interface WorkerSettings {
  /** Folder of the engine's files; made and initialised if it is missing. */
  readonly folder: string
}

export type WorkerRequest =
  | { readonly id: number; readonly type: 'run'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  | { readonly id: number; readonly type: 'count_syncs' }
  | { readonly id: number; readonly type: 'close' }

/** A result as the wire carried it: values are text, parsed by the receiver. */
export interface RawResult {
  readonly command: string
  readonly count: number | null
  readonly names: readonly string[]
  readonly oids: readonly number[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export type ErrorFields = Readonly<Record<string, string | undefined>>

export type WorkerAnswer =
  | { readonly type: 'ready' }
  /** The engine could not be opened. */
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'result'; readonly id: number; readonly result: RawResult }
  /** The database refused the statement: SQLSTATE and the rest of the fields of its message. */
  | { readonly type: 'error'; readonly id: number; readonly fields: ErrorFields }
  | { readonly type: 'syncs'; readonly id: number; readonly count: number }
  | { readonly type: 'closed'; readonly id: number }
  /** The engine is broken: nothing it says from here on can be trusted. */
  | { readonly type: 'lost'; readonly message: string }
