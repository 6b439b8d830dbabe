import { decide } from '../executions/decide.ts'
import type { ExecutionEvent } from '../executions/event.ts'
import { evolveAll } from '../executions/evolve.ts'
import { isSettled } from '../executions/letters.ts'
import type { CommandRequest } from '../executions/command.ts'
import type { ExecutionState } from '../executions/state.ts'
import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { difficultyPoints } from '../executions/ahead/difficulty.ts'

/** One way in which the engine was brought to the end, everything succeeding. */
export interface PlayedRun {
  readonly steps: readonly number[]
  /** The last option chosen at each decision. */
  readonly choices: ReadonlyMap<number, number>
  /** Minutes until the end, everything that is open side by side being done side by side. */
  readonly minutes: number
  readonly work: number
  readonly points: number
  readonly outcome_id: number | null
  /** How often an option that leads back was chosen. */
  readonly returns: number
}

/** When, in minutes, what is over was over and what is open could begin. */
type Times = ReadonlyMap<number, number>

interface Point extends Omit<PlayedRun, 'outcome_id'> {
  readonly state: ExecutionState
  readonly times: Times
  readonly at: number
}

export interface PlayOptions {
  /** Steps by the position in which they are taken up. */
  readonly position: readonly number[]
  /** Minutes that open steps have been worked on already. */
  readonly spent?: ReadonlyMap<number, number>
  /** More commands than this: null. */
  readonly limit?: number
}

const later = 1_000_000_000_000

/** Follows the events of one command with the minutes at which things happen; `end` is when the settled step was done. */
function timesAfter(
  workflow: CompiledWorkflow,
  point: Point,
  settled: { step: CompiledStep; end: number; events: readonly ExecutionEvent[]; jump: number | null },
): Times {
  const { step, end, events, jump } = settled
  const times = new Map(point.times)
  const incoming = (index: number) =>
    (workflow.steps[index]?.incoming ?? []).flatMap(way => workflow.connections[way] ?? [])
  const states = new Map<number, string>()
  for (const { index } of workflow.connections) states.set(index, point.state.connections.charAt(index))
  const arrivals = (index: number, withLag: boolean) =>
    Math.max(
      0,
      ...incoming(index).map(
        way => (times.get(way.source) ?? 0) + (withLag && states.get(way.index) === 'l' ? way.min_lag / 60_000 : 0),
      ),
    )
  let back: { target: number; lag: number } | null = null
  for (const event of events) {
    if (event.type === 'connection_changed') {
      const way = workflow.connection(event.connection_id)
      if (way !== undefined) states.set(way.index, event.to.charAt(0))
    }
    if (event.type === 'loop_counted' && event.to > event.from) {
      const loop = workflow.loops.find(one => one.key === event.loop)
      if (loop !== undefined) back = { target: loop.target, lag: loop.min_lag / 60_000 }
    }
    if (event.type !== 'step_changed') continue
    const index = workflow.compiledStep(event.step_id)?.index ?? -1
    const { status, not_before } = event.to
    if (index === step.index && status === 'completed') {
      times.set(index, end)
      continue
    }
    if (status === 'dead') times.set(index, Math.max(arrivals(index, false), incoming(index).length === 0 ? end : 0))
    const opens = status === 'ready' || (status === 'pending' && (not_before ?? null) !== null)
    if (!opens && !isSettled(status)) continue
    if (back?.target === index) {
      times.set(index, opens ? end + back.lag : end)
      back = null
    } else if (jump === index) times.set(index, end)
    else times.set(index, arrivals(index, opens))
  }
  // A jump makes a step that waits for a lag ready at once.
  const jumpedTo = workflow.steps[jump ?? -1]
  const before = point.times.get(jumpedTo?.index ?? -1) ?? 0
  if (jumpedTo !== undefined && Object.hasOwn(point.state.open, String(jumpedTo.id)))
    times.set(jumpedTo.index, Math.min(before, end))
  return times
}

const take = ({ step, option }: { step: CompiledStep; option: number | null }): CommandRequest =>
  option === null
    ? { type: 'complete', step_id: step.id, override: true, data: { verdict: 'pass' } }
    : { type: 'decide', step_id: step.id, option_id: option }

/**
 * Every run that choices make possible from a state, really played, taking up what is open in a fixed order; null where that
 * takes more commands than the limit.
 */
export function playRuns(
  workflow: CompiledWorkflow,
  from: { readonly state: ExecutionState; readonly at: number },
  { position, spent = new Map(), limit = 3_000 }: PlayOptions,
): readonly PlayedRun[] | null {
  const runs: PlayedRun[] = []
  const initial = new Map<number, number>()
  for (const { index, id } of workflow.steps) {
    const notBefore = from.state.open[String(id)]?.not_before
    if (notBefore !== undefined) initial.set(index, Math.max(0, (notBefore - from.at) / 60_000))
  }
  for (const { source, definition } of workflow.connections) {
    const settledAt = from.state.settled_at[String(definition.id)]
    if (settledAt !== undefined) initial.set(source, (settledAt - from.at) / 60_000)
  }
  const begun = new Set(Object.keys(from.state.open).map(Number))
  const queue: (Point & { readonly begun: ReadonlySet<number> })[] = [
    {
      state: from.state,
      at: from.at + later,
      times: initial,
      steps: [],
      choices: new Map(),
      minutes: 0,
      work: 0,
      points: 0,
      returns: 0,
      begun,
    },
  ]
  let commands = 0
  for (let point = queue.pop(); point !== undefined; point = queue.pop()) {
    const { state, at } = point
    if (state.status !== 'active') {
      if (state.status === 'completed') runs.push({ ...point, outcome_id: state.selected_outcome_id })
      continue
    }
    const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])
    const [step] = open.toSorted((one, other) => (position[one.index] ?? 0) - (position[other.index] ?? 0))
    if (step === undefined) throw new Error('Nothing is open, and the run is not over')
    const options = step.kind === 'decision' ? step.options : [null]
    for (const option of options) {
      if ((commands += 1) > limit) return null
      const decision = decide(workflow, state, {
        ...take({ step, option: option?.definition.id ?? null }),
        at,
        actor_id: 1,
      })
      if (!decision.ok) continue
      const isBegun = point.begun.has(step.id)
      const minutes = Math.max(0, step.duration - (isBegun ? (spent.get(step.index) ?? 0) : 0))
      const end = (point.times.get(step.index) ?? 0) + minutes
      const { events } = decision
      const jump = option?.way.type === 'jump' ? option.way.target : null
      const next = evolveAll(workflow, state, events)
      queue.push({
        state: next,
        at: at + later,
        times: timesAfter(workflow, point, { step, end, events, jump }),
        steps: [...point.steps, step.id],
        choices: option === null ? point.choices : new Map([...point.choices, [step.id, option.definition.id]]),
        minutes: Math.max(point.minutes, end),
        work: point.work + minutes,
        points: point.points + difficultyPoints(step),
        returns: point.returns + Number(option?.way.type === 'loop'),
        begun: new Set(
          [...point.begun].filter(
            id =>
              id !== step.id &&
              Object.hasOwn(next.open, String(id)) &&
              !events.some(
                event =>
                  event.type === 'step_changed' &&
                  event.step_id === id &&
                  event.to.status === 'pending' &&
                  event.to.not_before === undefined,
              ),
          ),
        ),
      })
    }
  }
  return runs
}
