import { expect, test } from 'vitest'
import { fillSignIn, heading, openPage, signIn } from './support/app.ts'
import { begin } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('signing in says what is missing and puts the focus there', async () => {
  const { page, close } = await openPage(site)
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Enter your e-mail address.').waitFor()
  await page.getByText('Enter your password.').waitFor()
  expect(await page.getByLabel('E-mail').evaluate(field => field === document.activeElement)).toBe(true)
  await close()
})

test('a wrong password is told plainly, keeps what was typed, and the right one then signs in', async () => {
  const { page, close } = await openPage(site)
  await page.goto('/runs')
  await page.getByLabel('E-mail').fill(site.app.admin.email)
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('E-mail or password is wrong. Check both and try again.').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(site.app.admin.email)
  await page.getByLabel('Password').fill(site.app.admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/runs')
  await close()
})

test('a reload keeps one signed in, and no token lies where scripts could read it', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  const readable = await page.evaluate(
    () => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
  )
  expect(readable).not.toMatch(/eyJ|refresh/)
  await close()
})

test('signing out ends the session on the server too', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.goto('/runs')
  await page.getByLabel('Password').waitFor()
  expect(await heading(page)).toBe('Sign in')
  await close()
})

test('B09: when the session ends in the middle of a run, signing in over the page carries the command out', async () => {
  const person = await site.app.createUser()
  const client = site.app.client(person.token)
  const template = (await client.workflows.templates()).find(({ name }) => name === 'Basic Leather Wallet')!
  const run = await client.executions.start({ params: { id: template.id } })
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/runs/${run.id}`, person)
  await begin(page)
  await page.getByLabel('Write a note on this step').fill('grain side out')

  // As if the session had ended with the command, until somebody signs in.
  let session: 'alive' | 'ended' | 'new' = 'alive'
  await page.route('**/api/v1/**', async (route, request) => {
    if (request.url().endsWith('/auth/token')) session = 'new'
    else if (session === 'alive' && request.postData()?.includes('"complete"') === true) session = 'ended'
    if (session !== 'ended') return await route.continue()
    await route.fulfill({
      status: 401,
      contentType: 'application/json',
      body: JSON.stringify({ detail: 'Sign in again.', code: 'auth.token_expired', request_id: 'r' }),
    })
  })
  await page.getByRole('button', { name: /^Complete|^All gathered/ }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Please sign in again' })
  await dialog.waitFor()
  await fillSignIn(dialog, person)
  await dialog.waitFor({ state: 'detached' })
  const now = () => client.executions.get({ params: { id: run.id } })
  await expect.poll(async () => (await now()).progress.completed_steps).toBe(1)
  const after = await now()
  expect(after.step_executions?.find(step => step.status === 'completed')?.notes).toBe('grain side out')
  await close()
})

test('on a device of another language the bench comes in that of the account, though it was asked for before', async () => {
  const person = await site.app.createUser()
  const client = site.app.client(person.token)
  await client.users.updateMe({ body: { preferences: { language: { interface: 'es' } } } })
  const template = (await client.workflows.templates()).find(({ name }) => /Wallet/.test(name))
  await client.executions.start({ params: { id: template?.id ?? 0 } })
  const { page, close } = await openPage(site)
  const asked: (string | undefined)[] = []
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/users/me/home', async route => {
    asked.push(route.request().headers()['accept-language']?.slice(0, 2))
    if (asked.length === 1) await held
    await route.continue().catch(() => undefined)
  })
  await signIn(page, site.app, '/', person)
  await page.getByRole('heading', { level: 1, name: 'Banco de trabajo' }).waitFor()
  release()
  await page.getByRole('link', { name: 'Cartera sencilla de cuero' }).first().waitFor()
  expect(asked.slice(0, 2)).toEqual(['en', 'es'])
  await close()
})

test.each(['//elsewhere.test/', 'https://elsewhere.test/', String.raw`/\elsewhere.test`, 'javascript:alert(1)'])(
  'signing in leads nowhere else, though the address asks for %s',
  async next => {
    const { page, complaints, close } = await openPage(site)
    await signIn(page, site.app, `/login?next=${encodeURIComponent(next)}`)
    await page.getByRole('heading', { level: 1, name: 'Bench' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(complaints).toEqual([])
    await close()
  },
)

test.each(['in another tab', 'over the page'])(
  'whoever signs in %s as somebody else finds nothing of the person before, and does nothing in her place',
  async where => {
    const [anna, bert] = [await site.app.createUser(), await site.app.createUser()]
    const nameOf = async ({ token }: typeof bert) => (await site.app.client(token).users.me()).display_name
    const before = await nameOf(bert)
    const { page, close } = await openPage(site)
    await signIn(page, site.app, '/settings/profile', anna)
    const name = page.getByLabel('Name', { exact: true })
    await name.fill('Anna the other')
    const tab = await page.context().newPage()
    await tab.goto(new URL('/', page.url()).href)
    await tab.getByRole('button', { name: /^Account/ }).click()
    await tab.getByRole('menuitem', { name: 'Sign out' }).click()
    if (where === 'in another tab') {
      await tab.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
      await fillSignIn(tab, bert)
      await tab.getByRole('heading', { level: 1, name: 'Bench' }).waitFor()
    }
    await name.press('Tab')
    if (where === 'over the page') await fillSignIn(page.getByRole('alertdialog'), bert)
    await page.getByRole('heading', { level: 1, name: 'Bench' }).waitFor()
    await page.goto('/settings/profile')
    await page.getByText(bert.email).waitFor()
    expect(await nameOf(bert)).toBe(before)
    await close()
  },
)
