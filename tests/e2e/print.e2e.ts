import { expect, test } from 'vitest'
import { asAdmin, openPage, signIn, templateNamed } from './support/app.ts'
import { headingsOf } from './support/pdf.ts'
import { visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

const a4Margin = 43

test('H08: on paper the box has all its steps and no frame, no title at the foot of a page, and a box beside each material', async () => {
  const box = await templateNamed(site.app, /Wooden Box/)
  const { steps } = await asAdmin(site.app).workflows.get({ params: { id: box.id } })
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/workflows/${box.id}/print`)
  await page.getByRole('table').first().waitFor()
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true })
  const headings = headingsOf(pdf)
  for (const { name } of steps) expect(headings.map(({ title }) => title).join('\n')).toContain(name)
  // Below a title there is room for some lines of its step.
  for (const { title, height } of headings) expect(height, title).toBeGreaterThan(a4Margin + 60)
  await page.emulateMedia({ media: 'print' })
  const printed = await page.locator('body').innerText()
  expect(printed).not.toMatch(/Back to the workflow|What to print/)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  const materials = page.getByRole('table').first().locator('tbody tr')
  expect(await materials.count()).toBeGreaterThan(3)
  expect((await materials.allInnerTexts()).every(row => row.includes('☐'))).toBe(true)
  // There is nothing to press on paper: where options lead is said.
  expect(printed).toMatch(/If Dovetails.*: go to 5 Saw and chop the tails/)
  expect(printed).toContain('If it fails: go to 12 Close gaps and pull it square')
  expect(printed).toContain('Then go back to 11 Check for square and gaps')
  expect(
    await page
      .getByRole('table')
      .first()
      .locator('thead')
      .evaluate(head => getComputedStyle(head).display),
  ).toBe('table-header-group')
  await close()
})

test('H09: printing the player prints the run as a document', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const { workflow_id } = await asAdmin(site.app).executions.get({ params: { id } })
  const { steps } = await asAdmin(site.app).workflows.get({ params: { id: workflow_id } })
  for (const view of ['focus', 'story', 'map']) {
    await page.goto(`/runs/${id}?view=${view}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const titles = async () =>
      headingsOf(await page.pdf({ format: 'A4', tagged: true, outline: true })).map(({ title }) => title)
    // The sheets are there as soon as the run has been read.
    await expect.poll(async () => (await titles()).join('\n'), { timeout: 20_000 }).toContain(steps.at(-1)?.name)
    const printed = (await titles()).join('\n')
    for (const { name } of steps) expect(printed, view).toContain(name)
  }
  // On the screen nothing of it remains.
  expect(await page.locator('[data-print-twin]').count()).toBe(0)
  await close()
})
