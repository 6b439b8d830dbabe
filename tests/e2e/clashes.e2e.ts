import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin } from './support/app.ts'
import { deedsOf, seeSaved } from './support/offline.ts'
import { advance, runOf, visitRun } from './support/player.ts'
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
  await page.getByText('Something else has been done since, so this can no longer be taken back on its own.').waitFor()
  await seeSaved(page)
  expect(await deedsOf(site.app, id)).toEqual(before)
  await close()
})
