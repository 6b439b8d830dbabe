import { CommandAnswer } from '@hidesync/contract/navigation/command.schemas'
import { StepGuidance, Suggestion } from '@hidesync/contract/navigation/navigation.schemas'
import { Type } from '@sinclair/typebox'
import { execution_id, step_id } from './fields.ts'
import { RunNow, runNow } from './run-now.ts'
import { tool } from './tool.ts'

export const guidanceTools = [
  tool({
    name: 'get_step',
    title: 'How is this step done?',
    description:
      'How a step is done: warnings, instructions, what it needs, tips, what can be chosen, and its times. Tell the warnings before anything else.',
    effect: 'reads',
    input: { execution_id, step_id },
    output: StepGuidance,
    run: ({ execution_id: id, step_id }, { client, options }) =>
      client.navigation.guidance({ params: { id, step_id } }, options),
  }),
  tool({
    name: 'what_next',
    title: 'What next?',
    description: 'What to do next in a run, and why. It is a suggestion: the maker decides.',
    effect: 'reads',
    input: { execution_id },
    output: Suggestion,
    run: ({ execution_id: id }, { client, options }) => client.navigation.suggestion({ params: { id } }, options),
  }),
  tool({
    name: 'say',
    title: 'Say it in the maker’s words',
    description:
      'Pass on what the maker said, word for word, such as “I’m done” or “what do I need?”; English, German, French or Spanish. Where `success` is false nothing was done: tell the `message`, offer `did_you_mean`, and with `confirm` say yes or no only as the maker did.',
    // A sentence can end a run, though only after a yes of its own.
    effect: 'takes away',
    input: {
      execution_id,
      command: Type.String({ minLength: 1, maxLength: 1000, description: 'The maker’s words.' }),
    },
    output: Type.Composite([
      Type.Pick(CommandAnswer, ['success', 'message', 'intent', 'did_you_mean', 'confirm', 'code']),
      Type.Object({ run: Type.Optional(RunNow) }),
    ]),
    run: async ({ execution_id: id, command }, { client, options }) => {
      const answer = await client.navigation.command({ params: { id }, body: { command } }, options)
      const { success, message, intent, did_you_mean, confirm, code, execution } = answer
      return {
        success,
        message,
        intent,
        ...(did_you_mean === undefined ? {} : { did_you_mean }),
        ...(confirm === undefined ? {} : { confirm }),
        ...(code === undefined ? {} : { code }),
        ...(execution === undefined ? {} : { run: runNow(execution) }),
      }
    },
  }),
]
