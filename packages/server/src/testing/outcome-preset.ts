/** A preset of two steps: something to do, then a decision, each option of which ends with an outcome of its own. */
export const outcomePreset = (name: string) => ({
  preset_info: { name, description: 'A bowl for tests.', difficulty: 'beginner', estimated_time: 11 },
  workflow: {
    name,
    steps: [
      { id: 1, name: 'Turn the bowl', step_type: 'tool', instructions: 'Turn it.', estimated_duration: 10 },
      {
        id: 2,
        name: 'How did it go?',
        step_type: 'decision',
        is_decision_point: true,
        instructions: 'Look at it.',
        estimated_duration: 1,
        decision_options: [
          { option_text: 'Well', display_order: 1, result_action: { complete_with_outcome: 'Bowl' } },
          { option_text: 'Badly', display_order: 2, result_action: { complete_with_outcome: 'Firewood' } },
        ],
      },
    ],
    connections: [{ source_step: 1, target_step: 2, connection_type: 'sequential' }],
    outcomes: [
      { name: 'Bowl', description: 'It holds.', is_default: true },
      { name: 'Firewood', description: 'It burns.' },
    ],
  },
})
