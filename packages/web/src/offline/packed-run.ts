import { executionAnswer, type StepFacts } from '@hidesync/contract/executions/execution-answer'
import type { Pack, SyncAnswer } from '@hidesync/contract/executions/offline.schemas'
import { takeAlong, type Authority, type DeviceRun } from '@hidesync/domain/executions/offline/device-run'
import { progressOf } from '@hidesync/domain/executions/progress'
import { mergeStepRows, stepRowChanges, type StepRow } from '@hidesync/domain/executions/step-row-changes'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Execution } from '../executions/execution.ts'
import { timersHere } from '../executions/timers/timers-here.ts'
import type { Timer } from '../executions/timers/timer.ts'

/** Why the server takes nothing of a run any more: what is queued stays until somebody has looked at it. */
export interface Problem {
  readonly status: number
  readonly message: string
}

/** A run as this device keeps it for a person. Plain JSON. */
export interface PackedRun {
  readonly owner: number
  readonly id: number
  /** Of the revision that it follows; the definition is kept beside it. */
  readonly content_hash: string
  /** What the server said last. */
  readonly answer: Execution
  readonly play: DeviceRun
  readonly timers: readonly Timer[]
  /** Of the steps that the queue speaks of, by id: what waits can be told without the definition. */
  readonly names: Readonly<Record<string, string>>
  readonly problem: Problem | null
  /** How often in a row it was sent in vain. */
  readonly attempts: number
}

/** The revision of a packed run, in the language in which it was packed. */
export interface PackedDefinition {
  readonly owner: number
  readonly id: number
  readonly content_hash: string
  readonly definition: Pack['definition']
}

export const authorityOf = ({ execution, undo_chain, now }: Omit<SyncAnswer, 'results'>): Authority => ({
  state: execution.state,
  undo_chain,
  now,
})

/** A run that was just fetched; `now` is the device's clock. */
export const packedRun = (owner: number, pack: Pack, workflow: CompiledWorkflow, now: number): PackedRun =>
  withPlay(
    {
      owner,
      id: pack.execution.id,
      content_hash: pack.content_hash,
      answer: pack.execution,
      timers: [],
      names: {},
      problem: null,
      attempts: 0,
    },
    workflow,
    takeAlong(authorityOf(pack), now),
  )

/** The run with another play; what is shown of it everywhere follows from that. */
export const withPlay = (run: Omit<PackedRun, 'play'>, workflow: CompiledWorkflow, play: DeviceRun): PackedRun => ({
  ...run,
  play,
  timers: timersHere(run.answer, workflow, play),
  names: Object.fromEntries(
    play.queue.flatMap(({ request }) => {
      const step = workflow.step('step_id' in request ? (request.step_id ?? null) : null)
      return step === undefined ? [] : [[step.id, step.name]]
    }),
  ),
})

const time = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())

const passHere = ({ step_id, iteration, snapshot }: StepRow): StepFacts => ({
  id: null,
  step_id,
  iteration,
  started_at: time(snapshot.started_at),
  completed_at: time(snapshot.completed_at),
  not_before: time(snapshot.not_before),
  actual_duration: snapshot.actual_duration ?? null,
  notes: snapshot.notes ?? null,
  step_data: snapshot.data ?? null,
})

/** The run as the server would show it with all that was done here; `now` is the device's clock. */
export function executionHere({ answer, play }: PackedRun, workflow: CompiledWorkflow, now: number): Execution {
  if (play.queue.length === 0) return answer
  const at = now + play.skew
  const steps = play.records.reduce<readonly StepFacts[]>(
    (rows, { events }) => {
      const changes = stepRowChanges(events)
      return mergeStepRows(rows, changes.put.map(passHere), changes)
    },
    (answer.step_executions ?? []) as readonly StepFacts[],
  )
  const progress = progressOf(workflow, play.state, at)
  return executionAnswer({ row: answer, workflow, state: play.state, steps, at, progress })
}
