import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { chip, complete, deedsOf, keptParts, openPacked, seeBegun, seeSaved, withoutUsage } from './support/offline.ts'
import { openRun } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { webDir } from './support/web-dir.ts'

const site = provideSite()

test('D09: a new version says so, nothing reloads until somebody wants it, and then every tab where nothing is half done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hidesync-update-'))
  // Without what is packed beside it: the worker is changed below.
  cpSync(webDir, folder, { recursive: true, filter: file => !/\.(br|gz)$/.test(file) })
  // Another version to be, whose English has another name.
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  const [english = ''] = /(?<=\/assets\/)app\.en-[^/]{8}\.js/.exec(worker) ?? []
  cpSync(join(folder, 'assets', english), join(folder, 'assets/app.en-newer_en.js'))
  const own = await startApp({ config: { webDir: folder } })
  const { page, close } = await openPage({ ...site, app: own }, { serviceWorkers: 'allow' })
  await withoutUsage(page)
  await signIn(page, own)
  await openRun(page, own, /Wallet/)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const [second, typing] = [await page.context().newPage(), await page.context().newPage()]
  for (const tab of [second, typing]) {
    await tab.goto(new URL('/', page.url()).href)
    await tab.getByRole('navigation', { name: 'Main' }).waitFor()
  }
  await typing.keyboard.press('Control+k')
  await typing.getByRole('dialog').waitFor()
  for (const tab of [page, second, typing]) await tab.evaluate(() => Object.assign(window, { sameDocument: true }))
  writeFileSync(join(folder, 'sw.js'), worker.replace(english, 'app.en-newer_en.js'))
  await page.evaluate(() =>
    navigator.serviceWorker
      .getRegistration()
      .then(worker => worker?.update())
      .then(() => undefined),
  )
  await page.getByText('New version').waitFor()
  // What was in use before is there before anybody takes it.
  expect(await keptParts(page)).toEqual(expect.arrayContaining(['app.en-newer_en.js', english]))
  await complete(page)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await page.getByRole('button', { name: 'Reload' }).click()
  await page.waitForFunction(() => !('sameDocument' in window))
  await page.getByText('Step 2 of 12').waitFor()
  await page.getByText('New version').waitFor({ state: 'detached' })
  await second.waitForFunction(() => !('sameDocument' in window))
  await typing.getByText(/^Another tab has taken the new version/).waitFor()
  expect(await typing.evaluate(() => 'sameDocument' in window)).toBe(true)
  await typing.keyboard.press('Escape')
  await typing.getByRole('button', { name: 'Reload' }).click()
  await typing.waitForFunction(() => !('sameDocument' in window))
  await close()
  await own.close()
})

test('D11: on a plain address the app works and names the four features that are missing', async () => {
  const plain = await launchBrowser(['--host-resolver-rules=MAP bench.test 127.0.0.1'])
  const { page, complaints, close } = await openPage(
    { ...site, browser: plain },
    {
      baseURL: site.app.url.replace('127.0.0.1', 'bench.test'),
      serviceWorkers: 'allow',
    },
  )
  await withoutUsage(page)
  await signIn(page, site.app)
  const notice = page.getByRole('note').filter({ hasText: 'This address is not secure' })
  await notice.waitFor()
  for (const missing of ['offline', 'screen on', 'notifications', 'voice'])
    expect(await notice.innerText()).toContain(missing)
  expect(await notice.getByRole('link').getAttribute('href')).toBe('/help#address')
  const id = await openRun(page, site.app, /Wallet/)
  expect(await page.evaluate(() => [window.isSecureContext, 'locks' in navigator])).toEqual([false, false])
  await seeBegun(site.app, id)
  const before = (await deedsOf(site.app, id)).length
  await page.context().setOffline(true)
  await complete(page)
  await chip(page, 'Saved on this device, 1 to send').waitFor()
  // Nothing keeps the parts of the app here: what one looks for without a connection came with the run.
  await page.getByRole('button', { name: /^Saved on this device, 1 to send/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send now' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await page.getByRole('log').waitFor()
  await page.context().setOffline(false)
  await seeSaved(page)
  expect((await deedsOf(site.app, id)).length).toBe(before + 1)
  await page.getByRole('button', { name: 'All right' }).click()
  await page.reload()
  await page.getByText('Step 2 of 12').waitFor()
  expect(await notice.isVisible()).toBe(false)
  expect(complaints).toEqual([])

  // A room that was never opened cannot be fetched now. Nothing keeps the app here, so it stays, with the way back to the run.
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Back to all runs' }).click()
  await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor()
  await page.getByRole('alert').getByText('The server could not be reached.').waitFor()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.getByRole('link', { name: new RegExp(`run ${id}$`) }).click()
  await page.getByText('Step 2 of 12').waitFor()
  await page.getByRole('link', { name: 'Back to all runs' }).click()
  await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
  await close()
  await plain.close()
})

test('the app opens without a connection in the language that one reads, and keeps no other', async () => {
  const { page, close } = await openPage(site, { serviceWorkers: 'allow', locale: 'de-DE' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  const texts = async () => (await keptParts(page)).flatMap(name => /^\w+\.\w\w(?=-[^/]{8}\.js$)/.exec(name) ?? [])
  // What every page says, and what the bench says.
  await expect.poll(async () => (await texts()).toSorted(), { timeout: 20_000 }).toEqual(['app.de', 'bench.de'])
  await page.context().setOffline(true)
  await page.reload()
  await page.locator('html[lang^=de]').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  await close()
})

test('P13: a repeated visit shows the shell without the network, not much later than a bare page', async () => {
  const { page, close } = await openPacked(site, /Wallet/)
  const lcp = (tab: Page) =>
    tab.evaluate(
      () =>
        new Promise<number>(resolve =>
          new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? Infinity)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          }),
        ),
    )
  const bare = await openPage(site)
  const styles = await bare.page.request.get('/layers.css').then(answer => answer.text())
  await bare.page.route('**/__ref.html', route =>
    route.fulfill({ contentType: 'text/html', body: `<style>${styles}</style><h1>Reference</h1><p>A paragraph.</p>` }),
  )
  await page.context().setOffline(true)
  // By turns, and the best of each: what else the machine does takes from both.
  const best = { reference: Infinity, ours: Infinity }
  for (let round = 0; round < 5; round++) {
    await bare.page.goto('/__ref.html')
    best.reference = Math.min(best.reference, await lcp(bare.page))
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    best.ours = Math.min(best.ours, await lcp(page))
  }
  // Measured 6 on two busy cores, where the app is drawn by software; the bare page has no script at all.
  expect(best.ours / best.reference).toBeLessThanOrEqual(8)
  await bare.close()
  await close()
})
