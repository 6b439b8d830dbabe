import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn, type Visit } from './support/app.ts'
import { shiftOf, watchShifts } from './support/layout-shift.ts'
import { visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { tabRound } from './support/tab-stops.ts'

const site = provideSite()
let visit: Visit
let page: Page
beforeAll(async () => {
  visit = await openPage(site)
  page = visit.page
  await signIn(page, site.app)
})
afterEach(async () => {
  if (visit.complaints.length > 0) throw new Error(`The page complained: ${visit.complaints.splice(0).join(' ')}`)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.evaluate(() => localStorage.removeItem('hidesync.preferences'))
})

const rooms = [
  '/',
  '/templates',
  '/workflows',
  '/runs',
  '/settings',
  '/settings/profile',
  '/settings/appearance',
  '/settings/language',
  '/settings/player',
  '/settings/shortcuts',
  '/settings/timers',
  '/settings/devices',
  '/help',
  '/help/shortcuts',
  '/nowhere',
] as const

const settled = async (path: string) => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
}

/** Sets a part of what the person likes, as the settings keep it, and opens the page with it. */
const withPreferences = async (path: string, liked: object) => {
  await page.evaluate(value => localStorage.setItem('hidesync.preferences', JSON.stringify(value)), liked)
  await settled(path)
}

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement
    return element === null || element === document.body
      ? ''
      : element.getAttribute('aria-label') || element.textContent
  })

test('A03: every room has one heading of the first level, one main part, named navigation, and skips no level', async () => {
  for (const path of rooms) {
    await settled(path)
    const outline = await page.evaluate(() => ({
      levels: Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), element => Number(element.tagName[1])),
      mains: document.querySelectorAll('main').length,
      unnamed: Array.from(document.querySelectorAll('nav')).filter(nav => !nav.getAttribute('aria-label')).length,
    }))
    const skipped = outline.levels.filter((level, index) => level > (outline.levels[index - 1] ?? 0) + 1)
    expect({ path, ones: outline.levels.filter(level => level === 1).length, skipped, ...outline }).toEqual({
      path,
      ones: 1,
      skipped: [],
      levels: outline.levels,
      mains: 1,
      unnamed: 0,
    })
  }
})

async function expectRound(where: Page, name: string): Promise<void> {
  const { wanted, missed } = await tabRound(where)
  expect(missed, name).toEqual([])
  expect(wanted, name).toBeGreaterThan(10)
}

test('A06: Tab reaches every control of a room, and comes round again', { timeout: 120_000 }, async () => {
  const client = asAdmin(site.app)
  const [template] = await client.workflows.templates()
  const run = await client.executions.start({ params: { id: template!.id } })
  const paths = [
    '/',
    '/templates',
    `/templates/${template!.id}`,
    `/workflows/${template!.id}/plan`,
    '/workflows',
    '/runs',
  ]
  for (const path of [...paths, '/import', '/settings', '/settings/appearance', '/settings/profile', '/help']) {
    await settled(path)
    await page.getByRole('main').locator('a, button, input').first().waitFor()
    await expectRound(page, path)
  }
  await page.goto(`/runs/${run.id}`)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await expectRound(page, 'what to have ready')
  const { page: player, id, close } = await visitRun(site, /Wallet/)
  for (const view of ['focus', 'story', 'map']) {
    await player.goto(`/runs/${id}?view=${view}`)
    await player.getByRole('heading', { level: 1 }).waitFor()
    await player.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    await expectRound(player, view)
  }
  await close()
})

test('A12: a dialog takes the focus, keeps it, closes at Escape and gives it back; what lies behind is inert', async () => {
  await settled('/settings/profile')
  await page.getByLabel('Name of a new key').fill('Laptop')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const opener = page.getByRole('button', { name: 'Revoke Laptop' })
  await opener.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Revoke “Laptop”?' })
  await dialog.waitFor()
  // The safe button comes first.
  await expect.poll(focused).toBe('Go back')
  for (let press = 0; press < 5; press++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate(element => element.contains(document.activeElement))).toBe(true)
  }
  expect(
    await page.evaluate(() => document.querySelector('main')?.closest('[inert], [aria-hidden=true]') !== null),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => opener.evaluate(element => element === document.activeElement)).toBe(true)
})

test('A13: the document says the language of the interface, and content in another one says its own', async () => {
  await asAdmin(site.app).workflows.create({
    body: { name: 'Gürtel mit Dornschließe', default_locale: 'de', visibility: 'public' },
  })
  await settled('/workflows?search=Dornschlie')
  const row = page.getByRole('heading', { name: 'Gürtel mit Dornschließe' })
  await row.waitFor()
  expect(await row.getAttribute('lang')).toBe('de')
  await page.getByText('Shown in German').waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'en-GB',
    'ltr',
  ])
  await withPreferences('/runs', { language: { interface: 'ar-XB' } })
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar-XB',
    'rtl',
  ])
})

test('the language changes without a reload, and longer words break nothing on a small phone', async () => {
  await page.setViewportSize({ width: 320, height: 700 })
  await withPreferences('/', { language: { interface: 'en-XA' } })
  expect(await heading(page)).toMatch(/~/)
  for (const path of ['/', '/workflows', '/runs', '/settings', '/settings/player'] as const) {
    await settled(path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect({ path, wide }).toEqual({ path, wide: 0 })
  }
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('a language that cannot be fetched leaves the page in the one before, also when it is opened again, and comes with the connection', async () => {
  // Somebody else's language: their account keeps it.
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/runs')
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
  await page.route(/\/assets\/\w+\.de-/, route => route.abort())
  const notice = page.getByText(/^Deutsch could not be fetched/)
  const inEnglish = async () => {
    await notice.waitFor()
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB')
  }
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await inEnglish()
  await page.reload()
  await inEnglish()
  // What is fetched with a room comes in the language of the page.
  await page.goto('/settings')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await page.unrouteAll()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
  expect(await notice.isVisible()).toBe(false)
  await close()
})

test('A16: that a setting was saved and how many results there are is said as a status', async () => {
  await settled('/settings/appearance')
  await page.getByLabel('Spacing of lists').selectOption('compact')
  await page.getByRole('main').getByRole('status').filter({ hasText: 'Saved' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset['density'])).toBe('compact')
  await settled('/workflows')
  await page.getByLabel('Search workflows').fill('wallet')
  await page
    .getByRole('status')
    .filter({ hasText: /^1 workflow$/ })
    .waitFor()
})

test('B01: Ctrl K opens the palette, “wal” lists the wallet first, Enter opens it, and Escape gives the focus back', async () => {
  await settled('/runs')
  const opener = page.getByRole('link', { name: 'Settings' })
  await opener.focus()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search everything' })
  await palette.waitFor()
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await expect.poll(() => opener.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type('wal')
  // A run of the wallet stands first until the templates have come.
  await expect.poll(() => palette.getByRole('menuitem').first().innerText()).toBe('Basic Leather Wallet\nTemplate')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Basic Leather Wallet' }).waitFor()
})

test('B03: an address with filters restores them, and Back and Forward go through their changes', async () => {
  await settled('/runs?status=paused&since=week')
  const status = (name: string) => page.getByRole('radio', { name, exact: true })
  expect(await status('Paused').isChecked()).toBe(true)
  expect(await page.getByLabel('Started', { exact: true }).inputValue()).toBe('week')
  await page.getByRole('button', { name: 'Remove the filter: In the last 7 days' }).click()
  await page.waitForURL(url => !url.search.includes('since'))
  await page
    .locator('label')
    .filter({ hasText: /^Completed$/ })
    .click()
  await page.waitForURL(/status=completed/)
  await page.goBack()
  await expect.poll(() => status('Paused').isChecked()).toBe(true)
  await page.goBack()
  await page.getByRole('button', { name: 'Remove the filter: In the last 7 days' }).waitFor()
  await page.goForward()
  await page.goForward()
  await expect.poll(() => status('Completed').isChecked()).toBe(true)
})

test.each([
  ['/runs?status=nonsense&since=long+ago&by=me&workflow=-1', 'Runs'],
  ['/templates?difficulty=godlike&sort=random&duration=long&language=klingon', 'Templates'],
  ['/workflows?whose=everybody&status=odd', 'Workflows'],
])('what makes no sense in %s is as if it were not there', async (path, title) => {
  await settled(path)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  expect(await page.getByRole('main').getByRole('alert').allInnerTexts()).toEqual([])
})

test('B07: while the server takes its time a skeleton stands in, and what comes in its place moves nothing', async () => {
  await watchShifts(page)
  await settled('/settings')
  await page.route(/\/api\/v1\/workflows\?/, async route => {
    await new Promise(resolve => setTimeout(resolve, 2_000))
    await route.continue()
  })
  await page.evaluate(() => (globalThis.shifted = 0))
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Workflows' }).click()
  const busy = page.locator('[aria-busy=true]')
  await busy.waitFor()
  await busy.locator('[class*=skeleton]').first().waitFor({ state: 'visible' })
  await page.getByRole('checkbox').first().waitFor()
  expect(await shiftOf(page)).toBeLessThanOrEqual(0.02)
})

test('G11: what is for administrators says so to others, and nothing leads there', async () => {
  await settled('/')
  expect(await page.locator('a[href^="/admin"]').count()).toBe(0)
  await settled('/admin')
  expect(await heading(page)).toBe('Not open to you')
  await page.getByText('This part is for administrators.').waitFor()
})

test('B14: of several workflows what can be deleted is; what cannot stays selected, with the reason', async () => {
  const person = await site.app.createUser()
  await site.app.client(person.token).workflows.create({ body: { name: 'Leather sample of mine' } })
  const other = await openPage(site)
  await signIn(other.page, site.app, '/workflows?search=leather', person)
  const box = (name: string) => other.page.getByRole('checkbox', { name: `Select ${name}` })
  for (const name of ['Leather sample of mine', 'Basic Leather Wallet']) await box(name).press('Space')
  await other.page.getByRole('button', { name: 'Delete', exact: true }).click()
  await other.page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await other.page.getByRole('status').filter({ hasText: '1 of 2 done' }).waitFor()
  const reason = other.page.getByRole('row', { name: /^Basic Leather Wallet/ }).getByRole('cell')
  expect(await reason.innerText()).toMatch(/\w+ \w+/)
  await box('Leather sample of mine').waitFor({ state: 'detached' })
  expect(await box('Basic Leather Wallet').isChecked()).toBe(true)
  await other.close()
})

test('an invitation makes an account and lets in; used once, its link says so', async () => {
  const client = asAdmin(site.app)
  const workshop = (await client.workshops.list()).items[0]
  const { url } = await client.invitations.create({ params: { id: workshop?.id ?? 0 }, body: {} })
  const guest = await openPage(site)
  await guest.page.goto(url)
  await guest.page.getByRole('heading', { level: 1, name: `Join ${workshop?.name}` }).waitFor()
  await guest.page.getByLabel('Your name').fill('Greta')
  await guest.page.getByLabel('E-mail').fill('greta@example.test')
  await guest.page.getByLabel('New password').fill('three words in a row')
  await guest.page.getByRole('button', { name: 'Join' }).click()
  await guest.page.getByRole('heading', { level: 1, name: 'Welcome, Greta' }).waitFor()
  await guest.page.getByLabel('Colours').selectOption('dark')
  expect(await guest.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await guest.page.getByRole('link', { name: 'To the bench' }).click()
  await guest.page.getByRole('heading', { level: 1, name: 'Bench' }).waitFor()
  await guest.page.goto(url)
  await guest.page.getByText('This link is not good any more').waitFor()
  expect(await guest.page.getByLabel('New password').count()).toBe(0)
  await guest.close()
})

test('what is typed fast into the palette on a slow device, and Enter at once, opens the first of what was typed', async () => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  for (const [typed, name] of [
    ['wal', 'Basic Leather Wallet'],
    ['cutt', 'Hardwood Cutting Board'],
  ] as const) {
    await settled('/runs')
    await page.keyboard.press('Control+k')
    const field = page.getByPlaceholder('A project, a run, a setting…')
    await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  await cdp.detach()
})

test('without a connection the way back stands in one line on a tablet held upright, and each key in one on a phone', async () => {
  const { page: small, close } = await openPage(site, { viewport: { width: 768, height: 1024 } })
  const person = await site.app.createUser()
  const [template] = await site.app.client(person.token).workflows.templates()
  await signIn(small, site.app, `/templates/${template?.id}`, person)
  const back = small.getByRole('navigation', { name: 'Where you are' }).getByRole('link')
  const height = async () => (await back.boundingBox())?.height
  const before = await height()
  expect(before).toBeGreaterThan(0)
  await small.context().setOffline(true)
  await small.evaluate(() => window.dispatchEvent(new Event('offline')))
  await small.getByRole('button', { name: /^Offline since/ }).waitFor()
  expect(await height()).toBe(before)
  await small.context().setOffline(false)
  await small.setViewportSize({ width: 390, height: 844 })
  await small.goto('/settings/shortcuts')
  const keys = small.getByRole('main').locator('kbd')
  await keys.first().waitFor()
  const heights = await keys.evaluateAll(all => all.map(key => key.clientHeight))
  expect(heights.length).toBeGreaterThan(10)
  expect([...new Set(heights)]).toHaveLength(1)
  await close()
})
