import type { HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import type { Conflict } from '@hidesync/domain/executions/offline/device-run'
import type { OfflineRequest, VerdictRefusal } from '@hidesync/domain/executions/offline/queued-command'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { PackedRun } from './packed-run.ts'
import type { RefusalWords } from './refusal-words.ts'

/** What others did that came in between. */
export type Meanwhile = Pick<HistoryEntry, 'action_type' | 'actor_name' | 'step_name' | 'timestamp'>

/** Something that was done on this device and found no place in the run: kept until a person has said what becomes of it. */
export interface Attention {
  readonly key: string
  readonly owner: number
  readonly execution_id: number
  readonly workflow_name: string
  readonly step_name: string | null
  readonly request: OfflineRequest
  /** When it was done, by the device's clock. */
  readonly at: number
  readonly refusal: VerdictRefusal
  readonly meanwhile: Meanwhile | null
}

/** A timer that is gone already is what stopping it wanted. */
const isMet = ({ queued, refusal }: Conflict) =>
  queued.request.type === 'stop_timer' && refusal.code === 'execution.timer_not_found'

export const attentionOf = (
  run: PackedRun,
  workflow: CompiledWorkflow,
  { conflicts, inWords }: { readonly conflicts: readonly Conflict[]; readonly inWords: RefusalWords },
): readonly Attention[] =>
  conflicts
    .filter(conflict => !isMet(conflict))
    .map(({ queued: { key, at, request }, refusal }) => ({
      key,
      owner: run.owner,
      execution_id: run.id,
      workflow_name: run.answer.workflow_name,
      step_name: workflow.step('step_id' in request ? (request.step_id ?? null) : null)?.name ?? null,
      request,
      at: at - run.play.skew,
      refusal: inWords(refusal, workflow),
      meanwhile: null,
    }))
