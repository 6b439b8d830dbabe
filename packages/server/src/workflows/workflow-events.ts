import type { EventType } from '@hidesync/contract/events/events'
import type { Transaction } from '../database/database.ts'
import { addToOutbox } from '../events/outbox.ts'

type WorkflowEventType = Extract<EventType, `workflow.${string}`>

/** Announces what happened to a workflow, in the transaction in which it happens. */
export async function announce(
  tx: Transaction,
  type: WorkflowEventType,
  about: { readonly id: number; readonly name: string; readonly user_id: number; readonly visibility?: string },
): Promise<void> {
  const { id, name, user_id, visibility } = about
  const data = { workflow_id: id, workflow_name: name, user_id, ...(visibility === undefined ? {} : { visibility }) }
  await addToOutbox(tx, [{ type, subject: `workflows/${id}`, workflow_id: id, data }])
}
