import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { alternate } from '../../bench/compare.ts'
import { asAdmin, fillSignIn, heading, openPage, signIn } from './support/app.ts'
import {
  chip,
  complete,
  deedsOf,
  historyOf,
  openPacked as openPackedOn,
  seeBegun,
  seeSaved,
  withoutUsage,
} from './support/offline.ts'
import { changeAfter } from './support/measures.ts'
import { begin, complete as completeStep, onward, openRun, playToTheEnd } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

const client = () => asAdmin(site.app)
const history = (id: number) => historyOf(site.app, id)
const deeds = (id: number) => deedsOf(site.app, id)
const openPacked = (name: RegExp, options?: BrowserContextOptions) => openPackedOn(site, name, options)

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
  const other = await site.app.createUser()
  const asOther = site.app.client(other.token)
  const [template] = await asOther.workflows.templates()
  const { id: theirs } = await asOther.executions.start({ params: { id: template?.id ?? 0 } })
  await signIn(page, site.app, `/runs/${theirs}`, other)
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
  const { page, complaints, close } = await openPage(site, { serviceWorkers: 'allow' })
  const person = await site.app.createUser()
  await withoutUsage(page)
  await signIn(page, site.app, '/', person)
  const id = await openRun(page, site.app, /Wallet/)
  await seeBegun(site.app, id)
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

test.each([
  // As with site data blocked, and as with files that are broken.
  ['refuses', () => Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true })],
  [
    'cannot open',
    () => {
      const open = indexedDB.open.bind(indexedDB)
      // Older than what is there already, which is as good a reason as any.
      open('hidesync', 9)
      open('hidesync-photos', 9)
    },
  ],
] as const)(
  'where the browser %s its storage a run is played all the same, and the page says what is lost with it',
  async (_, spoil) => {
    const { page, complaints, close } = await openPage(site)
    await page.addInitScript(spoil)
    await withoutUsage(page)
    await signIn(page, site.app)
    const id = await openRun(page, site.app, /Wallet/)
    await page
      .getByRole('note')
      .getByText(/^This browser keeps nothing on this device/)
      .waitFor()
    await complete(page)
    await seeSaved(page)
    expect((await deeds(id)).at(-1)).toMatch(/^complete /)
    await page.context().setOffline(true)
    await complete(page)
    await chip(page, 'Not sent yet: 1').waitFor()
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    expect((await asked).type()).toBe('beforeunload')
    await (await asked).dismiss()
    await page.context().setOffline(false)
    await seeSaved(page)
    expect((await deeds(id)).filter(deed => deed.startsWith('complete'))).toHaveLength(2)
    expect(complaints).toEqual([])
    await close()
  },
)

test('C08: completing shows its effect as soon while the server takes three seconds, and then agrees', async () => {
  const [slow, quick] = [await openPacked(/Wallet/), await openPacked(/Wallet/)]
  const { page, id } = slow
  // Three seconds at least: the server hears of nothing before all three steps have been completed.
  let answer = () => {}
  const completed = new Promise<void>(resolve => (answer = resolve))
  await page.route('**/sync', async route => {
    await Promise.all([completed, new Promise(resolve => setTimeout(resolve, 3000))])
    await route.continue()
  })
  const before = (await deeds(id)).length
  const completing = (where: Page) => changeAfter(where, () => complete(where), { select: 'h1' })
  const { lowest } = await alternate(3, { product: () => completing(page), bare: () => completing(quick.page) })
  expect((await deeds(id)).length).toBe(before)
  expect(lowest).toBeLessThan(3)
  await page.getByText('Step 4 of 12').waitFor()
  answer()
  await seeSaved(page)
  expect((await deeds(id)).length).toBe(before + 3)
  await page.getByText('Step 4 of 12').waitFor()
  await slow.close()
  await quick.close()
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
