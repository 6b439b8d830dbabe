import { availableSteps, stepStatus } from '../executions/view.ts'
import type { CommandRequest } from '../executions/command.ts'
import { decide, type Decision } from '../executions/decide.ts'
import type { CommandRecord } from '../executions/event.ts'
import { evolveAll } from '../executions/evolve.ts'
import { newExecution } from '../executions/new-execution.ts'
import type { Refusal } from '../executions/refusal.ts'
import type { ExecutionState, StepStatus } from '../executions/state.ts'
import { compile } from '../workflows/compile.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { JsonObject, WorkflowDefinition } from '../workflows/definition.ts'

/** One execution with its history, as a server would keep it. Time moves by `wait` alone, and a second with each command. */
export class Play {
  readonly workflow: CompiledWorkflow
  readonly records: CommandRecord[] = []
  readonly states: ExecutionState[]
  at = 1_000_000

  constructor(workflow: WorkflowDefinition | CompiledWorkflow) {
    this.workflow = 'connection' in workflow ? workflow : compile(workflow)
    this.states = [newExecution(this.workflow)]
  }

  get state(): ExecutionState {
    return this.states.at(-1)!
  }

  /** Minutes pass. */
  wait(minutes: number): this {
    this.at += Math.round(minutes * 60_000)
    return this
  }

  decide(request: CommandRequest): Decision {
    return decide(this.workflow, this.state, { ...request, at: this.at, actor_id: 1 })
  }

  /** Gives a command and keeps what comes of it; the refusal if it is refused. */
  try(request: CommandRequest): Decision {
    const decision = this.decide(request)
    if (!decision.ok) return decision
    this.records.push({
      sequence: this.state.sequence + 1,
      type: request.type,
      step_id: 'step_id' in request ? request.step_id : (decision.undone?.step_id ?? null),
      undo_previous: this.state.undo_head,
      events: decision.events,
    })
    this.states.push(evolveAll(this.workflow, this.state, decision.events))
    this.at += 1000
    return decision
  }

  /** Gives a command that has to be accepted. */
  do(request: CommandRequest): this {
    const decision = this.try(request)
    if (!decision.ok) throw new Error(`Refused: ${decision.refusal.message}`)
    return this
  }

  refusal(request: CommandRequest): Refusal {
    const decision = this.decide(request)
    if (decision.ok) throw new Error(`Accepted, though it should not be: ${request.type}`)
    return decision.refusal
  }

  start(variables: JsonObject = {}): this {
    return this.do({ type: 'start', variables })
  }

  /** Completes steps one after another. */
  complete(...steps: readonly number[]): this {
    for (const step_id of steps) this.do({ type: 'complete', step_id, override: true })
    return this
  }

  choose(step_id: number, option_id: number): this {
    return this.do({ type: 'decide', step_id, option_id })
  }

  verdict(step_id: number, verdict: 'pass' | 'fail'): this {
    return this.do({ type: 'complete', step_id, data: { verdict } })
  }

  get last(): CommandRecord | null {
    return this.records.find(record => record.sequence === this.state.undo_head) ?? null
  }

  undo(): this {
    return this.do({ type: 'undo', last: this.last })
  }

  status(step: number): StepStatus {
    return stepStatus(this.workflow, this.state, step, this.at)
  }

  /** The statuses of all steps in order, by their first letters. */
  get letters(): string {
    return this.state.steps
  }

  get available(): number[] {
    return availableSteps(this.workflow, this.state, this.at)
  }
}
