import { expect, test } from 'vitest'
import { sampleWorkflows } from '../testing/fake-api/samples.ts'
import { compiledOf } from './compiled-of.ts'
import { listSteps } from './step-ways.ts'

const box = sampleWorkflows().find(({ name }) => /Box/.test(name))
if (box === undefined) throw new Error('There is no sample of a box.')
const steps = listSteps(compiledOf(box))
const named = (name: string) => steps.find(({ step }) => step.definition.name === name)

test('listSteps() numbers the steps in the author’s order', () => {
  expect(steps.map(({ number, step }) => `${number} ${step.definition.name}`)).toEqual([
    '1 Set up the bench and check the stock',
    '2 Cut the parts to length',
    '3 Choose the corner joint',
    '4 Cut the box joints',
    '5 Saw and chop the tails',
    '6 Scribe and cut the pins',
    '7 Cut the rabbets',
    '8 Dry-fit the corners and sand the insides',
    '9 Glue up the box',
    '10 Leave the box in the clamps',
    '11 Check for square and gaps',
    '12 Close gaps and pull it square',
    '13 Flush the joints and fit the lid',
    '14 Choose the finish',
    '15 Oil the box',
    '16 Oiled keepsake box',
    '17 Paint the first coat',
    '18 Painted storage box',
  ])
})

test('listSteps() says of each option of a decision which step it leads to', () => {
  expect(named('Choose the corner joint')?.options).toMatchObject(
    [
      { text: /^Box joints/, is_default: true, next: [{ number: 4, name: 'Cut the box joints' }], leads_back: false },
      { text: /^Dovetails/, is_default: false, next: [{ number: 5, name: 'Saw and chop the tails' }] },
      { text: /^Rabbets/, is_default: false, next: [{ number: 7, name: 'Cut the rabbets' }] },
    ].map(option => ({ ...option, text: expect.stringMatching(option.text) })),
  )
  expect(named('Choose the finish')?.options.map(({ next }) => next)).toEqual([
    [{ number: 15, name: 'Oil the box' }],
    [{ number: 17, name: 'Paint the first coat' }],
  ])
})

test('listSteps() names the steps that follow where it is not simply the next one, where mending leads, and the pause before a step', () => {
  const elsewhere = steps.filter(({ onward }) => onward.length > 0)
  expect(elsewhere.map(({ number, onward }) => [number, ...onward])).toEqual([
    [4, { number: 8, name: 'Dry-fit the corners and sand the insides' }],
    [6, { number: 8, name: 'Dry-fit the corners and sand the insides' }],
    [11, { number: 13, name: 'Flush the joints and fit the lid' }],
  ])
  expect(named('Cut the parts to length')?.onward).toEqual([])
  expect(named('Check for square and gaps')?.if_failed).toEqual([{ number: 12, name: 'Close gaps and pull it square' }])
  expect(named('Close gaps and pull it square')?.back).toEqual([{ number: 11, name: 'Check for square and gaps' }])
  expect(steps.filter(({ if_failed, back }) => [...if_failed, ...back].length > 0).map(({ number }) => number)).toEqual(
    [11, 12],
  )
  expect(steps.filter(step => step.wait_before > 0).map(step => [step.number, step.wait_before])).toEqual([[18, 60]])
})

test('listSteps() says of an option that it leads back, and of another which outcome it names', () => {
  const [outcome] = box.outcomes
  const idOf = (name: string) => box.steps.find(step => step.name === name)?.id ?? 0
  const actions = [{ goto_step: idOf('Cut the parts to length') }, { complete_with_outcome: outcome?.id ?? 0 }]
  const changed = box.steps.map(step =>
    step.name === 'Choose the finish'
      ? {
          ...step,
          decision_options: step.decision_options.map((option, at) => ({
            ...option,
            result_action: actions[at] ?? null,
          })),
        }
      : step,
  )
  const listed = listSteps(compiledOf({ ...box, steps: changed }))
  const options = listed.find(({ step }) => step.definition.name === 'Choose the finish')?.options
  expect(options?.map(({ leads_back, outcome: named }) => [leads_back, named])).toEqual([
    [true, null],
    [false, outcome?.name],
  ])
  expect(options?.[0]?.next).toEqual([{ number: 2, name: 'Cut the parts to length' }])
})
