import { expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('searching narrows the gallery, stands in the address, and Back takes it away again', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates')
  await page
    .getByRole('status')
    .getByText(/\d+ templates/)
    .waitFor()
  await page.getByLabel('Search templates').fill('wallet')
  await page.getByRole('status').getByText('One template').waitFor()
  expect(new URL(page.url()).search).toBe('?search=wallet')
  expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('Basic Leather Wallet')])

  await page.getByRole('link', { name: 'Basic Leather Wallet', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Basic Leather Wallet' }).waitFor()
  await page.goBack()
  await page.getByRole('status').getByText('One template').waitFor()
  expect(await page.getByLabel('Search templates').inputValue()).toBe('wallet')
  await page.goBack()
  await page
    .getByRole('status')
    .getByText(/\d+ templates/)
    .waitFor()
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
