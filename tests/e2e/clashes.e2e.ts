import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin } from './support/app.ts'
import { deedsOf, historyOf, openPacked, seeSaved } from './support/offline.ts'
import { advance, onward, runOf, visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

/** The same run on another device: what is next there is completed. */
async function completeElsewhere(id: number): Promise<void> {
  const { current_step_id } = await runOf(site.app, id)
  await asAdmin(site.app).executions.complete({ params: { id, step_id: current_step_id! } })
}
const undoInLine = (page: Page) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo', exact: true })

test('Undo beside what was done takes back that, and never what somebody else did since', async () => {
  const { page, id, close } = await visitRun(site, /Box/)
  await advance(page)
  await undoInLine(page).focus()
  await seeSaved(page)
  await completeElsewhere(id)
  await page.getByText(/^Step 3 of \d+$/).waitFor()
  const before = await deedsOf(site.app, id)
  await undoInLine(page).click()
  await page.getByText('Something else has been done since. Only what was done last can be taken back.').waitFor()
  await seeSaved(page)
  expect(await deedsOf(site.app, id)).toEqual(before)
  await close()
})

test('what was done on a way that somebody else ruled out can be kept as a note, and Undo leaves their decision alone', async () => {
  const { page, id, close } = await openPacked(site, /Box/)
  await page.context().setOffline(true)
  await advance(page)
  await advance(page)
  await page.keyboard.press('2')
  await onward(page, () => page.keyboard.press('Enter'))
  await page.getByRole('heading', { level: 1, name: 'Saw and chop the tails' }).waitFor()
  await page.getByLabel('Write a note on this step').fill('the saw wanders')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await advance(page)
  await undoInLine(page).focus()
  await completeElsewhere(id)
  await completeElsewhere(id)
  const { current_step_id, workflow_id } = await runOf(site.app, id)
  const { steps } = await asAdmin(site.app).workflows.get({ params: { id: workflow_id } })
  const [first] = steps.find(step => step.id === current_step_id)?.decision_options ?? []
  await asAdmin(site.app).executions.decide({
    params: { id, step_id: current_step_id! },
    body: { decision_option_id: first?.id ?? 0 },
  })
  await page.context().setOffline(false)
  const noted = page
    .getByRole('note', { name: 'Needs attention' })
    .filter({ hasText: 'Note on “Saw and chop the tails”' })
  await noted.waitFor()
  const before = await deedsOf(site.app, id)
  await undoInLine(page).click()
  await page.getByText('What was to be taken back was not done, so there is nothing to take back.').waitFor()
  expect(await deedsOf(site.app, id)).toEqual(before)
  await noted.getByRole('button', { name: 'Keep as note' }).click()
  await noted.waitFor({ state: 'detached' })
  await expect.poll(async () => (await historyOf(site.app, id)).at(-1)?.action_type).toBe('note')
  const last = (await historyOf(site.app, id)).at(-1)
  expect(last?.step_name).toBe(await page.getByRole('heading', { level: 1 }).innerText())
  expect(JSON.stringify(last?.action_data)).toMatch(/Note on “Saw and chop the tails” .* the saw wanders/)
  // On the bench the run needs the person once, whatever there is to decide on.
  await page.goto('/')
  await page
    .getByText(/: 4 things that you did without a connection found no place in the run\.$/)
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: /found no place in the run\.$/ }).count()).toBe(1)
  await page.goto(`/runs/${id}`)
  await page.getByRole('button', { name: 'Discard all 4' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard', exact: true }).click()
  await page.getByRole('note', { name: 'Needs attention' }).first().waitFor({ state: 'detached' })
  await seeSaved(page)
  await close()
})
