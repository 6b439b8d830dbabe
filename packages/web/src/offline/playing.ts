import { executionAnswer, type StepFacts } from '@hidesync/contract/executions/execution-answer'
import type { Pack, SyncAnswer } from '@hidesync/contract/executions/offline.schemas'
import {
  playOffline,
  takeAlong,
  takeOver,
  type Authority,
  type DeviceRun,
} from '@hidesync/domain/executions/offline/device-run'
import type { QueuedCommand, Verdict } from '@hidesync/domain/executions/offline/queued-command'
import { progressOf } from '@hidesync/domain/executions/progress'
import { mergeStepRows, stepRowChanges, type StepRow } from '@hidesync/domain/executions/step-row-changes'
import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Execution } from '../executions/execution.ts'
import { timersHere } from '../executions/timers/timers-here.ts'
import { attentionOf } from './attention.ts'
import type { PackedRun } from './packed-run.ts'
import type { RefusalWords } from './refusal-words.ts'
import type { RunChange } from './vault.ts'

// Everything here runs the engine, which is loaded with the first run that is opened: the rest of the app does without it.

export { playOffline }

export const compiled = (definition: Pack['definition']): CompiledWorkflow =>
  compile(definition as unknown as WorkflowDefinition)

const verdictsOf = ({ results }: SyncAnswer): readonly Verdict[] =>
  results.map(({ key, status, sequence = 0, refusal = { code: '', message: '' } }) =>
    status === 'applied' ? { key, status, sequence } : { key, status, refusal },
  )

const authorityOf = ({ execution, undo_chain, now }: Omit<SyncAnswer, 'results'>): Authority => ({
  state: execution.state,
  undo_chain,
  now,
})

/** A run that was just fetched; `now` is the device's clock. */
export const packedRun = (
  { owner, language }: Pick<PackedRun, 'owner' | 'language'>,
  pack: Pack,
  workflow: CompiledWorkflow,
  now: number,
): PackedRun =>
  withPlay(
    {
      owner,
      ...(language === undefined ? {} : { language }),
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

interface Taken {
  readonly answer: SyncAnswer
  readonly language: string
  /** By the device's clock. */
  readonly now: number
  readonly inWords: RefusalWords
}

/** The run as the server says that it stands, with what is done here on top; what finds no place in it needs attention. */
export function taken(
  run: PackedRun,
  workflow: CompiledWorkflow,
  { answer, language, now, inWords }: Taken,
): Required<RunChange> {
  const { content_hash, execution } = answer
  const said = { authority: authorityOf(answer), verdicts: verdictsOf(answer), now }
  const { run: play, conflicts } = takeOver(workflow, run.play, said)
  const next = { ...run, content_hash, language, answer: execution, problem: null, attempts: 0 }
  return { run: withPlay(next, workflow, play), attention: attentionOf(run, workflow, { conflicts, inWords }) }
}

/** The run without something that waits, and with what was done after it done again; null: it does not wait any more. */
export function without(
  run: PackedRun,
  workflow: CompiledWorkflow,
  { key, inWords }: { readonly key: QueuedCommand['key']; readonly inWords: RefusalWords },
): RunChange | null {
  if (!run.play.queue.some(queued => queued.key === key)) return null
  const { authority, skew } = run.play
  const verdicts: readonly Verdict[] = [{ key, status: 'refused', refusal: { code: 'discarded', message: '' } }]
  const { run: play, conflicts } = takeOver(workflow, run.play, { authority, verdicts, now: authority.now - skew })
  const others = conflicts.filter(({ queued }) => queued.key !== key)
  return {
    run: { ...withPlay(run, workflow, play), problem: null },
    attention: attentionOf(run, workflow, { conflicts: others, inWords }),
  }
}

const time = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())

const passHere = ({ step_id, iteration, snapshot }: StepRow): StepFacts => ({
  id: null,
  step_id,
  iteration,
  status: snapshot.status,
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
    [...(answer.earlier_passes ?? []), ...(answer.step_executions ?? [])],
  )
  const progress = progressOf(workflow, play.state, at)
  return executionAnswer({ row: answer, workflow, state: play.state, steps, at, progress })
}
