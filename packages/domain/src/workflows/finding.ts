import type { ConnectionType, JsonValue } from './definition.ts'

/** One change of a definition; paths are JSON pointers into it. */
export type FixEdit =
  | { readonly type: 'set_field'; readonly path: string; readonly value: JsonValue }
  | { readonly type: 'remove_item'; readonly path: string }
  | { readonly type: 'remove_connection'; readonly connection_id: number }
  | {
      readonly type: 'add_connection'
      readonly source_step_id: number
      readonly target_step_id: number
      readonly connection_type: ConnectionType
    }

/** What would make a finding go: all edits together, in their order, on the definition that the finding is about. */
export interface Fix {
  /** What a button for it says. */
  readonly title: string
  readonly edits: readonly FixEdit[]
}

/** One finding of the validation: what, how bad, where, and one sentence that a person can act on. */
export interface Finding {
  /** `WF-…` as in docs/validation.md. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'hint'
  /** JSON pointer into the definition, such as `/steps/3/decision_options/0/result_action`. */
  readonly path: string
  readonly step_id?: number
  readonly connection_id?: number
  readonly message: string
  /** How a run comes to it: what is chosen, passed and failed on the way, in order. */
  readonly story?: readonly string[]
  readonly fix?: Fix
  /** Whether every run that comes there meets it, or only some; absent where it is about the text alone. */
  readonly certainty?: 'certain' | 'possible'
  /** The workflow could not run like this: refused on import, on saving and on starting, not only on publishing. */
  readonly fatal?: true
}
