import { arbitraryWorkflow } from '@hidesync/domain/testing/arbitrary-workflow'
import { aConnection, aDecision, aStep, aWorkflow } from '@hidesync/domain/testing/build-workflow'
import { aLargeWorkflow } from '@hidesync/domain/testing/large-workflow'
import { Play } from '@hidesync/domain/testing/play'
import { languages } from '@hidesync/domain/text/language'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../terminal/display-width.ts'
import { plainStyle } from '../../../terminal/style.ts'
import { runOfPlay } from '../../../testing/run-of-play.ts'
import { drawMap } from './draw-map.ts'
import { listMap } from './list-map.ts'

const look = { width: 60, style: plainStyle }
const started = (workflow: WorkflowDefinition): Play => new Play(workflow).start()
/** The drawing without its title and legend. */
const drawn = (play: Play): string => drawMap(look, runOfPlay(play), null).slice(1, -2).join('\n')

const chain = aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 2), aConnection(2, 3)])
const parallel = aWorkflow(
  [aStep(1), aStep(2), aStep(3), aStep(4), aStep(5)],
  [
    aConnection(1, 2, { connection_type: 'parallel' }),
    aConnection(1, 4, { connection_type: 'parallel' }),
    aConnection(2, 3),
    aConnection(3, 5),
    aConnection(4, 5),
  ],
)
const choice = aWorkflow(
  [
    aDecision(1, [
      { option_text: 'By hand', result_action: { goto_step: 2 } },
      { option_text: 'By machine', result_action: { goto_step: 3 } },
      { option_text: 'Not at all', result_action: { goto_step: 4 } },
    ]),
    aStep(2),
    aStep(3),
    aStep(4),
  ],
  [
    aConnection(1, 2, { connection_type: 'choice' }),
    aConnection(1, 3, { connection_type: 'choice' }),
    aConnection(1, 4, { connection_type: 'choice' }),
    aConnection(2, 4),
    aConnection(3, 4),
  ],
)
const rework = aWorkflow(
  [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), aStep(4)],
  [
    aConnection(1, 2),
    aConnection(2, 4),
    aConnection(2, 3, { connection_type: 'fallback' }),
    aConnection(3, 2, { connection_type: 'loop' }),
    aConnection(3, 4),
  ],
)

/** An option that opens two steps, then a way that depends on what was chosen, with and without another. */
const depending = (otherwise: boolean) =>
  aWorkflow(
    [
      aDecision(1, [
        { option_text: 'Both', result_action: { set_variable: { scent: 'lavender' } } },
        { option_text: 'Plain', result_action: { set_variable: { scent: 'none' } } },
      ]),
      ...[2, 3, 4, 5, 6].map(id => aStep(id)),
    ],
    [
      aConnection(1, 2, { connection_type: 'parallel' }),
      aConnection(1, 3, { connection_type: 'parallel' }),
      aConnection(2, 4),
      aConnection(3, 4),
      aConnection(4, 5, { connection_type: 'conditional', condition: { scent: 'lavender' } }),
      ...(otherwise ? [aConnection(4, 6, { connection_type: 'conditional', is_default: true })] : []),
      aConnection(5, 6),
    ],
  )

describe('the map', () => {
  it.each([
    [
      'a chain, a step a line, what is done and where one is',
      started(chain).complete(1),
      `✓ 1 Step 1\n▶ 2 Step 2 ◄ you are here\n· 3 Step 3`,
    ],
    [
      'what goes on side by side in lanes that meet again',
      started(parallel).complete(1),
      `✓ 1 Step 1
├ → 2 and 4
├─╮
▶ │ 2 Step 2 ◄ you are here
· │ 3 Step 3
│ ○ 4 Step 4
├─╯
· 5 Step 5`,
    ],
    [
      'what can be chosen, where it leads, and what is ruled out once it is chosen',
      started(choice).choose(1, 12),
      `✓ 1 Step 1
├ → 2 “By hand”
├─╮ → 3 “By machine”
├─┼─╮ → 4 “Not at all”
× │ │ 2 Step 2
│ ▶ │ 3 Step 3 ◄ you are here
├─┼─╯
├─╯
· 4 Step 4`,
    ],
    [
      'ways that lead back, and ways for what goes wrong',
      started(rework)
        .complete(1)
        .do({ type: 'complete', step_id: 2, data: { verdict: 'fail' } }),
      `✓ 1 Step 1
! 2 Step 2
├ → 4
├─╮ → 3 if it goes wrong
│ ▶ 3 Step 3 ◄ you are here
│ │ ↺ 2 if need be
│ ├ → 4
├─╯
· 4 Step 4`,
    ],
  ])('draws %s', (_, play, expected) => expect(drawn(play)).toBe(expected))

  it.each([
    ['en', '“Both” leads to 2 and 3.', 'to 5 or 6, depending on “Step 1”.', 'to 5 or not, depending on “Step 1”.'],
    ['de', '„Both“ führt zu 2 und 3.', 'je nach „Step 1“ zu 5 oder 6.', 'je nach „Step 1“ zu 5 oder nicht.'],
    ['fr', '« Both » mène à 2 et 3.', 'selon « Step 1 », on passe à 5 ou 6.', 'selon « Step 1 », on passe à 5 ou non.'],
    ['es', '«Both» lleva a 2 y 3.', 'según «Step 1», sigue en 5 o 6.', 'según «Step 1», sigue en 5 o no.'],
  ] as const)('names an option once, and what a way depends on, in %s', (language, option, either, perhaps) => {
    const told = (workflow: WorkflowDefinition) =>
      listMap({ width: 80 }, runOfPlay(started(workflow), language), null).map(line =>
        line.replaceAll('\u00a0', ' ').trim(),
      )
    expect(told(depending(true))).toEqual(expect.arrayContaining([option, either]))
    expect(told(depending(false))).toContain(perhaps)
    expect(told(depending(true)).filter(line => line === option)).toHaveLength(1)
  })

  it('shows every step exactly once and keeps to the width, whatever the workflow', () => {
    fc.assert(
      fc.property(
        arbitraryWorkflow,
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom(...languages),
        (workflow, width, language) => {
          const run = runOfPlay(started(workflow), language)
          const lines = drawMap({ ...look, width }, run, null)
          for (const line of [...lines, ...listMap({ width }, run, null)])
            expect(displayWidth(line)).toBeLessThanOrEqual(width)
          const numbers = lines.flatMap(line => /[·○▶✓–!×][ │]* ?(\d+) /.exec(line)?.[1] ?? [])
          const all = run.workflow.steps.map(({ index }) => String(index + 1))
          expect(numbers.toSorted()).toEqual(all.toSorted())
        },
      ),
      { numRuns: 200 },
    )
  })

  it('shows as much as there is room for around where one is, and how much lies before and after', () => {
    const play = started(aLargeWorkflow(5000))
    const play2 = play.complete(1)
    const lines = drawMap({ ...look, width: 80 }, runOfPlay(play2), 18)
    expect(lines.length).toBeLessThanOrEqual(22)
    expect(lines.join('\n')).toContain('◄ you are here')
    expect(lines.join('\n')).toMatch(/⋮ 4,\d{3} more steps/)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  it.each([
    [
      'en',
      'Box, 4 steps:\n1. Step 1: in progress, you are here.\n  “By hand” leads to 2.\n  “By machine” leads to 3.\n  “Not at all” leads to 4.\n2. Step 2: still to come.\n  3. Step 3: still to come.\n4. Step 4: still to come.',
    ],
    [
      'de',
      'Box, 4 Schritte:\n1. Step 1: in Arbeit, du bist hier.\n  „By hand“ führt zu 2.\n  „By machine“ führt zu 3.\n  „Not at all“ führt zu 4.\n2. Step 2: noch nicht dran.\n  3. Step 3: noch nicht dran.\n4. Step 4: noch nicht dran.',
    ],
    [
      'fr',
      'Box, 4 étapes :\n1. Step 1 : en cours, vous êtes ici.\n  « By hand » mène à 2.\n  « By machine » mène à 3.\n  « Not at all » mène à 4.\n2. Step 2 : à venir.\n  3. Step 3 : à venir.\n4. Step 4 : à venir.',
    ],
    [
      'es',
      'Box, 4 pasos:\n1. Step 1: en marcha, estás aquí.\n  «By hand» lleva a 2.\n  «By machine» lleva a 3.\n  «Not at all» lleva a 4.\n2. Step 2: pendiente.\n  3. Step 3: pendiente.\n4. Step 4: pendiente.',
    ],
  ] as const)('is a list for a screen reader, in %s', (language, expected) => {
    const text = listMap({ width: 60 }, runOfPlay(started(choice), language), null).join('\n')
    expect(text.replaceAll('\u00a0', ' ')).toBe(expected)
  })
})
