import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

/** Waits until it is said how many there are. */
const count = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor()

test('searching narrows the gallery, stands in the address, and Back takes it away again', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates')
  await count(page, /\d+ templates/)
  await page.getByLabel('Search templates').fill('wallet')
  await count(page, 'One template')
  expect(new URL(page.url()).search).toBe('?search=wallet')
  expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('Basic Leather Wallet')])

  await page.getByRole('link', { name: 'Basic Leather Wallet', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Basic Leather Wallet' }).waitFor()
  await page.goBack()
  await count(page, 'One template')
  expect(await page.getByLabel('Search templates').inputValue()).toBe('wallet')
  await page.goBack()
  await count(page, /\d+ templates/)
  expect(await page.getByLabel('Search templates').inputValue()).toBe('')
  await close()
})

test('an address with filters shows what it says', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates?difficulty=intermediate&search=box')
  await page.getByRole('link', { name: 'Simple Wooden Box', exact: true }).waitFor()
  expect(await page.getByLabel('Search templates').inputValue()).toBe('box')
  expect(await page.getByRole('radio', { name: 'Intermediate' }).isChecked()).toBe(true)
  await close()
})

test('B08: a fault of the server is told with the number of the request, and trying again mends the page', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  await page.route('**/api/v1/workflows/templates*', route =>
    route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: JSON.stringify({ detail: 'oops', code: 'server.internal', request_id: 'req-4711' }),
    }),
  )
  await page.getByRole('link', { name: 'Templates', exact: true }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The server made a mistake.' })
  await alert.waitFor()
  await alert.getByText('Details').click()
  await alert.getByText('req-4711').waitFor()
  await page.unroute('**/api/v1/workflows/templates*')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: 'Basic Leather Wallet', exact: true }).waitFor()
  expect(await page.getByRole('alert').filter({ hasText: 'mistake' }).count()).toBe(0)
  await close()
})

test('a part of the app that did not come, twice at that, comes when one tries again', async () => {
  const { page, complaints, close } = await openPage(site)
  await signIn(page, site.app)
  for (const part of ['GalleryPage', 'workflows.en', 'GalleryPage']) {
    await page.goto('/runs')
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    const address = (url: URL) => url.pathname.startsWith(`/assets/${part}-`) && url.pathname.endsWith('.js')
    await page.route(address, route => route.abort())
    await page.getByRole('link', { name: 'Templates', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor()
    await page.unroute(address)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'Basic Leather Wallet', exact: true }).waitFor()
  }
  expect(complaints.splice(0).every(text => text.includes('Failed to fetch dynamically imported module'))).toBe(true)
  await close()
})

test('a server that cannot be reached is told as that', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  await page.route('**/api/v1/workflows/executions*', route => route.abort())
  await page.getByRole('link', { name: 'Runs', exact: true }).click()
  await page.getByText('The server could not be reached. Check the connection and try again.').waitFor()
  await page.unroute('**/api/v1/workflows/executions*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page
    .getByText(/No runs|\d runs?/)
    .first()
    .waitFor()
  expect(await page.getByText('The server could not be reached.').count()).toBe(0)
  await close()
})

test.each([
  '/nowhere',
  '/templates/999999',
  '/runs/999999',
  '/runs/999999/summary',
  '/runs/undefined',
  '/workflows/1.5/plan',
])('%s says that there is nothing, and where to go', async path => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor()
  await page.getByRole('link', { name: 'All templates' }).click()
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/templates')
  await close()
})

test('what others may read but not run says so instead of offering to start', async () => {
  const owner = asAdmin(site.app)
  const person = await site.app.createUser()
  const [template] = await owner.workflows.templates()
  const { page, close } = await openPage(site)
  await page.route(`**/api/v1/workflows/${template!.id}`, async route => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), permissions: ['read'] } })
  })
  await signIn(page, site.app, `/templates/${template!.id}`, person)
  await page.getByText('You may read this workflow, but not run it.').waitFor()
  expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0)
  expect(await heading(page)).toBe(template!.name)
  await close()
})

test('B04: the gallery is narrowed down by craft, difficulty and time, says how many are left, and keeps it in the address', async () => {
  const { page, close } = await openPage(site, { viewport: { width: 1280, height: 900 } })
  await signIn(page, site.app, '/templates')
  await count(page, '14 templates')
  const choose = async (group: string, value: string | RegExp) => {
    const radio = page.getByRole('group', { name: group }).getByRole('radio', { name: value })
    // It says how many there would be.
    const left = /\d+$/.exec((await radio.locator('..').innerText()).trim())?.[0] ?? ''
    await radio.check()
    await count(page, new RegExp(`^(${left} templates|One template)$`))
  }
  await choose('Craft', /^Leatherworking/)
  await choose('Difficulty', /^Beginner/)
  await choose('Time', /^1 h to 4 h/)
  expect(new URL(page.url()).search).toBe('?category=leatherworking&difficulty=beginner&duration=60-240')
  expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('Basic Leather Wallet')])
  await page.getByRole('button', { name: 'Remove the filter Leatherworking' }).click()
  await page.waitForURL(/\?difficulty=beginner&duration=60-240$/)
  await page.goBack()
  await count(page, 'One template')
  await page.reload()
  await count(page, 'One template')
  expect(await page.getByRole('radio', { name: /^Beginner/ }).isChecked()).toBe(true)
  await close()
})

test('B05: a card is one link beside which Start and more stand by themselves; arrows lead through the grid and S starts', async () => {
  const { page, close } = await openPage(site, { viewport: { width: 1280, height: 900 } })
  await signIn(page, site.app, '/templates?sort=name')
  await count(page, '14 templates')
  const card = page.getByRole('article').first()
  expect(await card.locator('a a, a button, button a, button button').count()).toBe(0)
  const link = card.getByRole('link').first()
  await link.focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Start')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^More actions for /)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  const names = await page.locator('[data-card-link]').allInnerTexts()
  await link.focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe(names[1])
  await page.keyboard.press('ArrowDown')
  const below = names.indexOf((await focused()) ?? '')
  expect(below).toBeGreaterThan(1)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe(names[1])
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: `Plan: ${names[1]}` }).waitFor()
  await page.goBack()
  await page.locator('[data-card-link]').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: names[0] ?? '', exact: true }).waitFor()
  await close()
})

test('B06: a search without results names what was searched for, counts the filters, and clears them', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates?search=zeppelin&difficulty=expert')
  await page.getByText('Nothing found for “zeppelin” with one filter.').waitFor()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await count(page, '14 templates')
  expect(new URL(page.url()).search).toBe('')
  await close()
})

test('filters kept on the device come back, and go', async () => {
  const { page, close } = await openPage(site, { viewport: { width: 390, height: 844 } })
  await signIn(page, site.app, '/templates')
  await count(page, '14 templates')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page
    .getByRole('dialog', { name: 'Filters' })
    .getByRole('radio', { name: /^Advanced/ })
    .check()
  await page.getByRole('button', { name: 'Show the results' }).click()
  await count(page, 'One template')
  await page.getByRole('button', { name: 'Keep these filters' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
  await page.goto('/templates')
  await page.getByRole('link', { name: 'Advanced' }).click()
  await count(page, 'One template')
  await page.goto('/templates')
  await page.getByRole('button', { name: 'Forget the filters “Advanced”' }).click()
  expect(await page.getByRole('link', { name: 'Advanced' }).count()).toBe(0)
  await close()
})
