import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, signIn } from './support/app.ts'
import { shiftOf, watchShifts } from './support/layout-shift.ts'
import { openRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('P05: nothing moves on its own while a page opens', async () => {
  const { page, close } = await openPage(site, { viewport: { width: 1440, height: 900 } })
  await watchShifts(page)
  await signIn(page, site.app)
  const run = await openRun(page, site.app, /Wallet/)
  const main = page.getByRole('main')
  const rooms: readonly (readonly [path: string, content: Locator])[] = [
    ['/', main.getByText('Begin something new')],
    ['/templates', main.getByText(/\d+ templates/)],
    ['/runs', main.getByText(/^(One|\d+) runs?$/)],
    [`/runs/${run}`, main.getByText(/^Step \d+ of \d+$/)],
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
