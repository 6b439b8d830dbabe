import { progressAnswer } from '@hidesync/contract/executions/progress-answer'
import type { CommandRequest } from '@hidesync/domain/executions/command'
import { decide } from '@hidesync/domain/executions/decide'
import type { CommandRecord } from '@hidesync/domain/executions/event'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { availableCommands, availableSteps, stepStatus, stepTiming } from '@hidesync/domain/executions/view'
import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Execution, ExecutionSummary } from '../../executions/execution.ts'
import { FakeError } from './fake-error.ts'
import type { FakeCall, Handlers } from './handlers.ts'
import type { FakeWorkflow } from './samples.ts'

interface Run {
  readonly id: number
  readonly workflow: FakeWorkflow
  readonly compiled: CompiledWorkflow
  state: ExecutionState
  records: readonly CommandRecord[]
  updated_at: number
}

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Runs in memory, on the engine itself. */
export function fakeExecutions(
  workflows: readonly FakeWorkflow[],
  now: () => number,
): Handlers<'executions'>['executions'] {
  const runs = new Map<number, Run>()
  const answers = new Map<string, Execution>()

  const find = (id: number): Run => {
    const run = runs.get(id)
    if (run === undefined) throw new FakeError('execution.not_found', `There is no run ${id}.`)
    return run
  }

  const apply = (run: Run, request: CommandRequest) => {
    const decision = decide(run.compiled, run.state, { ...request, at: now(), actor_id: 1 })
    if (!decision.ok) throw new FakeError(decision.refusal.code, decision.refusal.message)
    const record: CommandRecord = {
      sequence: run.state.sequence + 1,
      type: request.type,
      step_id: 'step_id' in request ? request.step_id : null,
      undo_previous: run.state.undo_head,
      events: decision.events,
    }
    run.state = evolveAll(run.compiled, run.state, decision.events)
    run.records = [...run.records, record]
    run.updated_at = now()
    return decision
  }

  const command = (id: number, request: CommandRequest, call: FakeCall): Execution => {
    const known = answers.get(`${id} ${call.idempotencyKey}`)
    if (known !== undefined) return known
    const run = find(id)
    if (call.ifMatch !== null && call.ifMatch !== `"${run.state.sequence}"`)
      throw new FakeError('request.precondition_failed', 'The run has moved on since you looked.')
    const { undone, skipped_steps } = apply(run, request)
    const name = run.compiled.step(undone?.step_id ?? null)?.name
    const answer: Execution = {
      ...show(run),
      ...(skipped_steps.length > 0 ? { skipped_steps: [...skipped_steps] } : {}),
      ...(undone
        ? { undone: { action_type: undone.type, step_id: undone.step_id, message: `Took back “${name}”.` } }
        : {}),
    }
    if (call.idempotencyKey !== null) answers.set(`${id} ${call.idempotencyKey}`, answer)
    return answer
  }

  const show = ({ id, workflow, compiled, state, records }: Run): Execution => ({
    id,
    workflow_id: workflow.id,
    workflow_name: workflow.name,
    revision: 1,
    status: state.status,
    started_by: 1,
    started_at: time(state.started_at) ?? '',
    completed_at: time(state.ended_at),
    current_step_id: state.current_step_id,
    selected_outcome_id: state.selected_outcome_id,
    execution_data: state.variables,
    quantity: 1,
    total_duration: state.ended_at === null ? null : progressOf(compiled, state, now()).elapsed_time,
    failure_reason: state.failure_reason,
    available_steps: availableSteps(compiled, state, now()),
    available_commands: availableCommands(compiled, state, now()),
    progress: progressAnswer(progressOf(compiled, state, now())),
    timers: [],
    step_executions: compiled.definition.steps.map(step => {
      const last = records
        .flatMap(record => record.events)
        .findLast(event => event.type === 'step_changed' && event.step_id === step.id)
      const to = last?.type === 'step_changed' ? last.to : undefined
      return {
        id: step.id,
        step_id: step.id,
        status: stepStatus(compiled, state, step.id, now()),
        iteration: to?.iteration ?? 1,
        started_at: time(to?.started_at ?? null),
        completed_at: time(to?.completed_at ?? null),
        actual_duration: to?.actual_duration ?? null,
        notes: to?.notes ?? state.open[String(step.id)]?.notes ?? null,
        step_data: to?.data ?? null,
        not_before: time(to?.not_before ?? null),
        ends_at: time(stepTiming(compiled, state, step.id, now())?.ends_at ?? null),
      }
    }),
    state,
    version: state.sequence,
  })

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
        updated_at: now(),
      }
      apply(run, { type: 'start', selected_outcome_id: body?.selected_outcome_id ?? null })
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
    definition: ({ params }) => ({ ...find(params.id).compiled.definition }) as unknown as JsonObject,
    complete: ({ params: { id, step_id }, body }, call) =>
      command(id, { ...definedOnly(body), type: 'complete', step_id }, call),
    decide: ({ params: { id, step_id }, body: { decision_option_id, notes = null } }, call) =>
      command(id, { type: 'decide', step_id, option_id: decision_option_id, notes }, call),
    skip: ({ params: { id, step_id }, body }, call) =>
      command(id, { type: 'skip', step_id, reason: body?.reason ?? null }, call),
    fail: ({ params: { id, step_id }, body }, call) =>
      command(id, { type: 'fail', step_id, reason: body?.reason ?? null }, call),
    note: ({ params: { id, step_id }, body: { text } }, call) => command(id, { type: 'note', step_id, text }, call),
    navigate: ({ params: { id }, body }, call) => command(id, { type: 'navigate', ...body }, call),
    undo: ({ params: { id } }, call) => {
      const { state, records } = find(id)
      return command(
        id,
        { type: 'undo', last: records.find(({ sequence }) => sequence === state.undo_head) ?? null },
        call,
      )
    },
    pause: ({ params: { id } }, call) => command(id, { type: 'pause' }, call),
    resume: ({ params: { id } }, call) => command(id, { type: 'resume' }, call),
    cancel: ({ params: { id }, body }, call) => command(id, { type: 'cancel', reason: body?.reason ?? null }, call),
  }
}

/** What the engine takes of a completion; usage of resources is not its business. */
function definedOnly(body: Parameters<Handlers<'executions'>['executions']['complete']>[0]['body']) {
  const { notes = null, actual_duration = null, data = null, override = false } = body ?? {}
  return { notes, actual_duration, data, ...(override ? { override } : {}) }
}
