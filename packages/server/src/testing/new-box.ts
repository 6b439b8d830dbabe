import type { Client } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { boxPreset } from './box-preset.ts'

let boxes = 0

/** An active workflow of its own for each test, with the steps' ids by name. */
export async function newBox(client: Client, preset = boxPreset(`Box ${++boxes}`)) {
  const { id } = await client.presets.import({ body: preset })
  await client.workflows.update({ params: { id }, body: { status: 'active' } })
  const { steps, outcomes } = await client.workflows.get({ params: { id } })
  const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
  const option = (text: string) =>
    steps.flatMap(found => found.decision_options).find(found => found.option_text === text)?.id ?? 0
  return { id, steps, outcomes, step, option }
}
export type Box = Awaited<ReturnType<typeof newBox>>

/** Walks a run up to the quality check: boards, nails, glue. */
export async function toCheck(client: Client, box: Box): Promise<Execution> {
  const { id } = await client.executions.start({ params: { id: box.id } })
  await client.executions.complete({ params: { id, step_id: box.step('Cut boards') } })
  const params = { id, step_id: box.step('Choose joint') }
  await client.executions.decide({ params, body: { decision_option_id: box.option('Nails') } })
  await client.executions.complete({ params: { id, step_id: box.step('Nail corners') } })
  return client.executions.complete({ params: { id, step_id: box.step('Let glue set') }, body: { override: true } })
}
