/**
 * A small preset with one of each: a decision whose branches join again, a wait, a quality check with rework, two outcomes.
 * Local ids are the steps' numbers.
 */
export const boxPreset = (name: string) => ({
  preset_info: { name, description: 'A box for tests.', difficulty: 'beginner', estimated_time: 60 },
  workflow: {
    name,
    steps: [
      {
        id: 1,
        name: 'Cut boards',
        step_type: 'tool',
        instructions: 'Cut four boards.',
        estimated_duration: 10,
        is_milestone: true,
      },
      {
        id: 2,
        name: 'Choose joint',
        step_type: 'decision',
        is_decision_point: true,
        instructions: 'Strong or quick?',
        estimated_duration: 1,
        decision_options: [
          { option_text: 'Dovetails', display_order: 1, is_default: true, result_action: '{"goto_step": 3}' },
          { option_text: 'Nails', display_order: 2, result_action: { goto_step: 4, set_variable: { joint: 'nails' } } },
        ],
      },
      { id: 3, name: 'Cut dovetails', step_type: 'tool', instructions: 'Saw and pare.', estimated_duration: 30 },
      {
        id: 4,
        name: 'Nail corners',
        step_type: 'instruction',
        instructions: 'Two nails a corner.',
        estimated_duration: 5,
      },
      { id: 5, name: 'Let glue set', step_type: 'time', instructions: 'Wait.', estimated_duration: 10 },
      {
        id: 6,
        name: 'Check square',
        step_type: 'quality_check',
        instructions: 'Measure both diagonals.',
        estimated_duration: 2,
      },
      { id: 7, name: 'Plane true', step_type: 'tool', instructions: 'Plane the high corner.', estimated_duration: 5 },
      {
        id: 8,
        name: 'Finished box',
        step_type: 'outcome',
        is_outcome: true,
        outcome: 'Square box',
        instructions: 'Sign it.',
        estimated_duration: 1,
      },
    ],
    connections: [
      { source_step: 1, target_step: 2, connection_type: 'sequential' },
      { source_step: 2, target_step: 3, connection_type: 'choice', display_order: 1 },
      { source_step: 2, target_step: 4, connection_type: 'choice', display_order: 2 },
      { source_step: 3, target_step: 5, connection_type: 'sequential' },
      { source_step: 4, target_step: 5, connection_type: 'sequential' },
      { source_step: 5, target_step: 6, connection_type: 'sequential' },
      { source_step: 6, target_step: 8, connection_type: 'sequential' },
      { source_step: 6, target_step: 7, connection_type: 'fallback' },
      { source_step: 7, target_step: 6, connection_type: 'loop', max_iterations: 3 },
    ],
    outcomes: [
      { name: 'Square box', description: 'It holds.', is_default: true },
      { name: 'Kindling', description: 'It burns.' },
    ],
  },
})
