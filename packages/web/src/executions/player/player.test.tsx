import type { StepResource } from '@hidesync/domain/workflows/definition'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import type { FakeWorkflow } from '../../testing/fake-api/samples.ts'
import { visit } from '../../testing/render-app.tsx'
import { smallWorkflow } from '../../testing/small-workflow.ts'

afterEach(() => vi.useRealTimers())

/** Opens the player on a fresh run of a workflow. */
async function play(workflow: FakeWorkflow, now?: () => number) {
  const { fetch, handlers } = createFakeApi({ workflows: [workflow], ...(now ? { now } : {}) })
  handlers.executions.start({ params: { id: 1 } }, { token: '', ifMatch: null, idempotencyKey: null })
  const run = () => handlers.executions.get({ params: { id: 1 } }, { token: '', ifMatch: null, idempotencyKey: null })
  const visited = visit('/runs/1', fetch)
  await screen.findByText(`Step 1 of ${workflow.step_count}`)
  return { ...visited, run }
}
const alerts = () =>
  screen
    .getAllByRole('alert')
    .map(({ textContent }) => textContent)
    .join('')
const title = (name: string) => screen.findByRole('heading', { level: 1, name })
const chain = (...steps: Parameters<typeof smallWorkflow>[0]) =>
  smallWorkflow(
    steps,
    steps.slice(1).map((step, index) => ({ source_step_id: steps[index]!.id, target_step_id: step.id })),
  )

const leather: StepResource = {
  id: 1,
  resource_type: 'material',
  name: 'Leather',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: null,
  is_optional: false,
  notes: null,
}

/** Presses what has this name in the moment in which it comes. */
function pressAtOnce(name: string, times = 1): void {
  const watch = new MutationObserver(() => {
    const button = screen.queryByRole('button', { name })
    if (button === null) return
    watch.disconnect()
    for (let press = 0; press < times; press++) fireEvent.click(button)
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

test('who begins before the clock has been stopped works all the same, and the run goes on', async () => {
  const { fetch, handlers } = createFakeApi({
    workflows: [
      chain({ id: 1, name: 'Cut', warnings: ['Mind the blade.'], resources: [leather] }, { id: 2, name: 'Sew' }),
    ],
  })
  const caller = { token: '', ifMatch: null, idempotencyKey: null }
  handlers.executions.start({ params: { id: 1 } }, caller)
  pressAtOnce('Begin')
  visit('/runs/1', fetch)
  await title('Cut')
  await waitFor(() => expect(handlers.executions.get({ params: { id: 1 } }, caller).state.sequence).toBe(3))
  expect(handlers.executions.get({ params: { id: 1 } }, caller).status).toBe('active')
  await screen.findByRole('button', { name: 'Complete: next is Sew' })
  expect(alerts()).toBe('')
})

test.each([
  ['that nobody has opened yet', [], 'Have everything ready'],
  ['that was opened on another device, and not begun', ['pause'], 'Have everything ready'],
  ['that was begun on another device', ['pause', 'resume'], 'Cut'],
  ['that was begun on another device, and paused there', ['pause', 'resume', 'pause'], 'Cut'],
] as const)('a run %s opens where it stands', async (_, deeds, heading) => {
  const { fetch, handlers } = createFakeApi({
    workflows: [chain({ id: 1, name: 'Cut', resources: [leather] }, { id: 2, name: 'Sew' })],
  })
  const caller = { token: '', ifMatch: null, idempotencyKey: null }
  handlers.executions.start({ params: { id: 1 } }, caller)
  const commands = deeds.map((type, index) => ({ key: `${type} ${index}`, at: 0, request: { type } }))
  handlers.offline.sync({ params: { id: 1 }, body: { commands } }, caller)
  visit('/runs/1', fetch)
  expect(await title(heading)).toBeDefined()
})

test('a button that is pressed twice before anything has changed does once what it says', async () => {
  const { run } = await play(
    chain(
      { id: 1, name: 'Cut', instructions: 'Let it dry for 10 minutes.' },
      { id: 2, name: 'Sew' },
      { id: 3, name: 'Burnish' },
    ),
  )
  const timer = screen.getByRole('button', { name: /10 minutes/ })
  fireEvent.click(timer)
  fireEvent.click(timer)
  await waitFor(() => expect(Object.keys(run().state.timers ?? {})).toHaveLength(1))
  const complete = screen.getByRole('button', { name: 'Complete: next is Sew' })
  fireEvent.click(complete)
  fireEvent.click(complete)
  await title('Sew')
  await waitFor(() => expect(run().progress.completed_steps).toBe(1))
  expect(Object.keys(run().state.timers ?? {})).toHaveLength(1)
  expect(alerts()).toBe('')
})

test('what was pressed before a step was in view is not done to it', async () => {
  const { run, user } = await play(chain({ id: 1, name: 'Cut' }, { id: 2, name: 'Sew' }, { id: 3, name: 'Burnish' }))
  const before = new Event('now').timeStamp
  await user.click(screen.getByRole('button', { name: 'Complete: next is Sew' }))
  await title('Sew')
  const again = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'Enter', ctrlKey: true })
  Object.defineProperty(again, 'timeStamp', { value: before })
  fireEvent(document.body, again)
  // What is taken back is what was done last.
  await user.keyboard('u')
  await title('Cut')
  await waitFor(() => expect(run().progress.completed_steps).toBe(0))
})

test('what is written on while a note is being saved stays', async () => {
  const { run } = await play(chain({ id: 1, name: 'Cut' }, { id: 2, name: 'Sew' }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Write a note/ })
  fireEvent.change(field, { target: { value: 'edge was' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save the note' }))
  fireEvent.change(field, { target: { value: 'edge was dry' } })
  await screen.findByText('Note saved')
  expect(field.value).toBe('dry')
  await waitFor(() => expect(run().step_executions?.[0]?.notes).toBe('edge was'))
})

test('what another tab writes for the same step while a note is being saved stays there', async () => {
  await play(chain({ id: 1, name: 'Cut' }, { id: 2, name: 'Sew' }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Write a note/ })
  fireEvent.change(field, { target: { value: 'here' } })
  const key = Object.keys(localStorage).find(name => localStorage.getItem(name)?.includes('here'))
  fireEvent.click(screen.getByRole('button', { name: 'Save the note' }))
  localStorage.setItem(String(key), JSON.stringify('there'))
  await screen.findByText('Note saved')
  expect(key).toMatch(/draft/)
  expect(field.value).toBe('')
})

test('before one begins all warnings are seen as notes, each once, the serious ones to be acknowledged', async () => {
  const { fetch, handlers } = createFakeApi({
    workflows: [
      chain(
        {
          id: 1,
          name: 'Cut',
          warnings: ['Hot iron burns.'],
          condition_logic: { step_data: { must_ack: true } },
        },
        { id: 2, name: 'Sew', warnings: ['Mind the needle.'] },
        { id: 3, name: 'Press', warnings: ['Mind the needle', 'Hot iron burns'] },
      ),
    ],
  })
  handlers.executions.start({ params: { id: 1 } }, { token: '', ifMatch: null, idempotencyKey: null })
  visit('/runs/1', fetch)
  await screen.findByRole('heading', { level: 1, name: 'Have everything ready' })
  const notes = within(screen.getByRole('region', { name: 'Mind this' })).getAllByRole('note')
  expect(notes.map(note => note.textContent)).toEqual(['Hot iron burns.', 'Mind the needle.'])
  for (const note of notes) expect(note.closest('[hidden]')).toBeNull()
})

test('warnings stand before the instructions, are notes, and are not folded away', async () => {
  await play(
    chain(
      { id: 1, name: 'Cut', warnings: ['Cut away from your body.'], tips: ['Fresh blade.'] },
      { id: 2, name: 'Sew' },
    ),
  )
  const warning = screen.getByRole('note', { name: 'Caution' })
  expect(warning.textContent).toContain('Cut away from your body.')
  const instructions = screen.getByText('How to do Cut.')
  expect(warning.compareDocumentPosition(instructions) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  // Tips stand open the first time only.
  expect(screen.getByText('Fresh blade.').closest('[hidden]')).toBeNull()
})

test('the large button says what comes next, and Ctrl Enter presses it', async () => {
  const { user, run } = await play(chain({ id: 1, name: 'Cut' }, { id: 2, name: 'Sew' }, { id: 3, name: 'Burnish' }))
  screen.getByRole('button', { name: 'Complete: next is Sew' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await title('Sew')
  await screen.findByText('Done: Cut')
  await waitFor(() => expect(run().progress.completed_steps).toBe(1))
})

test('a time step asks before its time is up, and records that it was finished early', async () => {
  const { user, run } = await play(
    chain({ id: 1, name: 'Glue dries', step_type: 'time', estimated_duration: 30 }, { id: 2, name: 'Sew' }),
  )
  expect(screen.getAllByRole('timer').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Complete: next is Sew' }))
  const dialog = await screen.findByRole('dialog', { name: 'Finish before the time is up?' })
  expect(run().progress.completed_steps).toBe(0)
  await user.click(within(dialog).getByRole('button', { name: 'Finish early' }))
  await title('Sew')
  await waitFor(() =>
    expect(run().step_executions?.[0]).toMatchObject({ status: 'completed', step_data: { override: true } }),
  )
})

test('a quality check takes a verdict; failing it opens the way for mending', async () => {
  const workflow = smallWorkflow(
    [
      { id: 1, name: 'Check the seam', step_type: 'quality_check' },
      { id: 2, name: 'Burnish' },
      { id: 3, name: 'Sew again' },
    ],
    [
      { source_step_id: 1, target_step_id: 2 },
      { source_step_id: 1, target_step_id: 3, connection_type: 'fallback' },
    ],
  )
  const { user, run } = await play(workflow)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Look at the work and say whether it passes.')
  await user.click(screen.getByRole('button', { name: 'It does not pass' }))
  await user.click(await screen.findByRole('button', { name: 'Mend it: go to Sew again' }))
  await title('Sew again')
  await waitFor(() => expect(run().step_executions?.map(step => step.status)).toEqual(['failed', 'dead', 'active']))
  expect(screen.getByText(/Not on your way/).textContent).toContain('“Check the seam” failed')
})

test('skipping asks why; the path shows the step struck through, with the reason', async () => {
  const { user, run } = await play(chain({ id: 1, name: 'Dye' }, { id: 2, name: 'Sew' }))
  await user.click(screen.getByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Skip this step' }))
  const dialog = await screen.findByRole('dialog', { name: 'Skip “Dye”?' })
  await user.type(within(dialog).getByRole('textbox'), 'natural colour')
  await user.click(within(dialog).getByRole('button', { name: 'Skip it' }))
  await title('Sew')
  await waitFor(() => expect(run().step_executions?.[0]).toMatchObject({ status: 'skipped' }))
  expect(document.querySelector('s')?.textContent).toBe('1. Dye')
})

test('steps that are open side by side are tabs, and the step that joins them waits for both', async () => {
  const workflow = smallWorkflow(
    [
      { id: 1, name: 'Cut' },
      { id: 2, name: 'Dye the outside' },
      { id: 3, name: 'Skive the pockets' },
      { id: 4, name: 'Sew' },
    ],
    [
      { source_step_id: 1, target_step_id: 2, connection_type: 'parallel' },
      { source_step_id: 1, target_step_id: 3, connection_type: 'parallel' },
      { source_step_id: 2, target_step_id: 4 },
      { source_step_id: 3, target_step_id: 4 },
    ],
  )
  const { user } = await play(workflow)
  await user.click(screen.getByRole('button', { name: 'Complete: next is Dye the outside and Skive the pockets' }))
  await title('Dye the outside')
  const tabs = screen.getByRole('tablist', { name: 'Steps under way' })
  await user.click(within(tabs).getByRole('tab', { name: /Skive the pockets/ }))
  await title('Skive the pockets')
  await user.keyboard('{Alt>}1{/Alt}')
  await title('Dye the outside')
  await user.keyboard('{Alt>}2{/Alt}')
  await title('Skive the pockets')
  await user.click(screen.getByRole('button', { name: 'Complete this step' }))
  await title('Dye the outside')
  await user.click(screen.getByRole('button', { name: 'Complete: next is Sew' }))
  await title('Sew')
  await waitFor(() => expect(screen.queryByRole('tablist', { name: 'Steps under way' })).toBeNull())
})

test('a step that has to wait says until when, and can be started all the same', async () => {
  const workflow = smallWorkflow(
    [
      { id: 1, name: 'Glue' },
      { id: 2, name: 'Sand' },
    ],
    [{ source_step_id: 1, target_step_id: 2, min_lag: 60 }],
  )
  const { user, run } = await play(workflow)
  await user.click(screen.getByRole('button', { name: /^Complete/ }))
  await screen.findByText(/“Sand” opens at/)
  await user.click(screen.getByRole('button', { name: 'Start it now all the same' }))
  await waitFor(() => expect(run().step_executions?.[1]?.status).toBe('active'))
  await screen.findByRole('button', { name: 'Complete: this is the last step' })
})

test('instructions are shown as text, whatever their author wrote into them', async () => {
  await play(
    chain(
      { id: 1, name: 'Cut', instructions: '<img src=x onerror="alert(1)"> [here](javascript:alert(1)) **now**' },
      { id: 2, name: 'Sew' },
    ),
  )
  expect(screen.getByText('now').tagName).toBe('STRONG')
  const main = screen.getByRole('main')
  expect(main.querySelector('img')).toBeNull()
  expect(main.querySelector('a[href^="javascript"]')).toBeNull()
  expect(main.textContent).toContain('<img src=x')
})

test('after the last step comes the result, with what was noted on the way', async () => {
  const { user, address } = await play(chain({ id: 1, name: 'Cut' }))
  await user.type(await screen.findByLabelText('Write a note on this step'), 'used the offcut')
  await user.click(screen.getByRole('button', { name: 'Complete: this is the last step' }))
  await screen.findByText('Done. This is what you made, and how long it took.')
  expect(address()).toBe('/runs/1/summary')
  expect(screen.getByText('used the offcut')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo the last step and go on' }))
  await title('Cut')
  expect(address()).toBe('/runs/1')
})

test('in the second pass of a loop the log and what the pass before gave stand side by side, and grow with what is done', async () => {
  const { user } = await play(
    smallWorkflow(
      [
        { id: 1, name: 'Cut' },
        { id: 2, name: 'Sew' },
      ],
      [
        { source_step_id: 1, target_step_id: 2 },
        { source_step_id: 2, target_step_id: 1, connection_type: 'loop', max_iterations: 2 },
      ],
    ),
  )
  await user.type(await screen.findByLabelText('Write a note on this step'), 'a little short')
  await user.click(screen.getByRole('button', { name: 'Complete: next is Sew' }))
  await title('Sew')
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  const log = await screen.findByRole('log')
  await within(log).findByText(/Completed “Cut”/)
  await user.click(screen.getByRole('button', { name: /^Complete/ }))
  await screen.findByText('Pass 2 of up to 2')
  await user.click(await screen.findByRole('button', { name: 'What the pass before gave' }))
  await screen.findByText(/notes: a little short/)
  await within(log).findByText(/Completed “Sew”/)
  expect(within(log).getAllByText(/Completed “Cut”/)).toHaveLength(1)
})

test('the result has a row for every pass of a step, each with its own notes', async () => {
  const { user } = await play(
    smallWorkflow(
      [
        { id: 1, name: 'Cut' },
        { id: 2, name: 'Sew' },
      ],
      [
        { source_step_id: 1, target_step_id: 2 },
        { source_step_id: 2, target_step_id: 1, connection_type: 'loop', max_iterations: 2 },
      ],
    ),
  )
  for (const [name, note] of [
    ['Cut', 'a little short'],
    ['Sew', ''],
    ['Cut', 'just right'],
    ['Sew', ''],
  ] as const) {
    await title(name)
    if (note !== '') await user.type(await screen.findByLabelText('Write a note on this step'), note)
    await user.click(screen.getByRole('button', { name: /^Complete/ }))
  }
  const table = await screen.findByRole('table', { name: 'Step by step' })
  await within(table).findAllByText('Pass 2')
  const rows = within(table)
    .getAllByRole('rowheader')
    .map(row => row.textContent)
  expect(rows).toEqual(['CutPass 1a little short', 'CutPass 2just right', 'SewPass 1', 'SewPass 2'])
})

test('an undo says what stays noted on the step that it opens again', async () => {
  const { user } = await play(chain({ id: 1, name: 'Cut' }, { id: 2, name: 'Sew' }))
  fireEvent.change(await screen.findByLabelText('Write a note on this step'), {
    target: { value: 'Used: Thread, 2 m' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Save the note' }))
  await screen.findByText('Used: Thread, 2 m')
  fireEvent.click(screen.getByRole('button', { name: 'Complete: next is Sew' }))
  await title('Sew')
  await user.keyboard('u')
  const said = await screen.findByText(/^Taken back: Cut/)
  expect(said.textContent).toBe('Taken back: Cut · Notes stay: Used: Thread, 2 m')
})

test.each([
  {
    where: 'in the middle',
    steps: [
      { id: 1, name: 'Judge', step_type: 'outcome' },
      { id: 2, name: 'Pack' },
    ] as const,
  },
  { where: 'at the end', steps: [{ id: 1, name: 'Judge', step_type: 'outcome' }] as const },
])('who takes a step back $where finds what they filled in', async ({ steps }) => {
  const { user, run } = await play(chain(...steps))
  const stars = () => screen.findByRole('radio', { name: /^4 stars/ })
  await user.click(await stars())
  await user.click(screen.getByRole('button', { name: /^Complete/ }))
  await waitFor(() => expect(run().progress.completed_steps).toBe(1))
  await user.click(await screen.findByRole('button', { name: /^Undo/ }))
  await title('Judge')
  expect(await stars()).toHaveProperty('checked', true)
})
