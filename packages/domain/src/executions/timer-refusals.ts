import type { Refusal } from './refusal.ts'
import { longestTimer, mostTimers, timerStatus, type Timer } from './timer.ts'

const timerLabel = ({ label }: Timer): string => (label === '' ? 'The timer' : `The timer “${label}”`)

const statusInWords = { running: 'runs', paused: 'is paused', done: 'is over' } as const

export const timerNotFound = (id: string): Refusal => ({
  code: 'execution.timer_not_found',
  message: `There is no timer ${JSON.stringify(id)} in this execution; somebody may have stopped it.`,
  detail: { type: 'no_such_timer' },
})

export const timerExists = (timer: Timer): Refusal => ({
  code: 'execution.timer_exists',
  message: `${timerLabel(timer)} has that id already: give the new one another.`,
  detail: { type: 'timer_id_taken', label: timer.label },
})

export const timerLimit = (): Refusal => ({
  code: 'execution.timer_limit',
  message: `An execution has at most ${mostTimers} timers: stop one first.`,
  detail: { type: 'too_many_timers', most: mostTimers },
})

export const timerOutOfRange = (): Refusal => ({
  code: 'execution.timer_out_of_range',
  message: `A timer runs from one second to ${(longestTimer / 60_000).toLocaleString('en')} minutes.`,
  detail: { type: 'timer_too_long', most: longestTimer / 60_000 },
})

export const timerNotRunning = (timer: Timer, at: number): Refusal => ({
  code: 'execution.timer_not_running',
  message: `${timerLabel(timer)} ${statusInWords[timerStatus(timer, at)]}: only one that runs can be paused.`,
  detail: { type: 'timer_not_running', label: timer.label, is_over: timerStatus(timer, at) === 'done' },
})

export const timerNotPaused = (timer: Timer, at: number): Refusal => ({
  code: 'execution.timer_not_paused',
  message: `${timerLabel(timer)} ${statusInWords[timerStatus(timer, at)]}: only one that is paused can be resumed.`,
  detail: { type: 'timer_not_paused', label: timer.label, is_over: timerStatus(timer, at) === 'done' },
})
