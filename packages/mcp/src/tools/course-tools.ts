import { Type } from '@sinclair/typebox'
import { execution_id, longText } from './fields.ts'
import { RunNow, runNow } from './run-now.ts'
import { tool, ToolRefusal } from './tool.ts'

/** What is done to a run as a whole. */
export const courseTools = [
  tool({
    name: 'undo',
    title: 'Take back',
    description:
      'Take back the last thing that was done, such as a completed step or a choice. Again and again, up to the start.',
    effect: 'takes away',
    input: { execution_id },
    output: RunNow,
    run: async ({ execution_id: id }, { client, options }) =>
      runNow(await client.executions.undo({ params: { id } }, options)),
  }),
  tool({
    name: 'pause_run',
    title: 'Pause a run',
    description: 'Stop the clock of a run while the maker does something else.',
    effect: 'changes',
    repeatable: true,
    input: { execution_id },
    output: RunNow,
    run: async ({ execution_id: id }, { client, options }) =>
      runNow(await client.executions.pause({ params: { id } }, options)),
  }),
  tool({
    name: 'resume_run',
    title: 'Go on with a run',
    description: 'Go on after a pause or a time-out.',
    effect: 'changes',
    repeatable: true,
    input: { execution_id },
    output: RunNow,
    run: async ({ execution_id: id }, { client, options }) =>
      runNow(await client.executions.resume({ params: { id } }, options)),
  }),
  tool({
    name: 'cancel_run',
    title: 'Give a run up',
    description:
      'End a run for good. It can not be taken back: ask the maker, and pass their yes on as `confirm: true`.',
    effect: 'takes away',
    repeatable: true,
    input: {
      execution_id,
      confirm: Type.Optional(Type.Boolean({ description: 'True: the maker said yes to giving the run up.' })),
      reason: Type.Optional(longText('Why, in the maker’s words.')),
    },
    output: RunNow,
    run: async ({ execution_id: id, confirm, ...body }, { client, options }) => {
      if (confirm !== true)
        throw new ToolRefusal(
          'Giving a run up can not be taken back. Ask the maker, and call this again with “confirm”: true if they say yes.',
        )
      return runNow(await client.executions.cancel({ params: { id }, body }, options))
    },
  }),
]
