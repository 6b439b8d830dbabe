import type { OfflineRequest } from '@hidesync/domain/executions/offline/queued-command'
import type { StepResource } from '@hidesync/domain/workflows/definition'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import { visit } from '../../testing/render-app.tsx'
import { smallWorkflow } from '../../testing/small-workflow.ts'

const caller = { token: '', ifMatch: null, idempotencyKey: null }

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

/** The player on a fresh run, which another device works on, too. */
async function play(steps: Parameters<typeof smallWorkflow>[0], ways?: Parameters<typeof smallWorkflow>[1]) {
  const next = steps.slice(1).map((step, index) => ({ source_step_id: steps[index]!.id, target_step_id: step.id }))
  const { fetch, handlers } = createFakeApi({ workflows: [smallWorkflow(steps, ways ?? next)] })
  handlers.executions.start({ params: { id: 1 } }, caller)
  const run = () => handlers.executions.get({ params: { id: 1 } }, caller)
  const visited = visit('/runs/1', fetch)
  const begin = await screen.findByRole('button', { name: /^(Begin|Complete|All gathered|It passes)/ })
  const isGathering = begin.textContent === 'Begin'
  if (isGathering) fireEvent.click(begin)
  await screen.findByText(/^Step 1 of/)
  // The clock stood still while one laid out what is needed.
  await waitFor(() => expect(run().state.sequence).toBe(isGathering ? 3 : 1))
  let deeds = 0
  /** Another device does something, and this one hears of it. */
  const elsewhere = (request: OfflineRequest) =>
    act(async () => {
      const commands = [{ key: `elsewhere ${deeds++}`, at: Date.now(), request }]
      handlers.offline.sync({ params: { id: 1 }, body: { commands } }, caller)
      window.dispatchEvent(new Event('visibilitychange'))
      await Promise.resolve()
    })
  const notesOf = (step: number) => run().step_executions?.find(({ step_id }) => step_id === step)?.notes ?? null
  return { ...visited, run, elsewhere, notesOf }
}

const completeCut = { type: 'complete', step_id: 1 } as const
const toRun = () => within(screen.getByRole('main')).getByRole('button', { name: 'Return' })
const noteField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Write a note/ })
const title = (name: string) => screen.findByRole('heading', { level: 1, name })
const statuses = ({ step_executions = [] }: { step_executions?: readonly { status: string }[] | undefined }) =>
  step_executions.map(({ status }) => status).filter(status => status !== 'pending')

async function choose(user: Awaited<ReturnType<typeof play>>['user'], entry: string) {
  await user.click(screen.getByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: entry }))
  return await screen.findByRole('dialog')
}

const sew = { id: 2, name: 'Sew', step_type: 'time', estimated_duration: 30, resources: [leather] } as const
const rest = { id: 3, name: 'Burnish' }
const pressComplete = async ({ user }: Awaited<ReturnType<typeof play>>) => {
  await user.click(screen.getByRole('button', { name: /^Complete/ }))
  return await screen.findByRole('dialog')
}

test.each([
  {
    dialog: 'what it used',
    first: { id: 1, name: 'Cut', resources: [leather] },
    open: pressComplete,
    word: '“Cut” was completed elsewhere meanwhile. Nothing was recorded twice. The amounts that you filled in were not recorded.',
  },
  {
    dialog: 'finishing early',
    first: { id: 1, name: 'Glue', step_type: 'time', estimated_duration: 30 } as const,
    open: pressComplete,
    word: '“Glue” was completed elsewhere meanwhile. Nothing was recorded twice.',
  },
  {
    dialog: 'what went wrong',
    first: { id: 1, name: 'Cut' },
    open: (played: Awaited<ReturnType<typeof play>>) => choose(played.user, 'Something went wrong'),
    word: '“Cut” was completed elsewhere meanwhile. Nothing was recorded twice.',
  },
  {
    dialog: 'skipping',
    first: { id: 1, name: 'Cut' },
    open: (played: Awaited<ReturnType<typeof play>>) => choose(played.user, 'Skip this step'),
    word: '“Cut” was completed elsewhere meanwhile. Nothing was recorded twice.',
  },
  {
    dialog: 'a check that failed',
    first: { id: 1, name: 'Inspect', step_type: 'quality_check' } as const,
    open: async ({ user }: Awaited<ReturnType<typeof play>>) => {
      await user.click(screen.getByRole('button', { name: 'It does not pass' }))
      return await screen.findByRole('alertdialog')
    },
    word: '“Inspect” was completed elsewhere meanwhile. Nothing was recorded twice.',
  },
])('the question about $dialog closes with a word once its step is done elsewhere', async ({ first, open, word }) => {
  const played = await play([first, sew, rest])
  const dialog = await open(played)
  await played.elsewhere({ type: 'complete', step_id: 1, override: true, data: { verdict: 'pass' } })
  await title('Sew')
  await screen.findByText(word)
  await waitFor(() => expect(dialog.isConnected).toBe(false))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(statuses(played.run())).toEqual(['completed', 'active'])
})

/** Two steps that are open side by side once the first is done. */
const sideBySide = async () => {
  const played = await play(
    [
      { id: 1, name: 'Cut' },
      { id: 2, name: 'Dye' },
      { id: 3, name: 'Skive' },
    ],
    [
      { source_step_id: 1, target_step_id: 2, connection_type: 'parallel' },
      { source_step_id: 1, target_step_id: 3, connection_type: 'parallel' },
    ],
  )
  await played.user.click(screen.getByRole('button', { name: /^Complete/ }))
  await title('Dye')
  return played
}
const lookAtSkive = { type: 'navigate', step_id: 3 } as const

test('the question about a step stays with it while the run is taken to another that is open, too', async () => {
  const played = await sideBySide()
  const dialog = await choose(played.user, 'Skip this step')
  await played.elsewhere(lookAtSkive)
  await waitFor(() => expect(played.run().state.current_step_id).toBe(3))
  await played.user.click(within(dialog).getByRole('button', { name: 'Skip it' }))
  await title('Skive')
  await waitFor(() => expect(statuses(played.run())).toEqual(['completed', 'skipped', 'active']))
})

test('the reason that was written waits as a note on the step that was done elsewhere meanwhile', async () => {
  const played = await play([{ id: 1, name: 'Cut' }, rest])
  const dialog = await choose(played.user, 'Something went wrong')
  await played.user.type(within(dialog).getByRole('textbox'), 'cut too short')
  await played.elsewhere(completeCut)
  await played.user.click(await screen.findByRole('button', { name: 'Show the note' }))
  await title('Cut')
  expect(noteField().value).toBe('cut too short')
  await played.user.click(screen.getByRole('button', { name: 'Save the note' }))
  await waitFor(() => expect(played.notesOf(1)).toBe('cut too short'))
  expect(statuses(played.run())).toEqual(['completed', 'active'])
})

test('a problem is one of the step on which it arose, also when that is done elsewhere before it is reported', async () => {
  const played = await play([{ id: 1, name: 'Cut' }, rest])
  const dialog = await choose(played.user, 'Report a problem')
  await played.user.type(within(dialog).getByRole('textbox'), 'the blade snapped')
  await played.elsewhere(completeCut)
  await within(dialog).findByText('The run has moved on meanwhile. What you report goes to “Cut”.')
  await played.user.click(within(dialog).getByRole('button', { name: 'Report' }))
  await waitFor(() => expect(played.run().status).toBe('paused'))
  expect(played.notesOf(1)).toContain('the blade snapped')
  expect(played.notesOf(3)).toBeNull()
})

test.each([
  { where: 'done', begin: () => play([{ id: 1, name: 'Cut' }, rest]), step: 1, name: 'Cut', deed: completeCut },
  { where: 'left for another', begin: sideBySide, step: 2, name: 'Dye', deed: lookAtSkive },
])('who writes a note on a step that is $where elsewhere stays there until they return', async expected => {
  const played = await expected.begin()
  const { user } = played
  await user.type(await screen.findByLabelText('Write a note on this step'), 'edge ')
  const before = noteField()
  await played.elsewhere(expected.deed)
  await screen.findByText(/^You are looking at step/)
  await user.keyboard('was dry')
  expect(document.activeElement).toBe(before)
  expect(noteField().value).toBe('edge was dry')
  await title(expected.name)
  await user.click(screen.getByRole('button', { name: 'Save the note' }))
  await waitFor(() => expect(played.notesOf(expected.step)).toBe('edge was dry'))
  await user.click(toRun())
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: expected.name })).toBeNull())
  expect(noteField().value).toBe('')
})

test('a note that was begun on a step and left there is found on it again', async () => {
  const played = await play([{ id: 1, name: 'Cut' }, rest])
  const { user } = played
  await user.type(await screen.findByLabelText('Write a note on this step'), 'edge was dry')
  await played.elsewhere(completeCut)
  await screen.findByText(/^You are looking at step/)
  await user.click(toRun())
  await title('Burnish')
  expect(noteField().value).toBe('')
  await user.click(screen.getByRole('button', { name: 'Look at the step before' }))
  await title('Cut')
  expect(noteField().value).toBe('edge was dry')
  expect(screen.getByText(/^Saved on this device only/)).toBeTruthy()
})
