import { CompleteStep } from '@hidesync/contract/executions/execution.schemas'
import { Id, oneOf } from '@hidesync/contract/http/schemas'
import { Type } from '@sinclair/typebox'
import { execution_id, longText, step_id } from './fields.ts'
import { RunNow, runNow } from './run-now.ts'
import { tool } from './tool.ts'

const reason = Type.Optional(longText('Why, in the maker’s words.'))

export const stepTools = [
  tool({
    name: 'complete_step',
    title: 'Complete a step',
    description:
      'Record that a step is done. Only when the maker says so. A quality check needs a `verdict`; a decision is settled with choose_option instead.',
    effect: 'changes',
    input: {
      execution_id,
      step_id,
      notes: Type.Optional(longText('A note on the step, in the maker’s words.')),
      actual_duration: CompleteStep.properties.actual_duration,
      verdict: Type.Optional(oneOf(['pass', 'fail'] as const)),
      override: Type.Optional(
        Type.Boolean({ description: 'Complete a waiting time before it is over. Only on the maker’s word.' }),
      ),
    },
    output: RunNow,
    run: async ({ execution_id: id, step_id, verdict, ...body }, { client, options }) => {
      const whole = verdict === undefined ? body : { ...body, data: { verdict } }
      return runNow(await client.executions.complete({ params: { id, step_id }, body: whole }, options))
    },
  }),
  tool({
    name: 'choose_option',
    title: 'Choose at a decision',
    description:
      'Settle a decision with one of its options, whose ids get_run and get_step tell. The maker chooses, not you.',
    effect: 'changes',
    input: { execution_id, step_id, option_id: Id, notes: Type.Optional(longText('Why.')) },
    output: RunNow,
    run: async ({ execution_id: id, step_id, option_id, ...notes }, { client, options }) => {
      const body = { decision_option_id: option_id, ...notes }
      return runNow(await client.executions.decide({ params: { id, step_id }, body }, options))
    },
  }),
  tool({
    name: 'skip_step',
    title: 'Skip a step',
    description: 'Leave a step out. Decisions and quality checks can not be skipped. Undo takes it back.',
    effect: 'changes',
    input: { execution_id, step_id, reason },
    output: RunNow,
    run: async ({ execution_id: id, step_id, ...body }, { client, options }) =>
      runNow(await client.executions.skip({ params: { id, step_id }, body }, options)),
  }),
  tool({
    name: 'go_to_step',
    title: 'Go to a step',
    description:
      'Bring a step into view, and start it if it is ready. `skip` jumps over what lies between; ask the maker before you use it.',
    effect: 'changes',
    input: {
      execution_id,
      step_id,
      skip: Type.Optional(Type.Boolean({ description: 'Skip what lies between.' })),
      override: Type.Optional(Type.Boolean({ description: 'Jump over a decision, too. Only on the maker’s word.' })),
    },
    output: RunNow,
    run: async ({ execution_id: id, ...body }, { client, options }) =>
      runNow(await client.executions.navigate({ params: { id }, body }, options)),
  }),
  tool({
    name: 'add_note',
    title: 'Add a note',
    description: 'Add a line to the notes of a step: measurements, what went differently, what to remember.',
    effect: 'changes',
    input: { execution_id, step_id, text: Type.String({ minLength: 1, maxLength: 5000 }) },
    output: RunNow,
    run: async ({ execution_id: id, step_id, text }, { client, options }) =>
      runNow(await client.executions.note({ params: { id, step_id }, body: { text } }, options)),
  }),
]
