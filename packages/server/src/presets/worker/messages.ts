import type { ErrorCode, ErrorReason } from '@hidesync/contract/http/errors'
import type { Need, ResourceMatch, StockItem } from '@hidesync/domain/inventory/match-resources'
import type { PresetFinding } from '@hidesync/domain/presets/preset'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import type { FieldError } from '../../http/app-error.ts'
import type { SavedGraph, SentGraph } from '../../workflows/sent-graph.ts'
import type { PartCounts, PartIds } from '../../workflows/workflow-ids.ts'
import type { Link, PreparedImport, PresetFacts } from '../prepare-import.ts'
import type { WritePreset } from '../write-preset.ts'
import type { Source } from '../reading/read-source.ts'

/** The steps by their names, to be looked over before an import. */
export interface PresetOutline {
  readonly steps: readonly Pick<StepDefinition, 'name' | 'step_type' | 'estimated_duration'>[]
  readonly outcomes: readonly string[]
}

/** What came of reading a file; what was found only if it can be imported. */
export interface ReadReport {
  readonly errors: readonly PresetFinding[]
  readonly warnings: readonly PresetFinding[]
  readonly needs: readonly Need[]
  readonly found: { readonly facts: PresetFacts; readonly counts: PartCounts; readonly outline: PresetOutline } | null
}

export type Job =
  | { readonly kind: 'read'; readonly source: Source }
  | { readonly kind: 'prepare'; readonly source: Source; readonly ids: PartIds; readonly links: readonly Link[] }
  | { readonly kind: 'match'; readonly needs: readonly Need[]; readonly stock: readonly StockItem[] }
  | { readonly kind: 'graph'; readonly graph: SentGraph }
  | { readonly kind: 'save'; readonly graph: SentGraph; readonly ids: PartIds }
  | ({ readonly kind: 'write' } & WritePreset)

export interface JobResults {
  readonly read: ReadReport
  readonly prepare: PreparedImport
  readonly match: readonly ResourceMatch[]
  readonly graph: PartCounts
  readonly save: SavedGraph
  readonly write: string
}

export interface WorkerRequest {
  readonly id: number
  readonly job: Job
}

export type WorkerAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly result: JobResults[keyof JobResults] }
  /** Without a code: a fault of ours. */
  | {
      readonly ok: false
      readonly code: ErrorCode | null
      readonly detail: string
      readonly reason?: ErrorReason
      readonly errors?: readonly FieldError[]
    }
)
