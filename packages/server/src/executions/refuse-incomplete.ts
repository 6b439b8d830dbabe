import type { Command } from '@hidesync/domain/executions/command'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { AppError } from '../http/app-error.ts'
import type { ExecutionRow } from './execution.reader.ts'

/**
 * Asks the step's own type whether it is complete, once the engine would accept the command: 400 with the reason if it is not.
 * The engine knows the rules of the system's types; those of custom ones are the server's to ask.
 */
export function refuseIncomplete(
  stepTypes: StepTypeRegistry,
  asked: {
    readonly row: ExecutionRow
    readonly workflow: CompiledWorkflow
    readonly command: Command
    readonly locale: string
  },
): void {
  const { row, workflow, command, locale } = asked
  if (command.type !== 'complete' && command.type !== 'decide') return
  const step = workflow.step(command.step_id)
  if (step === undefined) return
  const decided = command.type === 'decide'
  const verdict = stepTypes.canComplete(step, {
    execution_id: row.id,
    workflow_id: row.workflow_id,
    execution_data: row.state.variables,
    quantity: row.quantity,
    decision_made: decided,
    data: decided ? { decision_option_id: command.option_id } : (command.data ?? {}),
    locale,
  })
  if (verdict !== true) throw new AppError('execution.step_incomplete', verdict)
}
