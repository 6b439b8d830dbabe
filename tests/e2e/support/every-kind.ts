import type { Client } from '@hidesync/contract/client'

const option = (id: number, option_text: string, method: string) => ({
  id,
  option_text,
  display_order: id,
  is_default: id === 1,
  result_action: { set_variable: { method } },
})

/** A project of a few steps with every type of step and every type of connection, in the form of `PUT …/definition`. */
export const everyKind = {
  steps: [
    {
      id: 1,
      name: 'Read the plan',
      step_type: 'documentation',
      instructions: 'Read all of it.',
      estimated_duration: 5,
    },
    {
      id: 2,
      name: 'Lay out the leather',
      step_type: 'material',
      instructions: 'Lay it flat. Rest it for 10 minutes.',
      estimated_duration: 10,
      scales_with_quantity: true,
      resources: [
        { resource_type: 'material', name: 'Calf leather', quantity: 2, unit: 'sq_ft' },
        { resource_type: 'tool', name: 'Round knife', quantity: 1, unit: 'piece' },
      ],
    },
    {
      id: 3,
      name: 'Choose a seam',
      step_type: 'decision',
      is_decision_point: true,
      decision_options: [option(1, 'By hand', 'hand'), option(2, 'By machine', 'power')],
    },
    {
      id: 4,
      name: 'Sew by hand',
      step_type: 'tool',
      instructions: 'Sew it.',
      estimated_duration: 60,
      warnings: ['Needles are sharp: mind the other hand.'],
      condition_logic: { step_data: { must_ack: true } },
      resources: [{ resource_type: 'tool', name: 'Awl' }],
    },
    { id: 5, name: 'Sew by machine', step_type: 'tool', instructions: 'Sew it.', estimated_duration: 20 },
    {
      id: 6,
      name: 'Oil the machine',
      step_type: 'instruction',
      instructions: 'A drop.',
      estimated_duration: 5,
      condition_logic: { method: 'power' },
    },
    { id: 7, name: 'Let the glue dry', step_type: 'time', estimated_duration: 30 },
    {
      id: 8,
      name: 'Cut the straps',
      step_type: 'instruction',
      instructions: 'Cut. Soak for 5-10 min.',
      estimated_duration: 15,
    },
    { id: 9, name: 'Join all parts', step_type: 'milestone', instructions: 'Put them together.', is_milestone: true },
    {
      id: 10,
      name: 'Check the seam',
      step_type: 'quality_check',
      instructions: 'Look at it in good light.',
      condition_logic: { quality_standards: { Stitches: 'straight and even', Gap: { max: 0.5, unit: 'mm' } } },
    },
    { id: 11, name: 'Mend the seam', step_type: 'instruction', instructions: 'Mend it.', estimated_duration: 10 },
    { id: 12, name: 'Inspect the piece', step_type: 'inspection', instructions: 'Look at all sides.' },
    { id: 13, name: 'Polish by hand', step_type: 'instruction', instructions: 'Rub it.', estimated_duration: 5 },
    { id: 14, name: 'Case', step_type: 'outcome', is_outcome: true, instructions: 'Write down what came of it.' },
  ],
  connections: [
    { source_step: 1, target_step: 2 },
    { source_step: 2, target_step: 3 },
    { source_step: 3, target_step: 4, connection_type: 'choice', display_order: 1 },
    { source_step: 3, target_step: 5, connection_type: 'choice', display_order: 2 },
    { source_step: 4, target_step: 6 },
    { source_step: 5, target_step: 6 },
    { source_step: 6, target_step: 7, connection_type: 'parallel' },
    { source_step: 6, target_step: 8, connection_type: 'parallel' },
    { source_step: 7, target_step: 9 },
    { source_step: 8, target_step: 9 },
    { source_step: 9, target_step: 10 },
    { source_step: 10, target_step: 12 },
    { source_step: 10, target_step: 11, connection_type: 'fallback' },
    { source_step: 11, target_step: 10, connection_type: 'loop', max_iterations: 5 },
    {
      source_step: 12,
      target_step: 13,
      connection_type: 'conditional',
      condition: { method: 'hand' },
      display_order: 1,
    },
    { source_step: 12, target_step: 14, connection_type: 'conditional', is_default: true, display_order: 2 },
    { source_step: 13, target_step: 14 },
  ],
  outcomes: [
    { name: 'Case', description: 'It holds.', is_default: true, success_criteria: ['It closes', 'It holds its shape'] },
  ],
}

/** Stores the project and says by which id each of its steps is known. */
export async function createEveryKind(
  client: Client,
): Promise<{ readonly id: number; readonly steps: ReadonlyMap<string, number> }> {
  const { id } = await client.workflows.create({ body: { name: `Every kind ${Date.now()}` } })
  await client.revisions.save({ params: { id }, body: everyKind })
  const { steps } = await client.workflows.get({ params: { id } })
  return { id, steps: new Map(steps.map(step => [step.name, step.id])) }
}
