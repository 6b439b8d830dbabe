import { StartTimer, Timer, TimerId } from '@hidesync/contract/executions/timer.schemas'
import { Type } from '@sinclair/typebox'
import { execution_id } from './fields.ts'
import { RunNow, runNow } from './run-now.ts'
import { tool } from './tool.ts'

export const timerTools = [
  tool({
    name: 'start_timer',
    title: 'Start a timer',
    description:
      'Start a timer in a run, such as for glue to set; the answer lists it under `timers`. It goes on while the run is paused.',
    effect: 'changes',
    input: {
      execution_id,
      minutes: StartTimer.properties.minutes,
      label: StartTimer.properties.label,
      step_id: StartTimer.properties.step_id,
    },
    output: RunNow,
    run: async ({ execution_id: id, ...body }, { client, options }) =>
      runNow(await client.timers.start({ params: { id }, body }, options)),
  }),
  tool({
    name: 'list_timers',
    title: 'List timers',
    description: 'The timers of a run with the minutes that are left; negative ones are over and wait to be stopped.',
    effect: 'reads',
    input: { execution_id },
    output: Type.Object({ items: Type.Array(Timer) }),
    run: async ({ execution_id: id }, { client, options }) => ({
      items: await client.timers.list({ params: { id } }, options),
    }),
  }),
  tool({
    name: 'stop_timer',
    title: 'Stop a timer',
    description: 'Take a timer away; of one that is over: it was heard.',
    effect: 'takes away',
    repeatable: true,
    input: { execution_id, timer_id: TimerId },
    output: RunNow,
    run: async ({ execution_id: id, timer_id }, { client, options }) =>
      runNow(await client.timers.stop({ params: { id, timer_id } }, options)),
  }),
]
