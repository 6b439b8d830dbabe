import { timerLeft, timersOf, timerStatus, type Timer } from '../../executions/timer.ts'
import type { Meant, Slots } from '../language/intent.ts'
import { nameOf, textsFor, type Run } from '../run.ts'
import { act } from './act.ts'
import type { Part, Talk } from './answer.ts'
import { offeredReadings } from './did-you-mean.ts'
import { asked, decline, lines, tell } from './parts.ts'

const labelOf = (run: Run, timer: Timer): string => timer.label || textsFor(run).timers.unnamed
const timers = (run: Run) => ({ timers: timersOf(run.state) })

/** Until a time is stated: what the waiting step in view takes. */
const waitingTime = (run: Run, stepId: number | null): number | undefined => {
  const step = run.workflow.compiledStep(stepId)
  return step?.kind === 'time' && step.duration > 0 ? step.duration : undefined
}

export function* startTimer(run: Run, slots: Slots): Talk<Part> {
  const step_id = slots.step_id ?? run.state.current_step_id
  const minutes = slots.minutes ?? waitingTime(run, step_id)
  if (minutes === undefined) return decline(run, textsFor(run).timers.howLong)
  const named = timersOf(run.state).find(({ id }) => id === slots.timer_id)?.label
  const label = slots.text ?? named ?? (step_id === null ? null : nameOf(run, step_id))
  const timer_id = `said-${run.state.sequence + 1}`
  const command = { type: 'start_timer' as const, timer_id, minutes, label, step_id }
  return yield* act(run, asked(command, { timer_id, minutes, label }), { data: timers })
}

type Choice = { readonly ok: true; readonly timer: Timer } | { readonly ok: false; readonly part: Part }

/** The timer that is meant: the one named, else the only one that suits. */
function chosen(run: Run, { intent, slots }: Meant, suits: (timer: Timer) => boolean): Choice {
  const texts = textsFor(run).timers
  const all = timersOf(run.state)
  const named = all.find(({ id }) => id === slots.timer_id)
  const suitable = all.filter(timer => suits(timer))
  const timer = named ?? (suitable.length === 1 ? suitable[0] : all.length === 1 ? all[0] : undefined)
  if (timer !== undefined) return { ok: true, timer }
  if (all.length === 0) return { ok: false, part: decline(run, texts.none, timers(run)) }
  const open = suitable.length > 0 ? suitable : all
  const offers = offeredReadings(
    run,
    open.map(({ id: timer_id }) => ({ intent, slots: { ...slots, timer_id } })),
  )
  const did_you_mean = offers.map(({ words }) => words)
  const message = texts.which(open.map(one => labelOf(run, one)))
  return { ok: false, part: { ...decline(run, message, timers(run)), did_you_mean } }
}

export function* changeTimer(run: Run, slots: Slots, type: 'pause_timer' | 'resume_timer' | 'stop_timer'): Talk<Part> {
  const suits = (timer: Timer) => {
    const status = timerStatus(timer, run.at)
    return type === 'stop_timer' || status === (type === 'pause_timer' ? 'running' : 'paused')
  }
  const choice = chosen(run, { intent: type, slots }, suits)
  if (!choice.ok) return choice.part
  const timer_id = choice.timer.id
  return yield* act(run, asked({ type, timer_id }, { timer_id }), { data: timers })
}

export function* extendTimer(run: Run, slots: Slots): Talk<Part> {
  const choice = chosen(run, { intent: 'extend_timer', slots }, timer => timerStatus(timer, run.at) !== 'paused')
  if (!choice.ok) return choice.part
  const { minutes } = slots
  if (minutes === undefined) return decline(run, textsFor(run).timers.howLong, timers(run))
  const timer_id = choice.timer.id
  const command = { type: 'extend_timer' as const, timer_id, minutes }
  return yield* act(run, asked(command, { timer_id, minutes }), { data: timers })
}

export function listTimers(run: Run): Part {
  const texts = textsFor(run).timers
  const all = timersOf(run.state)
  if (all.length === 0) return tell(run, texts.none, timers(run))
  const said = all.map(timer => {
    const left = timerLeft(timer, run.at) / 60_000
    const label = labelOf(run, timer)
    const status = timerStatus(timer, run.at)
    if (status === 'done') return texts.isOver(label, -left)
    return status === 'paused' ? texts.isPaused(label, left) : texts.running(label, left)
  })
  return tell(run, lines(...said), timers(run))
}
