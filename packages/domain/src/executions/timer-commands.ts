import { toMilliseconds } from '../workflows/compile-connections.ts'
import { refuse, type Deciding, type Handled, type Of } from './deciding.ts'
import { stepNotFound } from './refusals.ts'
import {
  longestTimer,
  mostTimers,
  ownLabel,
  shortestTimer,
  timerAt,
  timerLeft,
  timerStatus,
  type Timer,
} from './timer.ts'
import * as refusals from './timer-refusals.ts'

const done: Handled = { undoable: false }

function change({ draft }: Deciding, timer_id: string, to: Timer | undefined): Handled {
  const from = timerAt(draft.now, timer_id)
  draft.emit({
    type: 'timer_changed',
    timer_id,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  return done
}

export function startTimer(context: Deciding, command: Of<'start_timer'>): Handled {
  const { draft, workflow, at } = context
  const { timer_id, minutes, label, actor_id } = command
  const step_id = command.step_id ?? null
  const step = step_id === null ? undefined : workflow.step(step_id)
  if (step_id !== null && step === undefined) return refuse(stepNotFound(step_id))
  const known = timerAt(draft.now, timer_id)
  if (known !== undefined) return refuse(refusals.timerExists(known))
  if (Object.keys(draft.now.timers ?? {}).length >= mostTimers) return refuse(refusals.timerLimit())
  const duration = toMilliseconds(minutes)
  if (!(duration >= shortestTimer && duration <= longestTimer)) return refuse(refusals.timerOutOfRange())
  return change(context, timer_id, {
    id: timer_id,
    label: ownLabel(label ?? step?.name ?? '', draft.now),
    step_id,
    duration,
    started_at: at,
    started_by: actor_id,
    ends_at: at + duration,
  })
}

export function pauseTimer(context: Deciding, { timer_id, at }: Of<'pause_timer'>): Handled {
  const timer = timerAt(context.draft.now, timer_id)
  if (timer === undefined) return refuse(refusals.timerNotFound(timer_id))
  if ('left' in timer || timerStatus(timer, at) === 'done') return refuse(refusals.timerNotRunning(timer, at))
  const { ends_at, ...facts } = timer
  return change(context, timer_id, { ...facts, left: ends_at - at })
}

export function resumeTimer(context: Deciding, { timer_id, at }: Of<'resume_timer'>): Handled {
  const timer = timerAt(context.draft.now, timer_id)
  if (timer === undefined) return refuse(refusals.timerNotFound(timer_id))
  if (!('left' in timer)) return refuse(refusals.timerNotPaused(timer, at))
  const { left, ...facts } = timer
  return change(context, timer_id, { ...facts, ends_at: at + left })
}

/** More time, or less: one that is over counts on from now, and none ends before now. */
export function extendTimer(context: Deciding, { timer_id, minutes, at }: Of<'extend_timer'>): Handled {
  const timer = timerAt(context.draft.now, timer_id)
  if (timer === undefined) return refuse(refusals.timerNotFound(timer_id))
  const by = toMilliseconds(minutes)
  const left = Math.max(0, timerLeft(timer, at)) + by
  if (!(left <= longestTimer)) return refuse(refusals.timerOutOfRange())
  const duration = Math.max(0, timer.duration + by)
  if ('left' in timer) return change(context, timer_id, { ...timer, duration, left: Math.max(0, left) })
  // Taking time from one that is over leaves it over for as long as it has been.
  const ends_at = left > 0 ? at + left : Math.min(timer.ends_at, at)
  return change(context, timer_id, { ...timer, duration, ends_at })
}

/** Takes it away; of one that is over: somebody has heard it. */
export function stopTimer(context: Deciding, { timer_id }: Of<'stop_timer'>): Handled {
  return timerAt(context.draft.now, timer_id) === undefined
    ? refuse(refusals.timerNotFound(timer_id))
    : change(context, timer_id, undefined)
}
