import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '@hidesync/server/database/database'
import { contentOf } from '@hidesync/server/workflows/workflow-content'
import { sql } from 'kysely'
import { chainOf, partsOf } from './chain.ts'
import { insertRows, takeIds } from './insert-rows.ts'

export interface SeededWorkflow {
  readonly id: number
  readonly revision_id: number
  readonly definition: WorkflowDefinition
}

const stepColumns = [
  ['id', 'bigint'],
  ['workflow_id', 'bigint'],
  ['name', 'text'],
  ['description', 'text'],
  ['instructions', 'text'],
  ['display_order', 'int'],
  ['step_type', 'text'],
  ['estimated_duration', 'float8'],
  ['is_milestone', 'boolean'],
  ['is_decision_point', 'boolean'],
  ['is_outcome', 'boolean'],
  ['outcome_id', 'bigint'],
  ['ui_position_x', 'float8'],
  ['ui_position_y', 'float8'],
  ['tips', 'jsonb'],
  ['warnings', 'jsonb'],
  ['scales_with_quantity', 'boolean'],
] as const

const connectionColumns = [
  ['id', 'bigint'],
  ['workflow_id', 'bigint'],
  ['source_step_id', 'bigint'],
  ['target_step_id', 'bigint'],
  ['connection_type', 'text'],
  ['display_order', 'int'],
  ['is_default', 'boolean'],
] as const

const resourceColumns = [
  ['id', 'bigint'],
  ['step_id', 'bigint'],
  ['resource_type', 'text'],
  ['name', 'text'],
  ['quantity', 'float8'],
  ['unit', 'text'],
  ['is_optional', 'boolean'],
  ['display_order', 'int'],
] as const

const outcomeColumns = [
  ['id', 'bigint'],
  ['workflow_id', 'bigint'],
  ['name', 'text'],
  ['description', 'text'],
  ['display_order', 'int'],
  ['is_default', 'boolean'],
] as const

/** Writes an active, public workflow of so many steps with all its parts and its first revision. */
export async function seedWorkflow(db: Database, length: number, owner: number): Promise<SeededWorkflow> {
  const count = partsOf(length)
  const [outcome = 0] = await takeIds(db, 'workflow_outcomes', 1)
  const definition = chainOf(length, {
    steps: await takeIds(db, 'workflow_steps', count.steps),
    connections: await takeIds(db, 'workflow_step_connections', count.connections),
    resources: await takeIds(db, 'workflow_step_resources', count.resources),
    outcome,
  })
  const { content, content_hash } = contentOf(definition)
  await db.insertInto('workflow_contents').values({ content, content_hash }).execute()
  const { id } = await db
    .insertInto('workflows')
    .values({
      name: `A piece in ${length} steps`,
      description: 'Made to be measured: one step after the other, up to the finished piece.',
      status: 'active',
      created_by: owner,
      visibility: 'public',
      estimated_duration: Math.min(length * 15, 86_400),
      difficulty_level: 'beginner',
      category: 'leather',
      content_hash,
      step_count: length,
      revision: 1,
      // Older than all others: the list shows those.
      created_at: sql`now() - interval '2 years'`,
      updated_at: sql`now() - interval '2 years'`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const revision = await db
    .insertInto('workflow_revisions')
    .values({ workflow_id: id, revision: 1, content_hash, name: `A piece in ${length} steps`, created_by: owner })
    .returning('id')
    .executeTakeFirstOrThrow()

  const ours = <T extends object>(parts: readonly T[]) => parts.map(part => ({ ...part, workflow_id: id }))
  await insertRows(db, 'workflow_outcomes', outcomeColumns, ours(definition.outcomes))
  await insertRows(db, 'workflow_steps', stepColumns, ours(definition.steps))
  await insertRows(db, 'workflow_step_connections', connectionColumns, ours(definition.connections))
  const resources = definition.steps.flatMap(step =>
    step.resources.map((resource, order) => ({ ...resource, step_id: step.id, display_order: order })),
  )
  await insertRows(db, 'workflow_step_resources', resourceColumns, resources)
  return { id, revision_id: revision.id, definition }
}
