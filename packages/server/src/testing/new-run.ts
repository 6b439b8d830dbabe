import type { Client } from '@hidesync/contract/client'
import { boxPreset } from './box-preset.ts'
import { newBox } from './new-box.ts'

let boxes = 0

/** A run of a workflow of its own, with what is asked of it and done to it. */
export async function newRun(client: Client, quantity = 1) {
  const preset = boxPreset(`Box with tips ${++boxes}`)
  const [first] = preset.workflow.steps
  Object.assign(first ?? {}, {
    scales_with_quantity: true,
    tips: ['Score the line first.'],
    warnings: ['Keep your fingers behind the saw.'],
    resources: [
      { id: 1, resource_type: 'material', name: 'Oak board', quantity: 0.5, unit: 'm', notes: 'planed' },
      { id: 2, resource_type: 'tool', name: 'Saw', quantity: 1, unit: 'piece' },
    ],
  })
  const { id: workflow, step, option } = await newBox(client, preset)
  const { id } = await client.executions.start({ params: { id: workflow }, body: { quantity } })
  const params = { id }
  return {
    id,
    workflow,
    step,
    option,
    context: () => client.navigation.context({ params }),
    suggestion: () => client.navigation.suggestion({ params }),
    guidance: (name: string) => client.navigation.guidance({ params: { id, step_id: step(name) } }),
    say: (command: string, locale?: string) =>
      client.navigation.command({ params, body: { command, ...(locale === undefined ? {} : { locale }) } }),
    version: async () => (await client.executions.get({ params })).version,
    complete: (name: string) =>
      client.executions.complete({ params: { id, step_id: step(name) }, body: { override: true } }),
    choose: (text: string) =>
      client.executions.decide({
        params: { id, step_id: step('Choose joint') },
        body: { decision_option_id: option(text) },
      }),
  }
}
export type TestRun = Awaited<ReturnType<typeof newRun>>
