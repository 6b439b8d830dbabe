import { boxPreset } from '@hidesync/server/testing/box-preset'
import { expect, test } from 'vitest'
import { asAdmin, fillSignIn, openPage, signIn, templateNamed } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('a template is rated and commented on, and both can be taken back', async () => {
  const wallet = await templateNamed(site.app, /Wallet/)
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/templates/${wallet.id}`)
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  await page.getByText('4 of 5 stars, by one person').first().waitFor({ state: 'attached' })
  expect((await asAdmin(site.app).workflows.get({ params: { id: wallet.id } })).rating_average).toBe(4)
  await page.getByLabel('Your comment').fill('Use **waxed** thread. <b>Really</b>')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('strong', { hasText: 'waxed' }).waitFor()
  await page.getByText('<b>Really</b>').waitFor()
  await page.getByRole('button', { name: /^Delete the comment/ }).click()
  await page.getByText('Nobody has said anything yet.').waitFor()
  await page.getByRole('button', { name: 'Take my stars back' }).click()
  await expect
    .poll(async () => (await asAdmin(site.app).workflows.get({ params: { id: wallet.id } })).rating_count)
    .toBe(0)
  await close()
})

test('a copy of one’s own is made, shared and taken back', async () => {
  const friend = await site.app.createUser()
  const wallet = await templateNamed(site.app, /Wallet/)
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/templates/${wallet.id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Make my own copy' }).click()
  await page.getByLabel('Name of the copy').fill('My wallet')
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await page.getByRole('heading', { level: 1, name: 'My wallet' }).waitFor()
  const id = Number(/workflows\/(\d+)$/.exec(page.url())?.[1])
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share “My wallet”' })
  await dialog.getByLabel('E-mail of the person').fill(friend.email)
  await dialog.getByLabel('They may').selectOption('read')
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await dialog.getByRole('button', { name: /^No longer share with/ }).waitFor()
  const seen = () =>
    site.app
      .client(friend.token)
      .workflows.get({ params: { id } })
      .then(({ permissions }) => permissions.includes('read'))
      .catch(() => false)
  expect(await seen()).toBe(true)
  await dialog.getByRole('button', { name: /^No longer share with/ }).click()
  await dialog.getByText('It is not shared with anybody yet.').waitFor()
  expect(await seen()).toBe(false)
  await close()
})

test('a link lets anybody read a workflow until it is taken back, and copy it after signing in', async () => {
  const owner = await site.app.createUser()
  const { id } = await site.app.client(owner.token).workflows.duplicate({
    params: { id: (await templateNamed(site.app, /Wallet/)).id },
    body: { new_name: 'Handed round' },
  })
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/workflows/${id}`, owner)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = await page.getByLabel('Address of the link').inputValue()

  const reader = await openPage(site)
  await reader.page.goto(new URL(address).pathname)
  await reader.page.getByRole('heading', { level: 1, name: 'Handed round' }).waitFor()
  // What made it, and what it asks of whoever was sent it.
  await reader.page.getByRole('link', { name: 'HideSync Workflows' }).waitFor()
  await reader.page.getByRole('region', { name: 'Can you do it now?' }).getByText('Beginner').waitFor()
  await reader.page.getByRole('button', { name: 'Copy to my workflows' }).click()
  const person = await site.app.createUser()
  await fillSignIn(reader.page, person)
  await reader.page.getByRole('button', { name: 'Copy to my workflows' }).click()
  await reader.page.waitForURL(/\/workflows\/\d+$/)
  const copies = await site.app.client(person.token).workflows.list({ query: { created_by: person.id } })
  expect(copies.items.map(({ name }) => name)).toEqual(['Handed round (2)'])

  await page.getByRole('button', { name: /^Take back the link/ }).click()
  await page.getByRole('button', { name: /^Take back the link/ }).waitFor({ state: 'detached' })
  await reader.page.goto(new URL(address).pathname)
  await reader.page.getByText(/^This link is not good any more/).waitFor()
  expect(await reader.page.getByRole('link', { name: 'To the bench' }).count()).toBe(1)
  expect(await reader.page.getByText('Handed round').count()).toBe(0)
  await Promise.all([reader.close(), close()])
})

test('H05: what is not translated into the reader’s language says in which it is shown', async () => {
  const { id } = await asAdmin(site.app).presets.import({ body: { ...boxPreset('Only English') } })
  await asAdmin(site.app).workflows.update({ params: { id }, body: { visibility: 'public' } })
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  await page.evaluate(() =>
    localStorage.setItem('hidesync.preferences', JSON.stringify({ language: { content: 'de' } })),
  )
  await page.goto(`/workflows/${id}`)
  await page
    .getByText(/in English/i)
    .first()
    .waitFor()
  expect(
    await page.getByRole('heading', { level: 1 }).locator('xpath=ancestor::*[@lang][1]').getAttribute('lang'),
  ).toBe('en')
  const wallet = await templateNamed(site.app, /Wallet/)
  await page.goto(`/templates/${wallet.id}`)
  await page.getByRole('heading', { level: 1, name: /.+/ }).waitFor()
  expect(await page.getByText(/in English/i).count()).toBe(0)
  await close()
})

test('a workflow is shown in the colours of its theme, and the frame around it is not', async () => {
  const [theme] = (await asAdmin(site.app).themes.list()).filter(({ name }) => name === 'Loom')
  const wallet = await templateNamed(site.app, /Wallet/)
  await asAdmin(site.app).workflows.update({ params: { id: wallet.id }, body: { theme_id: theme?.id ?? null } })
  const { page, close } = await openPage(site, { colorScheme: 'light' })
  await signIn(page, site.app, `/templates/${wallet.id}`)
  const scope = page.locator('[data-wf-theme]').first()
  await scope.waitFor()
  const solid = () => scope.evaluate(element => getComputedStyle(element).getPropertyValue('--wf-solid'))
  await expect.poll(solid).toMatch(/^light-dark\(#8c3b6e/i)
  const frame = await page.locator('html').evaluate(element => getComputedStyle(element).getPropertyValue('--wf-solid'))
  expect(frame).not.toMatch(/8c3b6e/i)
  await close()
})
