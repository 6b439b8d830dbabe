import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import type { Decision } from '../decide.ts'
import type { CommandRecord } from '../event.ts'
import { evolveAll } from '../evolve.ts'
import type { Refusal } from '../refusal.ts'
import type { ExecutionState } from '../state.ts'
import { decideQueued } from './decide-queued.ts'
import type { OfflineRequest, QueuedCommand, Verdict, VerdictRefusal } from './queued-command.ts'

/** What the server says of an execution to a device: where it stands, and what undo can take back, the oldest first. */
export interface Authority {
  readonly state: ExecutionState
  readonly undo_chain: readonly CommandRecord[]
  /** The server's clock when it said so, epoch milliseconds. */
  readonly now: number
}

/** A command of this device, and what it did here. */
interface Taken {
  readonly queued: QueuedCommand
  readonly record: CommandRecord
}

/** So many of them are remembered. */
const remembered = 20

/** An execution as a device plays it without the server. Plain JSON: it can be stored as it is. */
export interface DeviceRun {
  readonly authority: Authority
  /** What was done here and waits for its verdict, in order. */
  readonly queue: readonly QueuedCommand[]
  /** What each command of the queue did here, in the same order. */
  readonly records: readonly CommandRecord[]
  /** Where it stands with all that is in the queue. */
  readonly state: ExecutionState
  /** What undo can take back here, the oldest first; what comes from the queue carries its key. */
  readonly done: readonly { readonly record: CommandRecord; readonly key?: string }[]
  /** The numbers under which commands of this device were applied, by key, as far as the queue refers to them. */
  readonly applied: Readonly<Record<string, number>>
  /**
   * What the server took of this device last, the oldest first, under the numbers that it has there: it is known here before the
   * server's history tells of it. What an older app kept has none.
   */
  readonly taken?: readonly Taken[]
  /** Milliseconds by which the server's clock is ahead of the device's: whatever that shows, time goes on as on the server. */
  readonly skew: number
}

export type OfflinePlay =
  | { readonly ok: true; readonly run: DeviceRun; readonly decision: Extract<Decision, { ok: true }> }
  | { readonly ok: false; readonly refusal: Refusal }

/** Everything that a device needs to play on its own; `now` is its own clock when it heard from the server. */
export const takeAlong = (authority: Authority, now: number): DeviceRun => ({
  authority,
  queue: [],
  records: [],
  state: authority.state,
  done: authority.undo_chain.map(record => ({ record })),
  applied: {},
  skew: authority.now - now,
})

function play(workflow: CompiledWorkflow, run: DeviceRun, queued: QueuedCommand): OfflinePlay {
  const { state, done } = run
  const head = done.findLast(({ record }) => record.sequence === state.undo_head)
  const { command, decision } = decideQueued(queued, {
    workflow,
    state,
    last: head?.record ?? null,
    sequenceOf: key => run.applied[key] ?? done.find(one => one.key === key)?.record.sequence ?? null,
    now: Infinity,
    actor_id: null,
  })
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const { undone } = decision
  const record: CommandRecord = {
    sequence: state.sequence + 1,
    type: command.type,
    step_id: 'step_id' in command ? (command.step_id ?? null) : (undone?.step_id ?? null),
    undo_previous: state.undo_head,
    events: decision.events,
  }
  return {
    ok: true,
    decision,
    run: {
      ...run,
      queue: [...run.queue, queued],
      records: [...run.records, record],
      state: evolveAll(workflow, state, decision.events),
      done: decision.undoable ? [...done, { record, key: queued.key }] : done,
    },
  }
}

/** What undo would take back now, in the form that a queued undo carries; null: nothing that the device knows. */
function undoTarget({ state, done }: DeviceRun) {
  const head = done.findLast(({ record }) => record.sequence === state.undo_head)
  if (head === undefined) return null
  return head.key === undefined ? { sequence: head.record.sequence } : { key: head.key }
}

/** What a person asks for on a device; an undo that does not say what it takes back means whatever was done last. */
export type DeviceRequest = OfflineRequest | { readonly type: 'undo' }

/**
 * Gives a command without the server: the engine decides as the server's would, and the command joins the queue. `at` is the
 * device's clock.
 */
export function playOffline(
  workflow: CompiledWorkflow,
  run: DeviceRun,
  given: { readonly key: string; readonly at: number; readonly request: DeviceRequest },
): OfflinePlay {
  const { key, request } = given
  const at = given.at + run.skew
  if (request.type !== 'undo' || 'takes_back' in request) return play(workflow, run, { key, at, request })
  const takes_back = undoTarget(run)
  if (takes_back !== null) return play(workflow, run, { key, at, request: { type: 'undo', takes_back } })
  const why =
    run.state.undo_head === null
      ? (['There is nothing to take back: nothing has been done since the start.', 'nothing_to_undo'] as const)
      : ([
          'What was done before this device left the network can be taken back once it is connected again.',
          'undo_out_of_reach',
        ] as const)
  const [message, type] = why
  return { ok: false, refusal: { code: 'execution.nothing_to_undo', message, detail: { type } } }
}

/** A command of the queue that does not suit what others did meanwhile. */
export interface Conflict {
  readonly queued: QueuedCommand
  readonly refusal: VerdictRefusal
}

/**
 * Takes over what the server said: what it judged leaves the queue, and what was done here since is done again on what is
 * there now. What no longer suits leaves the queue, too, and is told as a conflict. Only an answer to a sync may be taken over
 * like this: it judges everything that was sent, whatever answers were lost before. `now` is the device's clock when the answer came.
 */
export function takeOver(
  workflow: CompiledWorkflow,
  run: DeviceRun,
  answer: { readonly authority: Authority; readonly verdicts: readonly Verdict[]; readonly now: number },
): { readonly run: DeviceRun; readonly conflicts: readonly Conflict[] } {
  const verdicts = new Map(answer.verdicts.map(verdict => [verdict.key, verdict]))
  const conflicts: Conflict[] = []
  const waiting: QueuedCommand[] = []
  const applied: Record<string, number> = { ...run.applied }
  const taken: Taken[] = [...(run.taken ?? [])]
  for (const [index, queued] of run.queue.entries()) {
    const verdict = verdicts.get(queued.key)
    if (verdict === undefined) waiting.push(queued)
    else if (verdict.status === 'applied') {
      const { sequence } = verdict
      applied[queued.key] = sequence
      const record = run.records[index]
      if (record !== undefined) taken.push({ queued, record: { ...record, sequence } })
    } else conflicts.push({ queued, refusal: verdict.refusal })
  }
  let next: DeviceRun = { ...takeAlong(answer.authority, answer.now), applied, taken: taken.slice(-remembered) }
  // What undo takes back is known by the key under which this device did it, wherever its record came from.
  const keys = new Map(Object.entries(applied).map(([key, sequence]) => [sequence, key]))
  next = { ...next, done: next.done.map(one => ({ ...one, ...keyed(keys.get(one.record.sequence)) })) }
  for (const queued of waiting) {
    const played = play(workflow, next, queued)
    if (played.ok) next = played.run
    else conflicts.push({ queued, refusal: played.refusal })
  }
  return { run: next, conflicts }
}

const keyed = (key: string | undefined) => (key === undefined ? {} : { key })
