import { aConnection, aDecision, aStep, aWorkflow } from '@hidesync/domain/testing/build-workflow'
import { Play } from '@hidesync/domain/testing/play'
import type { ResourceType, StepResource } from '@hidesync/domain/workflows/definition'
import { describe, expect, it } from 'vitest'
import { runOfPlay } from '../../testing/run-of-play.ts'
import { inventoryLines } from './inventory.ts'

const needing = (id: number, resource_type: ResourceType, name: string, quantity: number | null): StepResource => ({
  id,
  resource_type,
  name,
  quantity,
  unit: quantity === null ? null : 'm',
  notes: null,
  is_optional: false,
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
})

const workflow = aWorkflow(
  [
    aStep(1, { resources: [needing(1, 'material', 'Thread', 1), needing(2, 'tool', 'Awl', null)] }),
    aDecision(2, [
      { option_text: 'By hand', result_action: { goto_step: 3 } },
      { option_text: 'By machine', result_action: { goto_step: 4 } },
    ]),
    aStep(3, { resources: [needing(3, 'material', 'Thread', 2), needing(4, 'tool', 'Awl', null)] }),
    aStep(4, { resources: [needing(5, 'tool', 'Machine', null)] }),
    aStep(5, { resources: [needing(6, 'material', 'Thread', 0.5)] }),
  ],
  [
    aConnection(1, 2),
    aConnection(2, 3, { connection_type: 'choice' }),
    aConnection(2, 4, { connection_type: 'choice' }),
    aConnection(3, 5),
    aConnection(4, 5),
  ],
)

const begun = () => new Play(workflow).start()

describe('the inventory', () => {
  it.each([
    [
      'what is needed in any case, then what depends on the choice, with the steps that it is for',
      begun(),
      `From here to the end you need:
Materials:
- Thread, 1.5 metres
Tools:
- Awl
Depending on what you choose and how it turns out, also:
- Thread, 2 metres, for “Step 3”
- Machine, for “Step 4”`,
    ],
    [
      'what the way that was chosen needs, and nothing of the other',
      begun().complete(1).choose(2, 22),
      `From here to the end you need:
Materials:
- Thread, 0.5 metres
Tools:
- Machine`,
    ],
  ])('tells %s', (_, play, expected) => expect(inventoryLines(runOfPlay(play)).join('\n')).toBe(expected))
})
