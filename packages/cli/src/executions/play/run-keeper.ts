import { ApiError, type Client } from '@hidesync/contract/client'
import type { Execution, HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import type { Asked, Came } from '@hidesync/domain/navigation/converse/answer'
import { whyNot } from '@hidesync/domain/navigation/converse/parts'
import { recentActions } from '@hidesync/domain/navigation/context'
import { estimatedDurations } from '@hidesync/domain/insights/estimated-durations'
import { type HistoryLine, refusalNames, type Run } from '@hidesync/domain/navigation/run'
import { refusalText } from '@hidesync/domain/navigation/texts/refusal-text'
import type { CommandRequest } from '@hidesync/domain/executions/command'
import { movedOn } from '@hidesync/domain/executions/moved-on'
import { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { randomUUID } from 'node:crypto'
import type { Tongue } from './language.ts'
import { patiently, type Patience } from './patient.ts'
import { isPlayCommand, sendCommand } from './send-command.ts'
import { playTexts } from './texts/texts-in.ts'

export interface KeeperParts {
  readonly client: Client
  readonly tongue: Tongue
  readonly patience: Patience
  readonly now: () => number
  readonly workflow: CompiledWorkflow
  readonly execution: Execution
  /** The workflow's name, in the reader's language where it was translated. */
  readonly name: string
  /** Who plays. */
  readonly userId: number
}

/** What the server refuses for a reason that a person can do something about. */
const refusals = new Set([400, 403, 404, 409, 412, 422])

/** So often is a command given, where nothing but timers and notes came between. */
const mostAttempts = 5

const told = ({ timestamp, action_type, action_data, step_id, actor_id, actor_name }: HistoryEntry): HistoryLine => ({
  at: Date.parse(timestamp),
  action_type,
  action_data,
  step_id,
  actor: actor_id === null ? null : { id: actor_id, name: actor_name ?? '' },
})

const stepTypes = new StepTypeRegistry()

/** Holds a run as the server last told of it, and does what is asked of it: through a lost connection if need be, and once only. */
export class RunKeeper {
  readonly #parts: KeeperParts
  #execution: Execution
  #history: readonly HistoryLine[] = []

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#execution = parts.execution
  }

  get execution(): Execution {
    return this.#execution
  }

  /** The run as it is at this moment. */
  run(): Run {
    const { workflow, tongue, now, name } = this.#parts
    const { id, workflow_id, quantity, state } = this.#execution
    return {
      execution_id: id,
      workflow_id,
      workflow_name: name,
      quantity,
      workflow,
      state,
      definition: workflow.definition,
      ...tongue,
      stepTypes,
      durations: estimatedDurations(workflow),
      at: now(),
      history: this.#history,
      last: null,
    }
  }

  #call<T>(call: () => Promise<T>): Promise<T> {
    return patiently(this.#parts.patience, call)
  }

  /** Gives a command; what the server refuses is an answer, what goes wrong otherwise is thrown. */
  async give(asked: Asked, attempts = mostAttempts): Promise<Came> {
    const { command } = asked
    if (!isPlayCommand(command)) throw new Error(`A player does not give “${command.type}”.`)
    const { client, tongue } = this.#parts
    const { id, version, state } = this.#execution
    const options = {
      idempotencyKey: randomUUID(),
      ifMatch: `"${version}"`,
      minimal: true,
      locale: tongue.locale,
    }
    try {
      this.#execution = await this.#call(() => sendCommand(client, id, command, options))
    } catch (error) {
      if (!(error instanceof ApiError) || !refusals.has(error.status)) throw error
      await this.reload()
      const hasMoved = movedOn(state, this.#execution.state)
      // The version that was named is an old one, but what was meant is still the same.
      if (error.status === 412 && !hasMoved && attempts > 1) return this.give(asked, attempts - 1)
      const message = hasMoved ? playTexts(tongue.language).movedOn : (this.#whyNot(command) ?? error.message)
      return { ok: false, code: error.code, message }
    }
    const { undone, skipped_steps = [] } = this.#execution
    return {
      ok: true,
      run: this.run(),
      skipped_steps,
      undone: undone === undefined ? null : { type: undone.action_type, step_id: undone.step_id },
    }
  }

  /** Why the engine refuses a command, in the person's language; null: it is not the engine that does. */
  #whyNot(command: CommandRequest): string | null {
    const run = this.run()
    const why = whyNot(run, command)
    return why === null ? null : refusalText(why, refusalNames(run), run.language)
  }

  /** Asks how the run stands. */
  async reload(): Promise<void> {
    const { client, tongue } = this.#parts
    const { id } = this.#execution
    this.#execution = await this.#call(() => client.executions.get({ params: { id } }, { locale: tongue.locale }))
  }

  async loadHistory(): Promise<void> {
    const { client, tongue } = this.#parts
    const { id } = this.#execution
    const query = { limit: 20 }
    const entries = await this.#call(() =>
      client.executions.history({ params: { id }, query }, { locale: tongue.locale }),
    )
    this.#history = entries.map(told)
  }

  /** What others did since this person last did something, newest first; the last few are enough. */
  async othersDid(): Promise<readonly string[]> {
    await this.loadHistory()
    const { userId, tongue } = this.#parts
    const own = this.#history.findIndex(({ actor }) => actor?.id === userId)
    const since = own < 0 ? this.#history : this.#history.slice(0, own)
    const run = this.run()
    return recentActions({ ...run, history: since }, 5).map(({ actor, message }) =>
      actor === null ? `${message}.` : `${playTexts(tongue.language).did(actor.name, message)}.`,
    )
  }
}
