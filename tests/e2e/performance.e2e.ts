import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { shiftOf, watchShifts } from './support/layout-shift.ts'
import { openRun } from './support/player.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

test('P05: nothing moves on its own while a page opens', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1440, height: 900 } })
  await watchShifts(page)
  await signIn(page, app)
  const run = await openRun(page, app, /Wallet/)
  const rooms: readonly (readonly [string, string | RegExp])[] = [
    ['/', 'Begin something new'],
    ['/templates', /\d+ templates/],
    [`/runs/${run}`, /^Step \d+ of \d+$/],
    ['/workflows', 'Workflows'],
    ['/settings/appearance', 'Text size'],
    ['/help', 'Help'],
  ]
  for (const [path, text] of rooms) {
    await page.goto(path)
    await page.getByText(text).first().waitFor()
    expect(await shiftOf(page), path).toBeLessThanOrEqual(0.02)
  }
  await close()
})
