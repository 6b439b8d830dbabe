import type { CommandType, HistoryType } from '../executions/command-type.ts'
import { stepAt } from '../executions/letters.ts'
import type { ExecutionState } from '../executions/state.ts'
import { isJsonObject } from '../workflows/json-source.ts'
import type { JsonObject } from '../workflows/definition.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'

/** What was done, as one tells of it: a check is not just completed, it passes or does not. */
export type Deed = HistoryType | 'pass' | 'not_pass'

const verdicts: Readonly<Record<string, Deed>> = { pass: 'pass', fail: 'not_pass' }

/** What an entry of the history tells of; `action_data` is what the entry keeps of its command. */
export function deedOf(type: HistoryType, action_data: JsonObject): Deed {
  const data = action_data['data']
  const verdict = type === 'complete' && isJsonObject(data) ? data['verdict'] : undefined
  return (typeof verdict === 'string' ? verdicts[verdict] : undefined) ?? type
}

/** What an undo took back, from the run as it was before: of a check, the verdict. */
export function deedUndone(
  { workflow, state }: { readonly workflow: CompiledWorkflow; readonly state: ExecutionState },
  { type, step_id }: { readonly type: CommandType; readonly step_id: number | null },
): Deed {
  const step = workflow.compiledStep(step_id)
  if (type !== 'complete' || step?.kind !== 'quality_check') return type
  return stepAt(state.steps, step.index) === 'failed' ? 'not_pass' : 'pass'
}
