import type { Execution, StartExecution as StartExecutionSchema } from '@hidesync/contract/executions/execution.schemas'
import type { Static } from '@sinclair/typebox'
import { decide } from '@hidesync/domain/executions/decide'
import type { ClockLimits } from '@hidesync/domain/executions/due'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import { wrongField } from '../identity/identity-answers.ts'
import type { ExpectedDurations } from '../insights/expected-durations.ts'
import { projectBelongs } from '../inventory/project.repository.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { loadAccess, type WorkflowAccessRow } from '../workflows/workflow-access.ts'
import { ensureRevision } from '../workflows/workflow-revision.repository.ts'
import { outcomeOf } from './execution-command.ts'
import { insertExecution } from './execution.repository.ts'
import { refused } from './execution.service.ts'
import type { IdPool } from './id-pool.ts'

export type StartExecution = Static<typeof StartExecutionSchema>

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly expected: ExpectedDurations
  readonly executionIds: IdPool
  readonly stepExecutionIds: IdPool
  readonly limits: ClockLimits
  readonly now: () => Date
}

const startable = ['active', 'published']

/** Active and published workflows can be started by whoever may execute them, a draft by who may edit it. */
function refuseUnstartable(workflow: WorkflowAccessRow): void {
  if (!workflow.permissions.includes('execute'))
    throw new AppError(
      'access.forbidden',
      `You may read “${workflow.name}” but not run it. Ask its owner to share it with permission to execute.`,
      { reason: 'not_shared_for_this' },
    )
  const trial = workflow.status === 'draft' && workflow.permissions.includes('edit')
  if (!startable.includes(workflow.status) && !trial)
    throw new AppError(
      'workflow.not_startable',
      `“${workflow.name}” is ${workflow.status}: only an active or published workflow can be started.`,
    )
}

/** Refuses (422) a project that the workshop of the execution does not have. */
async function requireProject(tx: Transaction, projectId: number | null, workshopId: number): Promise<void> {
  if (projectId === null || (await projectBelongs(tx, projectId, workshopId))) return
  throw wrongField('/project_id', `There is no project ${projectId} in the workshop in which this is started.`)
}

/** Starts executions: pins the revision, lets the engine open the first steps, writes all of it in one transaction. */
export class ExecutionStartService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async start(workflowId: number, input: StartExecution, context: RequestContext): Promise<Execution> {
    const { db, executionIds } = this.#deps
    const [id = 0] = await executionIds.take(db, 1)
    const answer = await context.once(tx => this.#start(tx, { id, workflowId, input, context }))
    context.setETag(versionTag(answer.version))
    return answer
  }

  async #start(
    tx: Transaction,
    asked: { id: number; workflowId: number; input: StartExecution; context: RequestContext },
  ): Promise<Execution> {
    const { revisions, expected, stepExecutionIds, limits, now } = this.#deps
    const { id, workflowId, input, context } = asked
    const found = await loadAccess(tx, context.caller, workflowId)
    if (found === null) throw new AppError('workflow.not_found', `There is no workflow ${workflowId} that you may see.`)
    refuseUnstartable(found)
    await requireProject(tx, input.project_id ?? null, context.workshop_id)
    const { user_id } = context.caller
    const revision = await ensureRevision(tx, found, user_id)
    const { workflow } = await revisions.get(revision.content_hash, tx)

    const before = newExecution(workflow)
    const command = {
      type: 'start' as const,
      at: now().getTime(),
      actor_id: user_id,
      selected_outcome_id: input.selected_outcome_id ?? null,
      variables: input.variables ?? {},
    }
    const decision = decide(workflow, before, command)
    if (!decision.ok) throw refused(decision.refusal)

    const row = {
      id,
      workflow_id: workflowId,
      workflow_name: found.name,
      workshop_id: context.workshop_id,
      project_id: input.project_id ?? null,
      started_by: user_id,
      revision: revision.revision,
      content_hash: revision.content_hash,
      quantity: input.quantity ?? 1,
      time_limit: found.time_limit,
    }
    const { write, answer } = await outcomeOf({
      row,
      workflow,
      before,
      command,
      action_data: { ...input },
      decision,
      limits,
      steps: context.minimal ? null : [],
      durations: await expected.of(row, workflow, user_id, tx),
      takeIds: count => stepExecutionIds.take(tx, count),
    })
    await insertExecution(tx, { ...row, revision_id: revision.id }, { ...write, answer: null })
    return answer
  }
}
