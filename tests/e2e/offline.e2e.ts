import type { TestApp } from '@hidesync/server/testing/test-app'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillSignIn, heading, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { begin, complete as completeStep, onward, openRun, playToTheEnd } from './support/player.ts'
import { webDir } from './support/web-dir.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const client = () => app.client(app.admin.token)
const history = async (id: number) =>
  (await client().executions.history({ params: { id }, query: { limit: 100 } })).toReversed()
const deeds = async (id: number) =>
  (await history(id)).map(({ action_type, step_name }) => `${action_type} ${step_name ?? ''}`.trim())
const chip = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first()
/** Fetching what is needed is over, and the server knows. */
async function seeBegun(id: number): Promise<void> {
  await expect.poll(async () => (await deeds(id)).at(-1), { timeout: 10_000 }).toBe('resume')
}
const seeSaved = (page: Page) => chip(page, /^Saved$/).waitFor()
const complete = (page: Page) => onward(page, () => page.keyboard.press('Control+Enter'))

/** These tests are not about what was used up: a step is completed without being asked for it. */
const withoutUsage = (page: Page) =>
  page.context().addInitScript(() => {
    if (localStorage.getItem('hidesync.preferences') === null)
      localStorage.setItem('hidesync.preferences', JSON.stringify({ player: { usage: 'off' } }))
  })

/** The names of the parts of the app that the device keeps. */
const keptParts = (page: Page) =>
  page.evaluate(async () => {
    const keys = await caches.open('parts').then(cache => cache.keys())
    return keys.map(({ url }) => url.replace(/^.*\//, ''))
  })

/** A page that may keep the app, with a run on it. */
async function openPacked(name: RegExp, options: Parameters<typeof openPage>[2] = {}) {
  const visit = await openPage(browser, app, { serviceWorkers: 'allow', ...options })
  await withoutUsage(visit.page)
  await signIn(visit.page, app)
  const id = await openRun(visit.page, app, name)
  // All that runs need is kept together: this is a part of it.
  const isKept = async () => (await keptParts(visit.page)).filter(name => /^(SummaryPage|en)-.*js$/.test(name)).length
  await expect.poll(isKept, { timeout: 20_000 }).toBe(2)
  await seeBegun(id)
  await seeSaved(visit.page)
  return { ...visit, id }
}

test('D01: what is done without a connection is all there after a reload, without a connection still', async () => {
  const { page, id, close } = await openPacked(/Box/)
  const before = await deeds(id)
  await page.context().setOffline(true)
  await page.getByLabel('Write a note on this step').fill('bench is clear')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await chip(page, 'Saved on this device, 1 to send').waitFor()
  await complete(page)
  await complete(page)
  await page.keyboard.press('2')
  await onward(page, () => page.keyboard.press('Enter'))
  await page.keyboard.press('t')
  await page.getByRole('button', { name: /^Timers: one$/ }).waitFor()
  await complete(page)
  await complete(page)
  await complete(page)
  const where = await heading(page)
  await chip(page, 'Saved on this device, 8 to send').waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: where }).waitFor()
  await page.getByRole('button', { name: /^Timers: one$/ }).waitFor()
  await chip(page, 'Saved on this device, 8 to send').waitFor()
  expect(await deeds(id)).toEqual(before)
  await page.context().setOffline(false)
  await seeSaved(page)
  expect((await deeds(id)).slice(before.length).map(deed => deed.split(' ')[0])).toEqual([
    'note',
    'complete',
    'complete',
    'decide',
    'start_timer',
    'complete',
    'complete',
    'complete',
  ])
  await close()
})

test('D02: the wallet is completed on a phone while every answer is lost, and each command counts once, in order', async () => {
  const { page, id, close } = await openPacked(/Wallet/, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const before = (await deeds(id)).length
  let attempts = 0
  await page.route('**/sync', async route => {
    if (attempts++ % 2 === 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  const tap = (name: RegExp | string) => page.getByRole('button', { name }).first().tap()
  const seen = await playToTheEnd(page, {
    decision: async () => {
      await page.getByRole('radiogroup').locator('label').first().tap()
      await tap(/^Choose: /)
    },
    verdict: () => tap('It passes'),
    other: () =>
      completeStep(
        page,
        () => tap(/^(Complete|All gathered|Start:|Start it now)/),
        () => tap('Finish early'),
      ),
  })
  await seeSaved(page)
  const done = (await deeds(id)).slice(before).filter(deed => /^(complete|decide)/.test(deed))
  expect(done.map(deed => deed.replace(/^\w+ /, ''))).toEqual(seen)
  expect(new Set((await history(id)).map(({ sequence }) => sequence)).size).toBe((await history(id)).length)
  expect(attempts).toBeGreaterThan(2)
  await close()
})

test('D03: a tab that is killed while it sends loses nothing, and nothing is done twice', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  const before = (await deeds(id)).length
  await page.route('**/sync', async route => {
    await route.fetch()
    await new Promise(() => undefined)
  })
  await complete(page)
  await complete(page)
  await expect.poll(async () => (await deeds(id)).length).toBeGreaterThan(before)
  const context = page.context()
  await page.close()
  const next = await context.newPage()
  await next.goto(`/runs/${id}`)
  await next.getByText('Step 3 of 12').waitFor()
  await seeSaved(next)
  expect((await deeds(id)).slice(before).map(deed => deed.split(' ')[0])).toEqual(['complete', 'complete'])
  await close()
})

test('D04: of two tabs one sends at a time, and each shows what the other did', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  const before = (await deeds(id)).length
  let under = 0
  let most = 0
  await page.context().route('**/sync', async route => {
    most = Math.max(most, ++under)
    await new Promise(resolve => setTimeout(resolve, 150))
    await route.continue()
    under--
  })
  const other = await page.context().newPage()
  await other.goto(`/runs/${id}`)
  await other.getByText('Step 1 of 12').waitFor()
  await Promise.all([
    page.getByLabel('Write a note on this step').fill('here'),
    other.getByLabel('Write a note on this step').fill('there'),
  ])
  await Promise.all([page, other].map(tab => tab.getByRole('button', { name: 'Save the note' }).click()))
  await complete(page)
  await other.getByText('Step 2 of 12').waitFor()
  await Promise.all([seeSaved(page), seeSaved(other)])
  expect(
    (await deeds(id))
      .slice(before)
      .map(deed => deed.split(' ')[0])
      .toSorted((one = '', two = '') => one.localeCompare(two)),
  ).toEqual(['complete', 'note', 'note'])
  expect(most).toBe(1)
  await close()
})

test('D05: what was done while somebody cancelled the run needs attention, with three ways to go on', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  await page.context().setOffline(true)
  const step = await heading(page)
  await complete(page)
  await client().executions.cancel({ params: { id }, body: { reason: 'no leather' } })
  await page.context().setOffline(false)
  const card = page.getByRole('note', { name: 'Needs attention' }).first()
  await card.waitFor()
  await card.getByText(`Completed “${step}”`).waitFor()
  await card.getByText(/ cancelled the run \(/).waitFor()
  for (const name of ['Keep as note', 'Do it again now', 'Discard'])
    expect(await card.getByRole('button', { name }).isVisible()).toBe(true)
  await page.reload()
  await card.waitFor()
  await card.getByRole('button', { name: 'Keep as note' }).click()
  await card.waitFor({ state: 'detached' })
  await seeSaved(page)
  const note = (await history(id)).findLast(({ action_type }) => action_type === 'note')
  expect(JSON.stringify(note?.action_data)).toContain(`Completed “${step}”`)
  await close()
})

/** The smallest picture. */
const picture = {
  name: 'edge.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
const keptPictures = (page: Page) =>
  page.evaluate(async () => ((await caches.has('photos')) ? (await (await caches.open('photos')).keys()).length : 0))

test('a photo that is refused needs attention until it is taken, and one that waits is told of before one signs out', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  let isRefused = true
  await page.route('**/photos', route =>
    isRefused && route.request().method() === 'POST'
      ? route.fulfill({ status: 409, json: { detail: 'It is full.', code: 'photo.full', request_id: 'x' } })
      : route.continue(),
  )
  const take = () => page.locator('input[type=file]').setInputFiles(picture)
  await take()
  const card = page.getByRole('note', { name: 'Needs attention' }).first()
  await card.getByText('It is full.').waitFor()
  await chip(page, 'Needs attention: 1').waitFor()
  const saved = page.waitForEvent('download')
  await card.getByRole('button', { name: 'Save to the device' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.png$/)
  expect(await card.getByRole('button', { name: 'Discard' }).isVisible()).toBe(true)
  await page.reload()
  await card.waitFor()
  isRefused = false
  await card.getByRole('button', { name: 'Send it again' }).click()
  await card.waitFor({ state: 'detached' })
  await seeSaved(page)
  expect(await client().photos.list({ params: { id } })).toHaveLength(1)
  await expect.poll(() => keptPictures(page)).toBe(1)
  await page.context().setOffline(true)
  await take()
  await chip(page, 'Saved on this device, 1 to send').waitFor()
  await page.getByRole('button', { name: /^Account, look and language/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign out before everything is sent?' })
  await dialog.getByText('1 photo is not sent yet.').waitFor()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await expect.poll(() => keptPictures(page)).toBe(0)
  await page.context().setOffline(false)
  // Somebody else: it is not theirs to see or send.
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST' && request.url().endsWith('/photos')) sent.push(new URL(request.url()).pathname)
  })
  const other = await app.createUser()
  const asOther = app.client(other.token)
  const [template] = await asOther.workflows.templates()
  const { id: theirs } = await asOther.executions.start({ params: { id: template?.id ?? 0 } })
  await signIn(page, app, `/runs/${theirs}`, other)
  await begin(page)
  await take()
  // By then what waited before it would be with the server, too.
  const photos = () => asOther.photos.list({ params: { id: theirs } })
  await expect.poll(async () => (await photos()).length, { timeout: 20_000 }).toBe(1)
  await seeSaved(page)
  expect(sent.map(path => /\/executions\/(\d+)\//.exec(path)?.[1])).toEqual([String(theirs)])
  expect(await client().photos.list({ params: { id } })).toHaveLength(1)
  await close()
})

test('D06: the chip says where things are: saved, offline, on this device, sending, in need of attention', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  await page.context().setOffline(true)
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await chip(page, /^Offline since \d{1,2}:\d{2}$/).waitFor()
  await complete(page)
  await complete(page)
  await chip(page, 'Saved on this device, 2 to send').waitFor()
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/sync', async route => {
    await held
    await route.continue()
  })
  await page.context().setOffline(false)
  await chip(page, 'Sending 1 of 2').waitFor()
  release()
  await seeSaved(page)
  await page.context().setOffline(true)
  await complete(page)
  await client().executions.cancel({ params: { id }, body: { reason: null } })
  await page.context().setOffline(false)
  await chip(page, 'Needs attention: 1').waitFor()
  await page.getByRole('button', { name: /^Needs attention: 1\./ }).click()
  await page.getByRole('dialog', { name: 'What this device keeps' }).getByRole('button', { name: 'Discard' }).click()
  await page.keyboard.press('Escape')
  await seeSaved(page)
  expect((await deeds(id)).at(-1)).toBe('cancel')
  await close()
})

test('D07: a session that ended keeps the queue, and signing in again sends it', async () => {
  const { page, complaints, close } = await openPage(browser, app, { serviceWorkers: 'allow' })
  const person = await app.createUser()
  await withoutUsage(page)
  await signIn(page, app, '/', person)
  const id = await openRun(page, app, /Wallet/)
  await seeBegun(id)
  await seeSaved(page)
  const before = (await deeds(id)).length
  await page.context().setOffline(true)
  await complete(page)
  await page.context().clearCookies()
  let isRefused = true
  await page.route('**/sync', route =>
    isRefused
      ? route.fulfill({ status: 401, json: { detail: 'Sign in.', code: 'auth.required', request_id: 'x' } })
      : route.continue(),
  )
  await page.context().setOffline(false)
  const dialog = page.getByRole('alertdialog', { name: 'Please sign in again' })
  await dialog.waitFor()
  expect((await deeds(id)).slice(before)).toEqual([])
  isRefused = false
  await fillSignIn(dialog, person)
  await seeSaved(page)
  expect((await deeds(id)).length).toBe(before + 1)
  expect(complaints).toEqual([])
  await close()
})

test('D08: a day without a connection lets nothing expire', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  const before = (await deeds(id)).length
  await page.context().setOffline(true)
  await complete(page)
  await page.clock.install()
  await page.clock.fastForward('24:00:00')
  await page.reload()
  await page.getByText('Step 2 of 12').waitFor()
  await chip(page, 'Saved on this device, 1 to send').waitFor()
  await complete(page)
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.clock.runFor(60_000)
  await seeSaved(page)
  expect((await deeds(id)).slice(before).map(deed => deed.split(' ')[0])).toEqual(['complete', 'complete'])
  await close()
})

test('D09: a new version says so, nothing reloads until somebody wants it, and then every tab where nothing is half done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hidesync-update-'))
  // Without what is packed beside it: the worker is changed below.
  cpSync(webDir, folder, { recursive: true, filter: file => !/\.(br|gz)$/.test(file) })
  // Another version to be, whose English has another name.
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  const [english = ''] = /(?<=\/assets\/)en-[^/]{8}\.js/.exec(worker) ?? []
  cpSync(join(folder, 'assets', english), join(folder, 'assets/en-newer_en.js'))
  const own = await startApp({ config: { webDir: folder } })
  const { page, close } = await openPage(browser, own, { serviceWorkers: 'allow' })
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
  writeFileSync(join(folder, 'sw.js'), worker.replace(english, 'en-newer_en.js'))
  await page.evaluate(() =>
    navigator.serviceWorker
      .getRegistration()
      .then(worker => worker?.update())
      .then(() => undefined),
  )
  await page.getByText('New version').waitFor()
  // What was in use before is there before anybody takes it.
  expect(await keptParts(page)).toEqual(expect.arrayContaining(['en-newer_en.js', english]))
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

test('D10: without a connection what is not on this device says so, and leads to what is', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  const other = await client().executions.start({ params: { id: (await client().workflows.templates())[0]!.id } })
  await page.context().setOffline(true)
  await page.goto(`/runs/${other.id}`)
  await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor()
  await page.getByText(/^This needs a connection: it is not on this device/).waitFor()
  await page.getByRole('link', { name: new RegExp(`run ${id}$`) }).click()
  await page.getByText('Step 1 of 12').waitFor()
  await complete(page)
  await chip(page, 'Saved on this device, 1 to send').waitFor()
  expect(page.url()).toMatch(new RegExp(`/runs/${id}$`))
  await close()
})

test('D11: on a plain address the app works and names the four features that are missing', async () => {
  const plain = await launchBrowser(['--host-resolver-rules=MAP bench.test 127.0.0.1'])
  const { page, complaints, close } = await openPage(plain, app, {
    baseURL: app.url.replace('127.0.0.1', 'bench.test'),
    serviceWorkers: 'allow',
  })
  await withoutUsage(page)
  await signIn(page, app)
  const notice = page.getByRole('note').filter({ hasText: 'This address is not secure' })
  await notice.waitFor()
  for (const missing of ['offline', 'screen on', 'notifications', 'voice'])
    expect(await notice.innerText()).toContain(missing)
  expect(await notice.getByRole('link').getAttribute('href')).toBe('/help#address')
  const id = await openRun(page, app, /Wallet/)
  expect(await page.evaluate(() => [window.isSecureContext, 'locks' in navigator])).toEqual([false, false])
  await seeBegun(id)
  const before = (await deeds(id)).length
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
  expect((await deeds(id)).length).toBe(before + 1)
  await page.getByRole('button', { name: 'All right' }).click()
  await page.reload()
  await page.getByText('Step 2 of 12').waitFor()
  expect(await notice.isVisible()).toBe(false)
  expect(complaints).toEqual([])
  await close()
  await plain.close()
})

test('the app opens without a connection in the language that one reads, and keeps no other', async () => {
  const { page, close } = await openPage(browser, app, { serviceWorkers: 'allow', locale: 'de-DE' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  const texts = async () => (await keptParts(page)).filter(name => /^(ar|de|en|es|fr)-[^/]{8}\.js$/.test(name))
  await expect.poll(async () => (await texts()).map(name => name.slice(0, 2)), { timeout: 20_000 }).toEqual(['de'])
  await page.context().setOffline(true)
  await page.reload()
  await page.locator('html[lang^=de]').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  await close()
})

test('C08: completing shows its effect at once while the server takes three seconds, and then agrees', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  await page.route('**/sync', async route => {
    await new Promise(resolve => setTimeout(resolve, 3000))
    await route.continue()
  })
  const before = (await deeds(id)).length
  const took = async () => {
    await page.evaluate(() => {
      const title = document.querySelector('h1')?.textContent
      const times = { began: 0, took: 0 }
      Object.assign(window, { times })
      window.addEventListener('keydown', () => (times.began ||= performance.now()), { capture: true })
      new MutationObserver((_, observer) => {
        if (document.querySelector('h1')?.textContent === title) return
        observer.disconnect()
        times.took = performance.now() - times.began
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    await complete(page)
    return await page.evaluate(() => (window as unknown as { times: { took: number } }).times.took)
  }
  // The best of three: the machine may be busy with something else.
  expect(Math.min(await took(), await took(), await took())).toBeLessThan(100)
  expect((await deeds(id)).length).toBe(before)
  await page.getByText('Step 4 of 12').waitFor()
  await seeSaved(page)
  expect((await deeds(id)).length).toBe(before + 3)
  await page.getByText('Step 4 of 12').waitFor()
  await close()
})

test('C09: a reload in the middle of a step brings back step, ticks, note, peek and timers', async () => {
  const { page, id, close } = await openPacked(/Wallet/)
  await complete(page)
  await page.locator('label:has(input[type=checkbox])').first().click()
  await page.getByLabel('Write a note on this step').fill('half a no')
  await page.keyboard.press('Escape')
  await page.locator('h1').click()
  await page.keyboard.press('t')
  await page.getByRole('button', { name: /^Timers: one$/ }).waitFor()
  await page.keyboard.press('n')
  await page.getByText(/^You are looking at step 3\. The run is at step 2\./).waitFor()
  await page.reload()
  await page.getByText(/^You are looking at step 3\. The run is at step 2\./).waitFor()
  await page.getByRole('button', { name: 'Return' }).first().click()
  await page.getByText('Step 2 of 12').waitFor()
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  expect(await page.getByLabel('Write a note on this step').inputValue()).toBe('half a no')
  await page.getByRole('button', { name: /^Timers: one$/ }).waitFor()
  expect((await client().executions.get({ params: { id } })).timers).toHaveLength(1)
  await close()
})

test('P13: a repeated visit shows the shell without the network, not much later than a bare page', async () => {
  const { page, close } = await openPacked(/Wallet/)
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
  const median = async (visit: () => Promise<number>) => {
    const all = [await visit(), await visit(), await visit()]
    return all.toSorted((one, two) => one - two)[1]!
  }
  const bare = await openPage(browser, app)
  const styles = await bare.page.request.get('/layers.css').then(answer => answer.text())
  await bare.page.route('**/__ref.html', route =>
    route.fulfill({ contentType: 'text/html', body: `<style>${styles}</style><h1>Reference</h1><p>A paragraph.</p>` }),
  )
  const reference = await median(async () => {
    await bare.page.goto('/__ref.html')
    return await lcp(bare.page)
  })
  await page.context().setOffline(true)
  const ours = await median(async () => {
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    return await lcp(page)
  })
  // Measured 6 on two busy cores, where the app is drawn by software; the bare page has no script at all.
  expect(ours / reference).toBeLessThanOrEqual(8)
  await bare.close()
  await close()
})
