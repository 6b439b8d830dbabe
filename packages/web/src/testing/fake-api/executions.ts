import { executionAnswer, type StepFacts } from '@hidesync/contract/executions/execution-answer'
import type { SyncAnswer, SyncVerdict } from '@hidesync/contract/executions/offline.schemas'
import type { HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import { actionDataOf } from '@hidesync/domain/executions/action-data'
import { decide, type Decision } from '@hidesync/domain/executions/decide'
import type { CommandRecord } from '@hidesync/domain/executions/event'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { decideQueued } from '@hidesync/domain/executions/offline/decide-queued'
import type { OfflineRequest, QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import { passedOver } from '@hidesync/domain/executions/passed-over'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { mergeStepRows, stepRowChanges } from '@hidesync/domain/executions/step-row-changes'
import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Execution, ExecutionSummary } from '../../executions/execution.ts'
import { FakeError } from './fake-error.ts'
import type { Handlers } from './handlers.ts'
import type { FakeWorkflow } from './samples.ts'

interface Run {
  readonly id: number
  readonly workflow: FakeWorkflow
  readonly compiled: CompiledWorkflow
  state: ExecutionState
  records: readonly CommandRecord[]
  steps: readonly StepFacts[]
  /** The oldest first. */
  history: readonly HistoryEntry[]
  updated_at: number
}

const time = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())

/** Runs in memory, on the engine itself. */
export function fakeExecutions(
  workflows: readonly FakeWorkflow[],
  now: () => number,
): Handlers<'executions' | 'offline' | 'timers' | 'presence'> {
  const runs = new Map<number, Run>()
  const verdicts = new Map<string, SyncVerdict>()

  const find = (id: number): Run => {
    const run = runs.get(id)
    if (run === undefined) throw new FakeError('execution.not_found', `There is no run ${id}.`)
    return run
  }

  const write = (run: Run, request: OfflineRequest | { type: 'start' }, decision: Extract<Decision, { ok: true }>) => {
    const { events } = decision
    const { type } = request
    const step_id = 'step_id' in request ? (request.step_id ?? null) : null
    run.records = [
      ...run.records,
      { sequence: run.state.sequence + 1, type, step_id, undo_previous: run.state.undo_head, events },
    ]
    run.state = evolveAll(run.compiled, run.state, events)
    const { sequence } = run.state
    const entry: HistoryEntry = {
      id: sequence,
      sequence,
      step_id,
      step_name: run.workflow.steps.find(({ id }) => id === step_id)?.name ?? null,
      action_type: type,
      action_data: type === 'start' ? {} : actionDataOf(request),
      passed_over: [...passedOver(type, events)],
      actor_id: 1,
      actor_name: 'Ada',
      timestamp: new Date(now()).toISOString(),
    }
    run.history = [...run.history, entry]
    const changes = stepRowChanges(events)
    const put = changes.put.map(({ step_id, iteration, snapshot }): StepFacts => ({
      id: step_id,
      step_id,
      iteration,
      status: snapshot.status,
      started_at: time(snapshot.started_at),
      completed_at: time(snapshot.completed_at),
      not_before: time(snapshot.not_before),
      actual_duration: snapshot.actual_duration ?? null,
      notes: snapshot.notes ?? null,
      step_data: snapshot.data ?? null,
    }))
    run.steps = mergeStepRows(run.steps, put, changes)
    run.updated_at = now()
  }

  const judge = (run: Run, queued: QueuedCommand): SyncVerdict => {
    const { key } = queued
    const last = run.records.find(({ sequence }) => sequence === run.state.undo_head) ?? null
    const sequenceOf = (of: string) => verdicts.get(of)?.sequence ?? null
    const ground = { workflow: run.compiled, state: run.state, last, sequenceOf, now: now(), actor_id: 1 }
    const { decision } = decideQueued(queued, ground)
    if (!decision.ok) {
      const { code, message, detail } = decision.refusal
      return { key, status: 'refused', refusal: { code, message, detail } }
    }
    write(run, queued.request, decision)
    return { key, status: 'applied', sequence: run.state.sequence }
  }

  const show = ({ id, workflow, compiled, state, steps }: Run): Execution =>
    executionAnswer({
      row: { id, workflow_id: workflow.id, workflow_name: workflow.name, revision: 1, started_by: 1, quantity: 1 },
      workflow: compiled,
      state,
      steps,
      at: now(),
      progress: progressOf(compiled, state, now()),
    })

  const standing = (run: Run): Omit<SyncAnswer, 'results'> => {
    const undo_chain: CommandRecord[] = []
    for (let head = run.state.undo_head; head !== null;) {
      const record = run.records.find(({ sequence }) => sequence === head)
      if (record === undefined) break
      undo_chain.unshift(record)
      head = record.undo_previous
    }
    return { execution: show(run), content_hash: 'fake', undo_chain, now: now() }
  }

  const summary = (run: Run): ExecutionSummary => {
    const { id, workflow_id, workflow_name, status, started_by, started_at, completed_at, progress } = show(run)
    const { quantity, selected_outcome_id, total_duration } = show(run)
    const { current_step_id, current_step_name, progress_percentage, completed_steps, total_steps } = progress
    const updated_at = new Date(run.updated_at).toISOString()
    return {
      id,
      workflow_id,
      workflow_name,
      status,
      started_by,
      started_by_name: 'Ada',
      started_at,
      completed_at,
      updated_at,
      project_id: null,
      quantity,
      selected_outcome_id,
      total_duration,
      current_step_id,
      current_step_name,
      progress_percentage,
      completed_steps,
      total_steps,
    }
  }
  const lastUsedFirst = () =>
    [...runs.values()].toSorted((one, other) => other.updated_at - one.updated_at || other.id - one.id)

  return {
    timers: { mine: () => [] },
    presence: { announce: () => [], leave: () => undefined },
    offline: {
      pack: ({ params }) => {
        const run = find(params.id)
        return { ...standing(run), definition: { ...run.compiled.definition } as unknown as JsonObject }
      },
      sync: ({ params, body: { commands } }) => {
        const run = find(params.id)
        const results = commands.map(queued => {
          const verdict = verdicts.get(queued.key) ?? judge(run, queued)
          verdicts.set(queued.key, verdict)
          return verdict
        })
        return { ...standing(run), results }
      },
    },
    executions: {
      start: ({ params: { id }, body }) => {
        const workflow = workflows.find(one => one.id === id)
        if (workflow === undefined) throw new FakeError('workflow.not_found', `There is no workflow ${id}.`)
        const compiled = compile(workflow)
        const run: Run = {
          id: runs.size + 1,
          workflow,
          compiled,
          state: newExecution(compiled),
          records: [],
          steps: [],
          history: [],
          updated_at: now(),
        }
        const selected_outcome_id = body?.selected_outcome_id ?? null
        const decision = decide(compiled, run.state, { type: 'start', selected_outcome_id, at: now(), actor_id: 1 })
        if (!decision.ok) throw new FakeError(decision.refusal.code, decision.refusal.message)
        write(run, { type: 'start' }, decision)
        runs.set(run.id, run)
        return show(run)
      },
      active: () =>
        lastUsedFirst()
          .map(summary)
          .filter(({ status }) => status === 'active' || status === 'paused'),
      list: ({ query: { status, limit = 50, offset = 0 } = {} }) => {
        const all = lastUsedFirst()
          .map(summary)
          .filter(run => status === undefined || status.split(',').includes(run.status))
        const items = all.slice(offset, offset + limit)
        return { items, total: all.length, limit, offset, has_more: offset + items.length < all.length }
      },
      get: ({ params }) => show(find(params.id)),
      history: ({ params: { id }, query: { limit = 50, before = Infinity } = {} }) =>
        find(id)
          .history.filter(entry => entry.id < before)
          .toReversed()
          .slice(0, limit),
    },
  }
}
