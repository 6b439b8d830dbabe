import type { CommandRecord } from '../executions/event.ts'
import { evolveAll } from '../executions/evolve.ts'
import { decideQueued } from '../executions/offline/decide-queued.ts'
import type { Authority } from '../executions/offline/device-run.ts'
import type { QueuedCommand, Verdict } from '../executions/offline/queued-command.ts'
import type { ExecutionState } from '../executions/state.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'

/** The server's part of a sync, with memory in place of tables. */
export class FakeAuthority {
  readonly records: CommandRecord[] = []
  readonly verdicts = new Map<string, Verdict>()

  constructor(
    readonly workflow: CompiledWorkflow,
    public state: ExecutionState,
    public now: number,
  ) {}

  get authority(): Authority {
    const undo_chain: CommandRecord[] = []
    for (let head = this.state.undo_head; head !== null;) {
      const record = this.records.find(({ sequence }) => sequence === head)
      if (record === undefined) break
      undo_chain.unshift(record)
      head = record.undo_previous
    }
    return { state: this.state, undo_chain, now: this.now }
  }

  /** Decides the commands in order; one that it knows keeps its verdict. */
  sync(commands: readonly QueuedCommand[]): { readonly authority: Authority; readonly verdicts: readonly Verdict[] } {
    const verdicts = commands.map(queued => this.verdicts.get(queued.key) ?? this.#judge(queued))
    return { authority: this.authority, verdicts }
  }

  #judge(queued: QueuedCommand): Verdict {
    const { workflow, state, now } = this
    const { key } = queued
    const { command, decision } = decideQueued(queued, {
      workflow,
      state,
      last: this.records.find(({ sequence }) => sequence === state.undo_head) ?? null,
      sequenceOf: of => {
        const verdict = this.verdicts.get(of)
        return verdict?.status === 'applied' ? verdict.sequence : null
      },
      now,
      actor_id: 1,
    })
    const sequence = state.sequence + 1
    if (decision.ok) {
      const step_id = 'step_id' in command ? (command.step_id ?? null) : (decision.undone?.step_id ?? null)
      this.records.push({
        sequence,
        type: command.type,
        step_id,
        undo_previous: state.undo_head,
        events: decision.events,
      })
      this.state = evolveAll(workflow, state, decision.events)
    }
    const verdict: Verdict = decision.ok
      ? { key, status: 'applied', sequence }
      : { key, status: 'refused', refusal: decision.refusal }
    this.verdicts.set(key, verdict)
    return verdict
  }
}
