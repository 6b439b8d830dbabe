import type { Visibility } from '@hidesync/domain/workflows/definition'

/** A workflow of the owner's with one of everything, under the names that the paths of routes give it. */
export interface Piece {
  readonly id: number
  readonly name: string
  readonly visibility: Visibility
  /** In display order; the second is a decision, nothing names the seventh. */
  readonly steps: readonly number[]
  /** The decision: it has the options and the resources. */
  readonly step_id: number
  readonly connection: number
  /** One that no step reaches. */
  readonly outcome: number
  readonly named_path: number
  readonly resource: number
  readonly option: number
  readonly comment_id: number
  readonly proposal_id: number
  readonly revision: number
  readonly other: 'draft'
  readonly locale: 'de'
  /** The one with whom it is shared for reading. */
  readonly user_id: number
  /** The workshop of which the same is true. */
  readonly workshop_id: number
  readonly type: 'workflow_status'
  /** Of a part to remove, an enum value, a theme, a project and a copy, where the call made one ready. */
  readonly spare?: number
  readonly code?: string
  readonly theme?: number
  readonly project?: number
  readonly copy?: number
  /** Of a link to it, and what stands in that. */
  readonly link?: number
  readonly token?: string
  /** Of it, where the call is about one, and a photo of that. */
  readonly run?: number
  readonly photo?: number
}
