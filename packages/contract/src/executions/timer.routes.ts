import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Nullable } from '../http/schemas.ts'
import { Execution } from './execution.schemas.ts'
import { ExtendTimer, StartTimer, Timer, TimerId, TimerOfRun } from './timer.schemas.ts'

const params = Closed({ id: Id })
const timerParams = Closed({ id: Id, timer_id: TimerId })
const nothing = Type.Optional(Nullable(Closed({})))

/** Timers are commands: each answers with the execution as it is afterwards. */
const command = { access: 'user', versioned: true, status: 200, response: Execution } as const

export const timerRoutes = {
  mine: route({
    method: 'GET',
    path: '/timers',
    summary: 'The timers of all runs of yours that have not ended, the next to end first.',
    access: 'user',
    status: 200,
    response: Type.Array(TimerOfRun),
  }),
  list: route({
    method: 'GET',
    path: '/workflows/executions/:id/timers',
    summary: 'The timers of an execution, the oldest first; one that has ended has none.',
    access: 'user',
    params,
    status: 200,
    response: Type.Array(Timer),
  }),
  start: route({
    method: 'POST',
    path: '/workflows/executions/:id/timers',
    summary: 'Start a timer; accepted while paused. Without `timer_id` the server makes one.',
    params,
    body: StartTimer,
    ...command,
  }),
  pause: route({
    method: 'POST',
    path: '/workflows/executions/:id/timers/:timer_id/pause',
    summary: 'Stop a timer that runs, keeping what is left.',
    params: timerParams,
    body: nothing,
    ...command,
  }),
  resume: route({
    method: 'POST',
    path: '/workflows/executions/:id/timers/:timer_id/resume',
    summary: 'Let a paused timer go on.',
    params: timerParams,
    body: nothing,
    ...command,
  }),
  extend: route({
    method: 'POST',
    path: '/workflows/executions/:id/timers/:timer_id/extend',
    summary: 'Give a timer more minutes, or fewer; one that is over counts on from now.',
    params: timerParams,
    body: ExtendTimer,
    ...command,
  }),
  stop: route({
    method: 'POST',
    path: '/workflows/executions/:id/timers/:timer_id/stop',
    summary: 'Take a timer away; of one that is over: it was heard.',
    params: timerParams,
    body: nothing,
    ...command,
  }),
}
