import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Transaction } from '../database/database.ts'
import { addToOutbox } from '../events/outbox.ts'
import type { ExecutionRow } from './execution.reader.ts'

export interface PhotoNews {
  readonly row: ExecutionRow
  /** The run's version in the transaction, which photos leave as it is. */
  readonly version: number
  readonly workflow: CompiledWorkflow
  readonly step_id: number
  readonly user_id: number
  readonly action_type: 'add_photo' | 'remove_photo'
}

/** Announces, in the transaction in which it happens, that a run has a photo more or less: whoever has it open sees so. */
export async function announcePhoto(tx: Transaction, news: PhotoNews): Promise<void> {
  const { row, version, workflow, step_id, user_id, action_type } = news
  const { id, workshop_id, workflow_id, workflow_name, project_id } = row
  const step_name = workflow.step(step_id)?.name
  await addToOutbox(tx, [
    {
      type: 'execution.updated',
      subject: `executions/${id}`,
      workshop_id,
      workflow_id,
      execution_id: id,
      execution_version: version,
      data: {
        execution_id: id,
        workflow_id,
        workflow_name,
        project_id,
        user_id,
        action_type,
        step_id,
        ...(step_name === undefined ? {} : { step_name }),
      },
    },
  ])
}
