import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, openPage, signIn } from './support/app.ts'
import { answers, growLog, openLongLog, paints, scrolling } from './support/figures.ts'
import { watchPaints, withPlainPage } from './support/measures.ts'
import { openRun } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { webDir } from './support/web-dir.ts'

// Each figure is taken beside that of a plain page, one right after the other. The best round counts: what disturbs a machine makes
// single rounds slow, what is slow makes all of them slow. The medians and the aims are told by `npm run bench`.
const rounds = 5
/** Other tests keep the machine busy meanwhile, and the plain page's answer is told in steps that hide it: a fault costs more than this. */
const whileBusy = 2

const measured = withPlainPage(webDir)
afterAll(() => measured.remove())
const site = provideSite({ config: { webDir: measured.webDir } })
let page: Page
let run: number
beforeAll(async () => {
  ;({ page } = await openPage(site, { viewport: { width: 1440, height: 900 } }))
  await watchPaints(page)
  await signIn(page, site.app)
  run = await openRun(page, site.app, /Wallet/)
})

test('P03: the largest paint of the bench, the gallery and the player comes soon after that of a plain page', async () => {
  for (const { name, limit, take } of paints(page, run))
    expect((await take(rounds)).lowest, name).toBeLessThanOrEqual(limit * whileBusy)
})

test('P04: what one does is answered nearly as soon as a plain button does', async () => {
  for (const { name, limit, take } of answers(page, run))
    expect((await take(rounds)).lowest, name).toBeLessThanOrEqual(limit * whileBusy)
})

test('P12: a log of 5,000 entries scrolls as smoothly as nothing at all, and draws what is near alone', async () => {
  await growLog(asAdmin(site.app), run)
  const log = await openLongLog(page, run)
  const { limit, take } = scrolling(page)
  expect((await take(rounds)).lowest).toBeLessThanOrEqual(limit)
  expect(await page.locator('*').count()).toBeLessThan(3_000)
  expect(await log.evaluate(box => box.scrollHeight / box.clientHeight)).toBeGreaterThan(50)
})
