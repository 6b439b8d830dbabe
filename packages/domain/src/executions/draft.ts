import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { JsonObject } from '../workflows/definition.ts'
import type { ExecutionEvent, RevisionState, StepSnapshot } from './event.ts'
import { connectionAt, isSettled, replaceLetters, stepAt } from './letters.ts'
import type { ConnectionState, ExecutionState, OpenStep, StepStatus } from './state.ts'
import type { Timer } from './timer.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type RecordField = 'open' | 'iterations' | 'loops' | 'settled_at' | 'variables'
type StepEvent = Extract<ExecutionEvent, { type: 'step_changed' }>
type NoteEvent = Extract<ExecutionEvent, { type: 'note_added' }>
type ConnectionEvent = Extract<ExecutionEvent, { type: 'connection_changed' }>

const outcomeFields = {
  selected: 'selected_outcome_id',
  named: 'named_outcome_id',
  reached: 'reached_outcome_id',
} as const

const isStated = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

/** Whether a step is ready, active or waiting for a lag. */
export const isOpen = (snapshot: StepSnapshot): boolean => openOf(snapshot) !== null

/** What the state keeps of a step that is ready, active or waiting for a lag; null for any other. */
function openOf(snapshot: StepSnapshot): OpenStep | null {
  const waits = snapshot.status === 'pending' && (snapshot.not_before ?? null) !== null
  if (!waits && snapshot.status !== 'ready' && snapshot.status !== 'active') return null
  const open: Mutable<OpenStep> = { ready_at: snapshot.ready_at ?? 0 }
  if (waits && isStated(snapshot.not_before)) open.not_before = snapshot.not_before
  if (isStated(snapshot.started_at)) open.started_at = snapshot.started_at
  if (isStated(snapshot.deadline)) open.deadline = snapshot.deadline
  if (isStated(snapshot.paused_before)) open.paused_before = snapshot.paused_before
  if (isStated(snapshot.notes)) open.notes = snapshot.notes
  if (isStated(snapshot.data)) open.data = snapshot.data
  return open
}

const isCounted = (status: StepStatus): boolean => isSettled(status) || status === 'dead'

const passKey = (step_id: number, iteration: number): string => `${step_id}:${iteration}`

/** An optional record with one entry set or removed; undefined where nothing is left of it. */
function withEntry<T>(record: Readonly<Record<string, T>> = {}, name: string, value: T | undefined) {
  const { [name]: _, ...others } = record
  const all = value === undefined ? others : { ...others, [name]: value }
  return Object.keys(all).length > 0 ? all : undefined
}

/** One line more. */
export const addLine = (notes: string | null | undefined, text: string): string => (notes ? `${notes}\n${text}` : text)

/**
 * A state under construction: the one place where events become state, for deciding (`emit`) and for replaying (`apply`).
 * Each event costs what it touches; `finish` writes all changes into the next state at once and leaves the first one as it was.
 */
export class Draft {
  readonly workflow: CompiledWorkflow
  readonly events: ExecutionEvent[] = []
  readonly #next: Mutable<ExecutionState>
  readonly #steps = new Map<number, StepStatus>()
  readonly #connections = new Map<number, ConnectionState>()
  readonly #owned = new Set<RecordField>()

  constructor(workflow: CompiledWorkflow, state: ExecutionState) {
    this.workflow = workflow
    this.#next = { ...state }
  }

  /** The fields of the state that are not spelled in letters, as they are now. */
  get now(): Readonly<Omit<ExecutionState, 'steps' | 'connections'>> {
    return this.#next
  }

  status(step: number): StepStatus {
    return this.#steps.get(step) ?? stepAt(this.#next.steps, step)
  }

  connection(connection: number): ConnectionState {
    return this.#connections.get(connection) ?? connectionAt(this.#next.connections, connection)
  }

  /** Details of a step that is ready, active or waiting for a lag. */
  open(step: number): OpenStep | undefined {
    return this.#next.open[String(this.workflow.steps[step]?.id)]
  }

  iteration(step: number): number {
    return this.#next.iterations[String(this.workflow.steps[step]?.id)] ?? 1
  }

  snapshot(step: number): StepSnapshot {
    return { status: this.status(step), iteration: this.iteration(step), ...this.open(step) }
  }

  emit(event: ExecutionEvent): void {
    this.events.push(event)
    this.apply(event)
  }

  changeStep(step: number, to: StepSnapshot): void {
    const id = this.workflow.steps[step]?.id
    if (id === undefined) return
    const kept = this.#next.kept_notes?.[passKey(id, to.iteration)]
    const full = kept === undefined || !isOpen(to) ? to : { ...to, notes: addLine(to.notes, kept) }
    this.emit({ type: 'step_changed', step_id: id, from: this.snapshot(step), to: full })
  }

  /** `at`: when the source settled, if the connection counts time from then. */
  changeConnection(connection: number, to: ConnectionState, at: number): void {
    const compiled = this.workflow.connections[connection]
    const from = this.connection(connection)
    if (compiled === undefined || from === to) return
    const { id } = compiled.definition
    const before = this.#next.settled_at[String(id)]
    const timed = to === 'live' && (compiled.min_lag > 0 || compiled.max_lag !== null)
    this.emit({
      type: 'connection_changed',
      connection_id: id,
      from,
      to,
      ...(timed ? { at } : {}),
      ...(before === undefined ? {} : { at_before: before }),
    })
  }

  apply(event: ExecutionEvent): void {
    const next = this.#next
    switch (event.type) {
      case 'started':
        next.started_at = event.at
        return
      case 'step_changed':
        return this.#applyStep(event)
      case 'connection_changed':
        return this.#applyConnection(event)
      case 'variable_changed':
        return this.#put('variables', event.name, event.to)
      case 'moved':
        next.current_step_id = event.to
        return
      case 'loop_counted':
        return this.#put('loops', event.loop, event.to === 0 ? undefined : event.to)
      case 'outcome_changed':
        next[outcomeFields[event.field]] = event.to
        return
      case 'status_changed':
        Object.assign(next, event.after, { status: event.to })
        return
      case 'note_added':
        return this.#applyNote(event)
      case 'timer_changed':
        return this.#applyTimer(event.timer_id, event.to)
      case 'revision_changed':
        return this.#changeRevision(event.after)
      case 'undo_head_changed':
        next.undo_head = event.to
        return
      case 'arrived_late':
    }
  }

  /** Counts an accepted command. */
  count(): void {
    this.#next.sequence += 1
  }

  finish(): ExecutionState {
    return {
      ...this.#next,
      steps: replaceLetters(this.#next.steps, this.#steps),
      connections: replaceLetters(this.#next.connections, this.#connections),
    }
  }

  #changeRevision(after: RevisionState): void {
    Object.assign(this.#next, after)
    this.#steps.clear()
    this.#connections.clear()
    this.#owned.clear()
  }

  #applyStep({ step_id, to }: StepEvent): void {
    const step = this.workflow.compiledStep(step_id)
    if (step === undefined) return
    this.#recount(this.status(step.index), to.status)
    this.#steps.set(step.index, to.status)
    this.#put('iterations', String(step_id), to.iteration === 1 ? undefined : to.iteration)
    const open = openOf(to)
    this.#put('open', String(step_id), open ?? undefined)
    // Whoever opened it put them into its notes.
    if (open !== null) this.#keep(passKey(step_id, to.iteration), undefined)
  }

  #applyConnection({ connection_id, to, at }: ConnectionEvent): void {
    const connection = this.workflow.connection(connection_id)
    if (connection === undefined) return
    this.#connections.set(connection.index, to)
    this.#put('settled_at', String(connection_id), to === 'live' ? at : undefined)
  }

  #applyNote({ step_id, iteration, text }: NoteEvent): void {
    const open = this.#next.open[String(step_id)]
    const isOpen = open !== undefined && (this.#next.iterations[String(step_id)] ?? 1) === iteration
    if (isOpen) return this.#put('open', String(step_id), { ...open, notes: addLine(open.notes, text) })
    const pass = passKey(step_id, iteration)
    this.#keep(pass, addLine(this.#next.kept_notes?.[pass], text))
  }

  #keep(pass: string, text: string | undefined): void {
    if (text === undefined && this.#next.kept_notes?.[pass] === undefined) return
    this.#replace('kept_notes', withEntry(this.#next.kept_notes, pass, text))
  }

  #applyTimer(id: string, to: Timer | undefined): void {
    this.#replace('timers', withEntry(this.#next.timers, id, to))
  }

  #replace<F extends 'kept_notes' | 'timers'>(field: F, record: ExecutionState[F] | undefined): void {
    if (record === undefined) delete this.#next[field]
    else this.#next[field] = record
  }

  #recount(from: StepStatus, to: StepStatus): void {
    if (!isCounted(from) && !isCounted(to)) return
    const counts = { ...this.#next.counts }
    for (const [status, by] of [
      [from, -1],
      [to, 1],
    ] as const) {
      if (status === 'failed') counts.failed += by
      else if (isSettled(status)) counts.done += by
      else if (status === 'dead') counts.dead += by
    }
    this.#next.counts = counts
  }

  /** Sets or removes one entry, copying the record the first time. Names such as `__proto__` are data like any other. */
  #put(field: RecordField, name: string, value: unknown): void {
    if (value === undefined && !Object.hasOwn(this.#next[field], name)) return
    if (!this.#owned.has(field)) {
      this.#next[field] = { ...this.#next[field] } as never
      this.#owned.add(field)
    }
    const record = this.#next[field] as Record<string, unknown>
    if (value === undefined) delete record[name]
    else if (name === '__proto__')
      Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
    else record[name] = value
  }

  get variables(): JsonObject {
    return this.#next.variables
  }
}
