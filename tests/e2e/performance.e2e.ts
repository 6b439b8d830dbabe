import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, openPage, signIn } from './support/app.ts'
import { shiftOf, watchShifts } from './support/layout-shift.ts'
import { openRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test.each([
  ['a desk', { width: 1440, height: 900 }],
  ['a tablet', { width: 820, height: 1180 }],
  ['a phone', { width: 390, height: 844 }],
])('P05: nothing moves on its own while a page opens on %s', async (_, viewport) => {
  const { page, close } = await openPage(site, { viewport })
  await watchShifts(page)
  await signIn(page, site.app)
  const run = await openRun(page, site.app, /Wallet/)
  const [template] = await asAdmin(site.app).workflows.templates()
  const main = page.getByRole('main')
  const rooms: readonly (readonly [path: string, content: Locator])[] = [
    ['/', main.getByText('Begin something new')],
    ['/templates', main.getByText(/\d+ templates/)],
    ['/runs', main.getByText(/^(One|\d+) runs?$/)],
    [`/templates/${template?.id}`, main.getByRole('heading', { name: 'What others say' })],
    [`/workflows/${template?.id}/plan`, main.getByText('What to gather')],
    [`/runs/${run}`, main.getByText(/^Step \d+ of \d+$/)],
    [`/runs/${run}?view=story`, main.getByText(/^Step \d+ of \d+$/)],
    [`/runs/${run}?view=map`, main.locator('.react-flow__edge-path, [data-step]')],
    ['/workflows', main.getByRole('checkbox')],
    ['/import', main.getByText('Drop a file here')],
    ['/settings/appearance', main.getByLabel('Text size')],
    ['/settings/player', main.getByRole('checkbox')],
    ['/help', main.getByRole('heading', { level: 2 })],
  ]
  for (const [path, content] of rooms) {
    await page.goto(path)
    await content.first().waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    expect(await shiftOf(page), path).toBeLessThanOrEqual(0.02)
  }
  await close()
})
